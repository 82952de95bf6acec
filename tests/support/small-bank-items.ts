import type { BankFile } from '#lib/engine/bank/parse-bank.ts';

const sums = `
skill: sums
items:
  - id: sums-add
    family: sums-add
    kind: numeric
    difficulty: 1
    minutes: 1
    source: Any primer of arithmetic
    variables:
      a: { integer: [2, 9] }
      b: { integer: [2, 9] }
      key: a + b
    constraints: [a * b != key]
    stem: What is \${{a}} + {{b}}$?
    tolerance: exact
    check: sum([a, b])
    rubric:
      - when: { equals: key }
        score: 1
        feedback: Right, {{key}} it is.
      - when: { equals: a * b }
        score: 0
        feedback: That is the product.
        misconception: product-for-sum
    explanation: Put {{a}} and {{b}} together and count {{key}}.
  - id: sums-odd
    family: sums-odd
    kind: single-choice
    difficulty: 3
    minutes: 1
    source: Any primer of arithmetic
    stem: Which sum is odd?
    options: { even-even: 2 + 4, odd-odd: 3 + 5, even-odd: 2 + 5, doubled: 7 + 7 }
    rubric:
      - { when: { option: even-odd }, score: 1, feedback: One odd number makes it odd. }
      - { when: { option: odd-odd }, score: 0, feedback: Two odd numbers make it even. }
      - { when: { option: even-even }, score: 0, feedback: That is 6. }
      - { when: { option: doubled }, score: 0.25, feedback: That is 14., misconception: product-for-sum }
    explanation: A sum is odd exactly when an odd number of its terms is.
  - id: sums-ten
    family: sums-ten
    kind: multiple-response
    difficulty: 2
    minutes: 1.5
    source: Any primer of arithmetic
    stem: Which of these are 10?
    options: { a: 3 + 7, b: 4 + 7, c: 5 + 5, d: 2 + 5 }
    keys: [a, c]
    credit: all-or-nothing
    rubric:
      - { when: { exactly: [a, c] }, score: credit, feedback: Both and no more. }
      - { when: { chosen: d }, score: 0, feedback: Seven is short of ten., misconception: product-for-sum }
    explanation: Three and seven, and five and five.
`;

const fractions = `
skill: fractions
items:
  - id: fractions-percent
    family: fractions-percent
    kind: numeric
    difficulty: 2
    minutes: 1
    source: Any primer of arithmetic
    variables:
      n: { integer: [3, 9] }
      d: { integer: [10, 40] }
      key: 100 * n / d
    constraints: [d != 2 * n, abs(100 * d / n - key) > 0.1]
    stem: What percentage is {{n}} of {{d}}?
    tolerance: { decimals: 1 }
    unit: '%'
    check: n / (d / 100)
    rubric:
      - { when: { equals: key }, score: 1, feedback: Right. }
      - { when: { equals: 100 * d / n }, score: 0, feedback: The whole stands below., misconception: fraction-upside-down }
      - { when: { between: [key - 1, key + 1] }, score: 0.5, feedback: Nearly; round less. }
    explanation: Divide {{n}} by {{d}} and multiply by 100.
  - id: fractions-simplest
    family: fractions-simplest
    kind: single-choice
    difficulty: 4
    minutes: 1
    source: Any primer of arithmetic
    order: fixed
    variables:
      k: { integer: [2, 9] }
    stem: What is $\\frac{ {{k}} }{ {{4 * k}} }$ in lowest terms?
    options:
      third: $\\frac{1}{3}$
      quarter: $\\frac{1}{4}$
      half: $\\frac{1}{2}$
    check: k / (4 * k)
    rubric:
      - { when: { option: quarter }, score: 1, feedback: Right. }
      - { when: { option: third }, score: 0, feedback: A third is more. }
      - { when: { option: half }, score: 0, feedback: A half is more. }
    explanation: Divide above and below by {{k}}.
  - id: fractions-less
    family: fractions-less
    kind: multiple-response
    difficulty: 5
    minutes: 2
    source: Any primer of arithmetic
    stem: Which of these are less than one half?
    options: { a: 3/7, b: 4/7, c: 5/11, d: 2/5, e: 6/11 }
    keys: [a, c, d]
    credit: right-minus-wrong
    check: { a: 3/7 < 1/2, b: 4/7 < 1/2, c: 5/11 < 1/2, d: 2/5 < 1/2, e: 6/11 < 1/2 }
    explanation: Double what stands above and compare it with what stands below.
`;

const sets = `
skill: sets
items:
  - id: sets-union
    family: sets-counting
    kind: numeric
    difficulty: 3
    minutes: 2
    source: Any primer of set theory
    variables:
      a: { integer: [20, 60] }
      b: { integer: [20, 60] }
      both: { integer: [5, 15] }
      key: a + b - both
    stem: One set has {{a}} members, another {{b}}, and {{both}} are in both. How many are in the union?
    tolerance: { relative: 0.001 }
    check: (a - both) + (b - both) + both
    rubric:
      - { when: { equals: key }, score: 1, feedback: Right. }
      - { when: { equals: a + b }, score: 0, feedback: The overlap counts twice., misconception: overlap-counted-twice }
      - { when: otherwise, score: 0, feedback: Draw the two sets. }
    explanation: \${{a}} + {{b}} - {{both}} = {{key}}$.
  - id: sets-empty
    family: sets-empty
    kind: single-choice
    difficulty: 1
    minutes: 0.5
    source: Any primer of set theory
    stem: How many members has the empty set?
    options: { none: None, one: One, many: As many as one likes }
    rubric:
      - { when: { option: none }, score: 1, feedback: Right. }
      - { when: { option: one }, score: 0, feedback: The set that holds it has one. }
      - { when: { option: many }, score: 0, feedback: Then it were not empty. }
    explanation: That is what empty means.
  - id: sets-count
    family: sets-counting
    kind: multiple-response
    difficulty: 4
    minutes: 1.5
    source: Any primer of set theory
    stem: The union of two sets of 3 can have how many members?
    options: { two: '2', three: '3', five: '5', seven: '7' }
    keys: [three, five]
    credit: right-minus-wrong
    rubric:
      - { when: { chosen: seven }, score: credit, feedback: That is more than both., misconception: overlap-counted-twice }
      - { when: { missed: three }, score: credit, feedback: They may be the same set. }
    explanation: From 3, where they are the same, to 6, where nothing is shared.
`;

const conditions = `
skill: conditions
items:
  - id: conditions-count
    family: conditions-count
    kind: numeric
    difficulty: 5
    minutes: 2
    source: Any primer of logic
    variables:
      n: { integer: [2, 12] }
      key: 2^n
    constraints: [n^2 != key]
    stem: How many rows has a truth table of {{n}} variables?
    tolerance: { absolute: 0.5 }
    check: prod(map(1:n, f(k) = 2))
    rubric:
      - { when: { equals: key }, score: 1, feedback: Right. }
      - { when: { equals: n^2 }, score: 0, feedback: Each variable doubles the rows. }
    explanation: Each of the {{n}} variables doubles the rows.
  - id: conditions-converse
    family: conditions-converse
    kind: single-choice
    difficulty: 2
    minutes: 1
    source: Any primer of logic
    stem: What is the converse of "if it rains, it is wet"?
    options:
      converse: If it is wet, it rains
      inverse: If it does not rain, it is dry
      contrapositive: If it is dry, it does not rain
      negation: It rains and it is dry
    rubric:
      - { when: { option: converse }, score: 1, feedback: Right. }
      - { when: { option: contrapositive }, score: 0, feedback: That says the same., misconception: converse-for-condition }
      - { when: { option: inverse }, score: 0.5, feedback: That follows from the converse. }
      - { when: { option: negation }, score: 0, feedback: That denies it. }
    explanation: The converse swaps the two halves.
  - id: conditions-implied
    family: conditions-implied
    kind: multiple-response
    difficulty: 3
    minutes: 2
    source: Any primer of logic
    variables:
      n: { integer: [2, 9] }
    stem: Let $x = {{n}}$. Which of these hold?
    options: { more: '$x > 1$', less: $x < 10$, big: $x > 20$ }
    keys: [more, less]
    credit: all-or-nothing
    check: { more: n > 1, less: n < 10, big: n > 20 }
    explanation: Put {{n}} in place of $x$.
`;

/** One file a skill; the domain's folder is the first part of the path. */
export function smallSkillFiles(): BankFile[] {
  return [
    { path: 'arithmetic/sums.yaml', text: sums },
    { path: 'arithmetic/fractions.yaml', text: fractions },
    { path: 'logic/sets.yaml', text: sets },
    { path: 'logic/conditions.yaml', text: conditions },
  ];
}

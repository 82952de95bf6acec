import type { ItemKind } from '#lib/engine/bank/item-schema.ts';

/** What every draft begins with; comments are for the author to delete. */
const head = (id: string, kind: ItemKind) => `
  - id: ${id} # stable for ever: name it after what it asks before anyone answers it
    version: 1 # raise it when the meaning changes
    family: ${id} # items of one family never meet in one attempt
    kind: ${kind}
    difficulty: 2 # 1 recall, 2 apply, 3 combine, 4 analyse, 5 expert
    minutes: 2 # 1 for recall, 2 or 3 to apply or combine, 4 or 5 to analyse
    source: 'Draft: name the book or standard that supports the key, with its chapter'
    variables: # drawn for each learner, both ends included; later ones may use earlier ones
      a: { integer: [3, 9] }
      b: { integer: [20, 29] }
      key: a * b`;

const tail = `
    explanation: |
      Draft. There are {{a}} groups of {{b}}, so the product counts every sample once. Say here why the
      key is right, in 60 to 200 words, with the step that goes wrong: adding {{a}} and {{b}} counts
      neither groups nor samples. End with a line on where it matters in machine learning, such as the
      number of steps an epoch takes. Refer to options by what they say, never by letter or place.
`;

const stem = `
    stem: |
      Draft: a data set has {{a}} groups of {{b}} samples each.`;

const drafts: Record<ItemKind, (id: string) => string> = {
  numeric: (id) => `${head(id, 'numeric')}${stem} How many samples does it have?
    tolerance: exact # or { absolute: 0.01 }, { relative: 0.01 }, { decimals: 2 }, { significant: 3 }; the learner is told
    check: sum(map(1:a, f(i) = b)) # the key again, by another road
    rubric: # the first condition that holds decides
      - when: { equals: key } # the key comes first
        score: 1
        feedback: Every group counts all of its samples.
      - when: { equals: a + b } # a common slip, with the thought that leads there
        score: 0
        feedback: That adds the two numbers; each of the groups has that many samples.
${tail.slice(1)}`,
  'single-choice': (id) => `${head(id, 'single-choice')}${stem} How many samples does it have?
    options: # id: text; learners see neither the ids nor this order
      product: '{{key}}'
      sum: '{{a + b}}'
      one-short: '{{key - b}}'
      one-over: '{{key + b}}'
    check: sum(map(1:a, f(i) = b)) # the number that only the key shows, or a condition for each option
    rubric: # one criterion an option, exactly one of them with score 1
      - when: { option: product }
        score: 1
        feedback: Every group counts all of its samples.
      - when: { option: sum }
        score: 0
        feedback: That adds the two numbers; each of the groups has that many samples.
      - when: { option: one-short }
        score: 0
        feedback: That leaves one group out.
      - when: { option: one-over }
        score: 0
        feedback: That counts one group twice.
${tail.slice(1)}`,
  'multiple-response': (id) => `${head(id, 'multiple-response')}${stem} Which of these are true?
    options: # id: text; learners see neither the ids nor this order
      product: It has {{key}} samples in all.
      mean: A group has {{b}} samples on average.
      sum: It has {{a + b}} samples in all.
      spread: Its groups differ in size.
    keys: [product, mean]
    credit: right-minus-wrong # or all-or-nothing; the learner is told
    check: # for each option a condition that holds exactly for the keys
      product: key == sum(map(1:a, f(i) = b))
      mean: key / a == b
      sum: key == a + b
      spread: 'false'
    rubric: # only where a choice shows a thought; otherwise the credit rule decides
      - when: { chosen: sum }
        score: credit
        feedback: That adds the two numbers; each of the groups has that many samples.
${tail.slice(1)}`,
  matrix: (id) => `${head(id, 'matrix').replace('key: a * b', "key: '[[a, b], [2 * a, 2 * b]]'")}
    stem: |
      Draft: what is $uv^\\top$ for $u = {{[1, 2] | matrix}}$ and $v = {{[a, b] | matrix}}$?
    shape: { rows: 2, columns: 2 } # or asked, where choosing it is part of the question
    key: key # an array; a plain vector is one column
    tolerance: exact # for each entry; the learner is told
    credit: entrywise # or all-or-nothing; the learner is told
    check: '[[1], [2]] * [[a, b]]' # the key again, by another road
    rubric: # the first condition that holds decides
      - when: key # the key comes first
        score: 1
        feedback: Every entry of the column multiplies the whole row.
      - when: { equals: "key'" } # a common slip, with the thought that leads there
        score: 0.5
        feedback: That is the transpose. The rows belong to the column, which stands on the left.
${tail.slice(1).replace('There are {{a}} groups of {{b}}, so the product counts every sample once.', 'Each row of the product is a multiple of the row {{a}}, {{b}}.').replace('adding {{a}} and {{b}} counts\n      neither groups nor samples', 'taking the transpose\n      swaps the two')}`,
  ordering: (id) => `${head(id, 'ordering')}
    stem: |
      Draft: order these counts, the **smallest** first, for {{a}} groups of {{b}} samples each.
    entries: # id: text, in the right order; never shown in it
      groups: groups
      group: samples in one group
      all: samples in all
    credit: adjacent-pairs # or all-or-nothing; the learner is told
    check: { groups: a, group: b, all: key } # must ascend at every seed
    rubric: # only where an order shows a thought; otherwise the credit rule decides
      - when: { before: [all, group] }
        score: credit # what the rule gives
        feedback: All groups together hold more samples than one of them.
${tail.slice(1)}`,
  matching: (id) => `${head(id, 'matching')}
    stem: |
      Draft: there are {{a}} groups of {{b}} samples each. How large is each count?
    pairs: # id: left and right
      groups: { left: Groups, right: '{{a}}' }
      group: { left: Samples in one group, right: '{{b}}' }
      all: { left: Samples in all, right: '{{key}}' }
    extra: { sum: '{{a + b}}' } # what a wrong thought would choose
    credit: pairs-right # or all-or-nothing; the learner is told
    check: # the sides of a pair agree, and with nothing else
      groups: { left: key / b, right: a }
      group: { left: key / a, right: b }
      all: { left: 'sum(map(1:a, f(i) = b))', right: key }
      sum: { right: a + b }
    rubric: # only where a match shows a thought; otherwise the credit rule decides
      - when: { pair: [all, sum] }
        score: credit
        feedback: That adds the two numbers; each of the groups has that many samples.
${tail.slice(1)}`,
  expression: (id) => `${head(id, 'expression').replace('key: a * b', 'n: { pick: [2, 3, 4] }')}
    stem: |
      Draft: what is the derivative of $f(x) = {{a}}x^{ {{n}} } + {{b}}x$ with respect to $x$?
    symbols: { x: [-2, 2] } # what one may use, with the values at which it is tried; or { integer: [1, 9] }
    form: any # or expanded, factored, simplified; the learner is told
    key: a * n * x^(n - 1) + b # as a learner would type it; variables become numbers
    check: slope(f(t) = a * t^n + b * t, x) # the key again, by another road
    rubric: # the first condition that holds decides; every way of writing an expression is the same
      - when: key # the key comes first
        score: 1
        feedback: Each term was differentiated by the power rule.
      - when: { equals: a * x^(n - 1) + b } # a common slip, with the thought that leads there
        score: 0
        feedback: The exponent comes down as a factor as well as going down by one.
${tail.slice(1).replace('There are {{a}} groups of {{b}}, so the product counts every sample once.', 'The power rule takes the exponent {{n}} down as a factor.').replace('adding {{a}} and {{b}} counts\n      neither groups nor samples', 'keeping {{a}} alone\n      forgets that factor').replace('the\n      number of steps an epoch takes', 'the\n      slope of a loss')}`,
  sql: (id) => `${head(id, 'sql')
    .replace(/ {4}variables:[\s\S]*/, '')
    .trimEnd()}
    stem: |
      Draft: list each customer's name and how many orders they have placed, also where that is none.
    schema: | # shown as it stands
      CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
      CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER, amount REAL);
    sample: | # shown as tables: INSERT … VALUES of plain values
      INSERT INTO customers VALUES (1, 'Ada'), (2, 'Ben'), (3, 'Eve');
      INSERT INTO orders VALUES (1, 1, 9.5), (2, 1, 20.0), (3, 2, 5.25);
    hidden: | # never shown: the hard cases, such as namesakes, NULLs and no match
      INSERT INTO customers VALUES (1, 'Ada'), (2, 'Ada'), (3, 'Kim'), (4, 'Lee');
      INSERT INTO orders VALUES (1, 1, 1.0), (2, 2, 2.0), (3, 2, NULL), (4, NULL, 4.0);
    columns: position # or name: in any order, matched by name
    ordered: false # true where the order of rows counts; then say so in the stem
    key: |
      SELECT c.name, COUNT(o.id) FROM customers c LEFT JOIN orders o ON o.customer_id = c.id
      GROUP BY c.id, c.name
    check: | # the same result by a truly different query
      SELECT name, (SELECT COUNT(*) FROM orders WHERE customer_id = customers.id) FROM customers
    slips: # known wrong queries; each must differ from the key and from the others on some data
      inner-join: SELECT c.name, COUNT(*) FROM customers c JOIN orders o ON o.customer_id = c.id GROUP BY c.id
      count-star: SELECT c.name, COUNT(*) FROM customers c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY c.id
    rubric: # the first condition that holds decides; the key comes first, then a criterion for each slip
      - when: key
        score: 1
        feedback: The left join keeps every customer, and COUNT of a column counts no NULL.
      - when: { slip: inner-join }
        score: 0.3
        feedback: An inner join drops the customers who have no order.
      - when: { slip: count-star }
        score: 0.5
        feedback: A customer without orders still has one row after the left join, and COUNT(*) counts it.
    explanation: |
      Draft. A left join keeps customers without orders and fills the columns of orders with NULL. Say here
      why the key is right, in 60 to 200 words, with the step that goes wrong: COUNT(*) counts that row, while
      COUNT of a column of orders skips its NULL. Grouping by the id keeps namesakes apart. End with a line on
      where it matters in machine learning: a count feature must be 0, and not missing, for those without events.
`,
};

export const draftKinds = Object.keys(drafts) as ItemKind[];

/** A sound item to be made one's own, as YAML to stand at the end of a skill file. */
export function draftOf(kind: ItemKind, id: string): string {
  return drafts[kind](id);
}

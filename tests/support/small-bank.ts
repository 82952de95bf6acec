import type { Bank } from '#lib/engine/bank/bank.ts';
import { type BankFile, parseBank } from '#lib/engine/bank/parse-bank.ts';
import { smallSkillFiles } from './small-bank-items.ts';

/*
 * A small, sound bank (the bank check finds nothing in it), so that a test of the engine does not
 * depend on the real questions: two domains of two skills, three items a skill, one of each kind.
 *
 *   arithmetic   sums, fractions      phase 1
 *   logic        sets                 phase 1
 *                conditions           phase 2, with the topic "proofs" before it
 *
 * conditions builds on sets and on the topic proofs, sets and fractions on sums.
 * The items sets-union and sets-count are of one family and never meet in one attempt.
 */

const arithmetic = `
domain: arithmetic
title: Arithmetic
short: Arithmetic
about: What everything else is computed with.
skills:
  - id: sums
    title: Sums
    about: Add whole numbers without a machine.
  - id: fractions
    title: Fractions
    about: Compare and simplify fractions.
misconceptions:
  - id: product-for-sum
    title: Multiplies where a sum is asked for
    remedy: A sum puts amounts together. Two and three are $2 + 3 = 5$ together.
  - id: fraction-upside-down
    title: Turns a fraction upside down
    remedy: The whole stands below. A quarter is $\\frac{1}{4}$ and not 4.
`;

const logic = `
domain: logic
title: Logic and sets
short: Logic
about: What follows from what, and what belongs to what.
skills:
  - id: sets
    title: Sets
    about: Count what is in a union or an intersection.
  - id: conditions
    title: Conditions
    about: Tell a condition from its converse.
misconceptions:
  - id: overlap-counted-twice
    title: Counts the overlap of two sets twice
    remedy: What is in both sets is one thing. Take the overlap off once.
  - id: converse-for-condition
    title: Takes a condition for its converse
    remedy: From "rain makes it wet" does not follow that what is wet was rained on.
`;

const roadmap = `
domains: [arithmetic, logic]
profiles:
  - id: engineer
    title: Engineer
    about: The targets as they stand.
  - id: scientist
    title: Scientist
    about: More logic, a little less arithmetic.
    shift: { arithmetic: -5, logic: 10 }
bands:
  - { from: 0, title: New, can: Most of it is new. }
  - { from: 40, title: Working, can: Applies the standard methods. }
  - { from: 75, title: Expert, can: Explains it to **others**. }
credits:
  - { title: Programming, why: Conditions and loops carry over. }
measurement:
  variance: { global: 0.45, domain: 0.30, skill: 0.25 }
  driftPerYear: 0.2
  discrimination: { single-choice: 1.2, multiple-response: 1.2, numeric: 1.5, matrix: 1.5, ordering: 1.3, matching: 1.3, expression: 1.5, sql: 1.5 }
usualMonths: [6, 12]
phases:
  - id: 1
    title: Foundations
    months: [1, 3]
    about: What everything rests on.
    skills:
      - skill: sums
        target: 70
        hours: [2, 4]
        resources:
          - { title: Counting, author: A. Author, kind: book, hours: 3, url: 'https://example.org/counting' }
          - { title: Tables of sums, author: A. Author, kind: exercises, hours: 1, url: 'https://example.org/tables' }
      - skill: fractions
        target: 65
        hours: [3, 6]
        prerequisites: [sums]
        resources:
          - { title: Parts of a whole, author: B. Author, kind: course, hours: 4, url: 'https://example.org/parts' }
          - { title: Exercises, author: C. Author, kind: exercises, hours: 2, url: 'https://example.org/exercises' }
      - skill: sets
        target: 60
        hours: [4, 8]
        prerequisites: [sums]
        resources:
          - { title: Sets, author: D. Author, kind: video, hours: 5, url: 'https://example.org/sets' }
          - { title: Exercises on sets, author: D. Author, kind: exercises, hours: 2, url: 'https://example.org/sets-exercises' }
  - id: 2
    title: Reasoning
    months: [4, null]
    about: What follows from what.
    skills:
      - skill: conditions
        target: 55
        hours: [5, 10]
        prerequisites: [sets, proofs]
        resources:
          - { title: Conditions, author: E. Author, kind: article, hours: 2, url: 'https://example.org/conditions' }
          - { title: Arguments, author: E. Author, kind: course, hours: 6, url: 'https://example.org/arguments' }
    topics:
      - topic: proofs
        title: Proofs
        about: Write a proof that others can follow.
        hours: [6, 12]
        prerequisites: [sets]
        resources:
          - { title: Proofs, author: F. Author, kind: documentation, hours: 6, url: 'https://example.org/proofs' }
          - { title: Book of proofs, author: F. Author, kind: book, hours: 8, url: 'https://example.org/proofs-book' }
`;

/** The files, in the order they would be read from a folder; fresh at every call. */
export function smallBankFiles(): BankFile[] {
  return [
    { path: 'arithmetic/domain.yaml', text: arithmetic },
    { path: 'logic/domain.yaml', text: logic },
    { path: 'roadmap.yaml', text: roadmap },
    ...smallSkillFiles(),
  ].toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * The same files with one text in one of them put in place of another.
 *
 * @throws when there is no such file or text, so that a test never passes by changing nothing
 */
export function smallBankFilesWith(path: string, from: string, to: string): BankFile[] {
  const files = smallBankFiles();
  const file = files.find((each) => each.path === path && each.text.includes(from));
  if (!file) throw new Error(`"${from}" does not stand in ${path}`);
  const changed = { path, text: file.text.replace(from, () => to) };
  return files.map((each) => (each === file ? changed : each));
}

/** The bank of those files; parsed anew at every call. */
export function smallBank(): Bank {
  const bank = parseBank(smallBankFiles());
  if (!bank.ok) throw new Error(JSON.stringify(bank.error, null, 2));
  return bank.value;
}

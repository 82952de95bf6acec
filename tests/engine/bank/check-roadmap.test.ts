import { describe, expect, test } from 'vitest';
import { parseBank } from '#lib/engine/bank/parse-bank.ts';
import { smallBankFilesWith } from '../../support/small-bank.ts';
import { problemsOf } from './problems-of.ts';

describe('a fault of the roadmap is told with its place', () => {
  test.each([
    {
      fault: 'a step that is no skill of the bank',
      change: ['- skill: sums', '- skill: totals'],
      problems: [
        { code: 'skill-unknown', path: 'phases.0.skills.0', on: '- skill: totals' },
        {
          code: 'prerequisite-unknown',
          path: 'phases.0.skills.1.prerequisites',
          on: 'prerequisites: [sums]',
        },
        {
          code: 'prerequisite-unknown',
          path: 'phases.0.skills.2.prerequisites',
          on: 'prerequisites: [sums]',
        },
        { code: 'skill-unplaced', path: 'phases', on: '- id: 1' },
      ],
    },
    {
      fault: 'a step placed twice',
      change: ['- topic: proofs', '- topic: sets'],
      problems: [
        {
          code: 'prerequisite-unknown',
          path: 'phases.1.skills.0.prerequisites',
          on: 'prerequisites: [sets, proofs]',
        },
        { code: 'duplicate-id', path: 'phases.1.topics.0', on: '- topic: sets' },
        { code: 'prerequisite-cycle', path: 'phases', on: '- id: 1' },
      ],
    },
    {
      fault: 'a prerequisite that is not on the roadmap',
      change: ['prerequisites: [sets, proofs]', 'prerequisites: [sets, proof]'],
      problems: [
        {
          code: 'prerequisite-unknown',
          path: 'phases.1.skills.0.prerequisites',
          on: 'prerequisites: [sets, proof]',
        },
      ],
    },
    {
      fault: 'resources that do not reach the fewest hours',
      change: ['hours: [5, 10]', 'hours: [9, 10]'],
      problems: [
        {
          code: 'resources-short',
          path: 'phases.1.skills.0.resources',
          on: "- { title: Conditions, author: E. Author, kind: article, hours: 2, url: 'https://example.org/conditions' }",
        },
      ],
    },
    {
      fault: 'a resource that goes far beyond the most hours',
      change: ['kind: video, hours: 5', 'kind: video, hours: 11'],
      problems: [
        {
          code: 'resource-long',
          path: 'phases.0.skills.2.resources.0.hours',
          on: "- { title: Sets, author: D. Author, kind: video, hours: 11, url: 'https://example.org/sets' }",
        },
      ],
    },
    {
      fault: 'bands that do not begin at 0',
      change: ['{ from: 0,', '{ from: 5,'],
      problems: [
        {
          code: 'band-order',
          path: 'bands.0',
          on: '- { from: 5, title: New, can: Most of it is new. }',
        },
      ],
    },
    {
      fault: 'two bands that begin alike',
      change: ['{ from: 75,', '{ from: 40,'],
      problems: [
        {
          code: 'band-order',
          path: 'bands.2',
          on: '- { from: 40, title: Expert, can: Explains it to **others**. }',
        },
      ],
    },
    {
      fault: 'a profile that shifts a domain which is not there',
      change: ['shift: { arithmetic: -5, logic: 10 }', 'shift: { art: 5 }'],
      problems: [{ code: 'domain-unknown', path: 'profiles.1.shift', on: 'shift: { art: 5 }' }],
    },
    {
      fault: 'a domain listed twice',
      change: ['[arithmetic, logic]', '[arithmetic, logic, logic]'],
      problems: [
        {
          code: 'duplicate-id',
          path: 'domains.2',
          on: 'domains: [arithmetic, logic, logic]',
        },
      ],
    },
    {
      fault: 'two phases with one number',
      change: ['- id: 2', '- id: 1'],
      problems: [{ code: 'duplicate-id', path: 'phases.1.id', on: '- id: 1' }],
    },
    {
      fault: 'two profiles with one id',
      change: ['- id: scientist', '- id: engineer'],
      problems: [{ code: 'duplicate-id', path: 'profiles.1.id', on: '- id: engineer' }],
    },
  ])('$fault', ({ change: [from = '', to = ''], problems }) => {
    expect(problemsOf(smallBankFilesWith('roadmap.yaml', from, to))).toEqual(
      problems.map(({ path, ...rest }) => ({ path: `roadmap.yaml › ${path}`, ...rest })),
    );
  });
});

describe('prerequisites that go round', () => {
  test.each([
    {
      what: 'in one step',
      from: 'prerequisites: [sets, proofs]',
      to: 'prerequisites: [sets, conditions]',
      circle: 'conditions → conditions',
    },
    {
      what: 'through another step',
      from: 'hours: [2, 4]',
      to: 'hours: [2, 4]\n        prerequisites: [sets]',
      circle: 'sums → sets → sums',
    },
  ])('are told, with the circle and no more: $what', ({ from, to, circle }) => {
    const bank = parseBank(smallBankFilesWith('roadmap.yaml', from, to));
    expect(bank.ok ? [] : bank.error).toMatchObject([
      {
        code: 'prerequisite-cycle',
        path: 'roadmap.yaml › phases',
        message: `Prerequisites go round: ${circle}.`,
      },
    ]);
  });

  test('are told without the steps that lead to the circle', () => {
    const files = smallBankFilesWith('roadmap.yaml', '[sets, proofs]', '[conditions]').map(
      ({ path, text }) => ({ path, text: text.replace('s: [sums]', 's: [conditions]') }),
    );
    const bank = parseBank(files);
    expect(bank.ok ? [] : bank.error.map(({ message }) => message)).toEqual([
      'Prerequisites go round: conditions → conditions.',
    ]);
  });

  test('are not those that only meet again', () => {
    const from = 'prerequisites: [sets, proofs]';
    const to = 'prerequisites: [sets, proofs, sums, fractions]';
    expect(problemsOf(smallBankFilesWith('roadmap.yaml', from, to))).toEqual([]);
  });
});

describe('a roadmap out of its schema is refused', () => {
  test.each([
    ['a target above 95', 'target: 70', 'target: 96', 'phases.0.skills.0.target'],
    [
      'more hours at least than at most',
      'hours: [2, 4]',
      'hours: [4, 2]',
      'phases.0.skills.0.hours',
    ],
    [
      'an address that is not https',
      'https://example.org/counting',
      'http://example.org/counting',
      'phases.0.skills.0.resources.0.url',
    ],
    [
      'an address that runs a script',
      'https://example.org/counting',
      'javascript:alert(1)',
      'phases.0.skills.0.resources.0.url',
    ],
    ['a variance of 0', 'skill: 0.25 }', 'skill: 0 }', 'measurement.variance.skill'],
    ['a kind without a slope', 'numeric: 1.5, ', '', 'measurement.discrimination.numeric'],
    ['a band above 100', '{ from: 75,', '{ from: 101,', 'bands.2.from'],
    ['a shift beyond -40', 'arithmetic: -5', 'arithmetic: -41', 'profiles.1.shift.arithmetic'],
  ])('%s', (_, from, to, path) => {
    expect(problemsOf(smallBankFilesWith('roadmap.yaml', from, to))).toMatchObject([
      { code: 'schema', path: `roadmap.yaml › ${path}` },
    ]);
  });
});

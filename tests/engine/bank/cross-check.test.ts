import { describe, expect, test } from 'vitest';
import { smallBankFiles, smallBankFilesWith } from '../../support/small-bank.ts';
import { problemsOf } from './problems-of.ts';

const sums = 'arithmetic/sums.yaml';
const arithmetic = 'arithmetic/domain.yaml';

describe('a fault between files is told with its place', () => {
  test.each([
    {
      fault: 'a domain that the roadmap does not list',
      change: ['roadmap.yaml', 'domains: [arithmetic, logic]', 'domains: [logic]'],
      problems: [
        { code: 'domain-unlisted', path: `${arithmetic} › domain`, on: 'domain: arithmetic' },
        {
          code: 'domain-unknown',
          path: 'roadmap.yaml › profiles.1.shift',
          on: 'shift: { arithmetic: -5, logic: 10 }',
        },
      ],
    },
    {
      fault: 'a domain that nobody wrote',
      change: ['roadmap.yaml', 'domains: [arithmetic, logic]', 'domains: [arithmetic, logic, art]'],
      problems: [
        {
          code: 'domain-missing',
          path: 'roadmap.yaml › domains',
          on: 'domains: [arithmetic, logic, art]',
        },
      ],
    },
    {
      fault: 'a skill declared in two domains',
      change: [
        'logic/domain.yaml',
        'misconceptions:',
        '  - { id: sums, title: Sums, about: Once more. }\nmisconceptions:',
      ],
      problems: [
        {
          code: 'duplicate-id',
          path: 'logic/domain.yaml › skills.2.id',
          on: '- { id: sums, title: Sums, about: Once more. }',
        },
        {
          code: 'skill-without-items',
          path: 'logic/domain.yaml › skills.2',
          on: '- { id: sums, title: Sums, about: Once more. }',
        },
      ],
    },
    {
      fault: 'a misconception listed twice',
      change: ['logic/domain.yaml', 'id: converse-for-condition', 'id: product-for-sum'],
      problems: [
        {
          code: 'duplicate-id',
          path: 'logic/domain.yaml › misconceptions.1.id',
          on: '- id: product-for-sum',
        },
        {
          code: 'misconception-unknown',
          path: 'logic/conditions.yaml › items.1.rubric.1.misconception',
          on: '- { when: { option: contrapositive }, score: 0, feedback: That says the same., misconception: converse-for-condition }',
        },
      ],
    },
    {
      fault: 'a skill file under another name than its skill',
      change: [sums, 'skill: sums', 'skill: totals'],
      problems: [
        { code: 'skill-undeclared', path: `${sums} › skill`, on: 'skill: totals' },
        { code: 'skill-without-items', path: `${arithmetic} › skills.0`, on: '- id: sums' },
      ],
    },
    {
      fault: 'an item id used twice in the bank',
      change: ['logic/sets.yaml', 'id: sets-empty', 'id: sums-add'],
      problems: [
        { code: 'duplicate-id', path: 'logic/sets.yaml › items.1.id', on: '- id: sums-add' },
      ],
    },
    {
      fault: 'a misconception that no domain lists',
      change: [sums, '        misconception: product-for-sum', '        misconception: nobodys'],
      problems: [
        {
          code: 'misconception-unknown',
          path: `${sums} › items.0.rubric.1.misconception`,
          on: 'misconception: nobodys',
        },
      ],
    },
  ])('$fault', ({ change: [path = '', from = '', to = ''], problems }) => {
    expect(problemsOf(smallBankFilesWith(path, from, to))).toEqual(problems);
  });

  test('a domain under another name than its folder, and what follows from it', () => {
    const files = smallBankFilesWith(arithmetic, 'domain: arithmetic', 'domain: algebra');
    expect(problemsOf(files).map(({ code, path }) => [code, path])).toEqual([
      ['domain-folder', `${arithmetic} › domain`],
      ['domain-unlisted', `${arithmetic} › domain`],
      ['domain-missing', 'roadmap.yaml › domains'],
      ['skill-undeclared', 'arithmetic/fractions.yaml › skill'],
      ['skill-undeclared', 'arithmetic/sums.yaml › skill'],
      ['skill-without-items', `${arithmetic} › skills.0`],
      ['skill-without-items', `${arithmetic} › skills.1`],
    ]);
  });

  test('a declared skill without a file', () => {
    const files = smallBankFiles().filter(({ path }) => path !== 'logic/sets.yaml');
    expect(problemsOf(files)).toEqual([
      { code: 'skill-without-items', path: 'logic/domain.yaml › skills.0', on: '- id: sets' },
    ]);
  });

  test('a skill file in the folder of another domain', () => {
    const files = smallBankFiles().map(({ path, text }) => ({
      path: path === 'logic/sets.yaml' ? 'arithmetic/sets.yaml' : path,
      text,
    }));
    expect(problemsOf(files).map(({ code, path }) => [code, path])).toEqual([
      ['skill-undeclared', 'arithmetic/sets.yaml › skill'],
      ['skill-without-items', 'logic/domain.yaml › skills.0'],
    ]);
  });
});

test('a misconception of another domain may be named', () => {
  const files = smallBankFilesWith(
    sums,
    '        misconception: product-for-sum',
    '        misconception: overlap-counted-twice',
  );
  expect(problemsOf(files)).toEqual([]);
});

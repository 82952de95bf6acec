import { describe, expect, test } from 'vitest';
import { UsageError, readArguments } from '../../src/cli/arguments.ts';
import { jobOf } from '../../src/cli/simulation/job.ts';

/** What is wrong with a call, one message a problem. */
function problemsOf(call: () => unknown): readonly string[] {
  try {
    call();
  } catch (error) {
    if (error instanceof UsageError) return error.problems;
    throw error;
  }
  return [];
}

describe('the job of a simulation', () => {
  test('is two hundred learners of the real bank unless said otherwise', () => {
    expect(jobOf({})).toMatchObject({
      bank: 'question-bank',
      learners: 200,
      questions: 25,
      seed: 7,
      rule: 'variance-reduction',
      'difficulty-error': 0,
      slips: 0,
    });
    expect(jobOf({}).exposure).toBeUndefined();
  });

  test('takes the size of a synthetic bank apart', () => {
    const { synthetic } = jobOf({ synthetic: '5x8x7' });
    expect(synthetic).toEqual({ domains: 5, skills: 40, items: 280 });
  });

  test.each([
    [{ learners: '0' }, /^--learners takes a whole number from 1 to 1000000, not "0"$/],
    [{ learners: '2.5' }, /^--learners takes a whole number/],
    [{ learners: '' }, /^--learners takes a whole number/],
    // Seeds of learners are made from it, and past 2^53 they would all be one.
    [{ seed: '9007199254740991' }, /^--seed takes a whole number from -1000000000 to 1000000000/],
    [{ slips: '1' }, /^--slips takes a number from 0 to 0.99, not "1"$/],
    [{ slips: 'few' }, /^--slips takes a number/],
    [{ 'difficulty-error': '-1' }, /^--difficulty-error takes a number from 0 to 3/],
    [{ exposure: '0' }, /^--exposure takes a number above 0 and up to 1, not "0"$/],
    [{ rule: 'best' }, /^--rule takes one of variance-reduction, .*random, not "best"$/],
    [{ ability: 'normal' }, /^--ability takes one of prior, skewed/],
    [
      { synthetic: '5x8' },
      /^--synthetic takes domains x skills x items, such as 5x8x8, not "5x8"$/,
    ],
    [{ synthetic: '5x0x8' }, /^--synthetic takes 1 to 1000 skills/],
    [{ synthetic: '99x99x99' }, /^--synthetic takes 1 to 1000 skills/],
    [{ bank: 'no-such-folder' }, /^--bank names no folder: "no-such-folder"$/],
    [{ bank: 'question-bank', synthetic: '5x8x8' }, /^--bank and --synthetic exclude each other$/],
    [{ kind: 'mixed' }, /^--kind is of a synthetic bank/],
    [{ questions: '101' }, /^--questions is at most 100 of a real bank$/],
  ])('%j is refused', (given, message) => {
    const problems = problemsOf(() => jobOf(given));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(message);
  });

  test('tells of everything that is wrong at once', () => {
    expect(problemsOf(() => jobOf({ learners: 'all', rule: 'best', slips: '2' }))).toHaveLength(3);
  });
});

describe('arguments', () => {
  const options = { seed: { type: 'string' }, json: { type: 'boolean' } } as const;
  const problems = (...args: string[]) => problemsOf(() => readArguments(options, args));

  test('are read by name, a negative number too', () => {
    expect(readArguments(options, ['--seed', '-3', '--json'])).toEqual({ seed: '-3', json: true });
    expect(readArguments(options, ['--seed=-3'])).toEqual({ seed: '-3' });
    expect(readArguments(options, [])).toEqual({});
  });

  test('that are unknown, out of place or incomplete are each told of', () => {
    expect(problems('--sed=3', '-x', '4', '--json=yes', '--seed')).toEqual([
      '--sed is not an option',
      '-x is not an option',
      '"4" stands by itself',
      '--json takes no value',
      '--seed lacks its value',
    ]);
  });
});

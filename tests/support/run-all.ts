/**
 * `npm test`: every check and every runner, one after the other, and one line that sums them.
 * Ends with `N passed, N failed`; exits 1 if anything failed or a runner ran nothing.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { z } from 'zod';

interface Tally {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
}

const vitestFile = 'test-results/unit.json';
const playwrightFile = 'test-results/e2e.json';
const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});
const playwrightReport = z.object({
  errors: z.array(z.unknown()),
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

const tallies = [
  // The other tools read what this one writes.
  check('generated types', 'svelte-kit', 'sync'),
  check('format', 'prettier', '--check', '.'),
  check('lint', 'eslint', '.'),
  check('types', 'svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings'),
  unitTests(),
  browserTests(),
];

console.log('');
for (const { name, passed, failed } of tallies) {
  console.log(`${name.padEnd(16)} ${passed} passed, ${failed} failed`);
}
const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function run(command: string, args: readonly string[]): boolean {
  console.log(`\n> ${command} ${args.join(' ')}`);
  return spawnSync('npx', ['--no-install', command, ...args], { stdio: 'inherit' }).status === 0;
}

/** A tool that says yes or no counts as one test. */
function check(name: string, command: string, ...args: string[]): Tally {
  const succeeded = run(command, args);
  return { name, passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1 };
}

function unitTests(): Tally {
  const report = counted(vitestFile, vitestReport, () =>
    run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile=${vitestFile}`]),
  );
  if (!report) return nothingRan('unit');
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  return atLeastOne({
    name: 'unit',
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
  });
}

function browserTests(): Tally {
  const report = counted(playwrightFile, playwrightReport, () => run('playwright', ['test']));
  if (!report) return nothingRan('browser');
  const { expected, unexpected, flaky } = report.stats;
  return atLeastOne({
    name: 'browser',
    passed: expected,
    failed: unexpected + flaky + report.errors.length,
  });
}

/** Runs a runner and reads the report it wrote; null where it wrote none. */
function counted<T>(file: string, schema: z.ZodType<T>, runner: () => boolean): T | null {
  rmSync(file, { force: true });
  runner();
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    console.error(`${file} cannot be read: ${String(error)}`);
    return null;
  }
}

function atLeastOne(tally: Tally): Tally {
  return tally.passed + tally.failed === 0 ? nothingRan(tally.name) : tally;
}

function nothingRan(name: string): Tally {
  return { name, passed: 0, failed: 1 };
}

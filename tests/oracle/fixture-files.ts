import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

const FOLDER = 'tests/oracle/fixtures';

export function readFixture(name: string): string {
  return readFileSync(`${FOLDER}/${name}`, 'utf8');
}

/** Rows of a CSV without quotes, as objects by the names in its first line. */
export function readTable(name: string): Record<string, string>[] {
  const [header = '', ...lines] = readFixture(name).trim().split('\n');
  const names = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((column, i) => [column, cells[i] ?? '']));
  });
}

/** Written in the project's own format, so that making a fixture anew changes no more than its values. */
export async function writeFixture(name: string, value: unknown): Promise<void> {
  const path = `${FOLDER}/${name}`;
  const options = await resolveConfig(path);
  writeFileSync(path, await format(JSON.stringify(value), { ...options, filepath: path }));
}

/** Twelve digits: far below every tolerance, and the same on machines whose last bits differ. */
export function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

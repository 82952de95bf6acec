import { type BankFile, parseBank } from '#lib/engine/bank/parse-bank.ts';
import type { Problem } from '#lib/engine/kernel/problem.ts';

export interface ToldProblem {
  readonly code: string;
  readonly path: string;
  /** What stands on the line that the problem names. */
  readonly on: string | undefined;
}

/** The problems of a bank, each with the text of its line: easier to read than a number. */
export function problemsOf(files: readonly BankFile[]): ToldProblem[] {
  const bank = parseBank(files);
  return bank.ok ? [] : bank.error.map((problem) => told(problem, files));
}

function told({ code, path, line }: Problem, files: readonly BankFile[]): ToldProblem {
  const name = path.split(' › ')[0];
  const text = files.find((file) => file.path === name)?.text ?? '';
  return { code, path, on: line === undefined ? undefined : text.split('\n')[line - 1]?.trim() };
}

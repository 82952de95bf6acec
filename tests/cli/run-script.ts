import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command of src/cli in a process of its own, to its end. */
export function runScript(script: string, ...args: readonly string[]): Promise<Ran> {
  return runScriptIn({}, script, ...args);
}

/** The same with more in its environment. */
export async function runScriptIn(
  env: Readonly<Record<string, string>>,
  script: string,
  ...args: readonly string[]
): Promise<Ran> {
  const command = ['--import', 'tsx', `src/cli/${script}`, ...args];
  const options = { env: { ...process.env, ...env } };
  try {
    return { status: 0, ...(await promisify(execFile)(process.execPath, command, options)) };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { status: code, stdout, stderr };
  }
}

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command of src/cli in a process of its own, to its end. */
export async function runScript(script: string, ...args: readonly string[]): Promise<Ran> {
  const command = ['--import', 'tsx', `src/cli/${script}`, ...args];
  try {
    return { status: 0, ...(await promisify(execFile)(process.execPath, command)) };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { status: code, stdout, stderr };
  }
}

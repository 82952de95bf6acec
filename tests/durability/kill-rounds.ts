import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '#lib/server/db/open-database.ts';
import { type Attempts, attempts } from '#lib/server/repositories/attempts.ts';
import type { AttemptRecord } from '#lib/engine/quiz/attempt.ts';
import type { PostgresServer } from '../support/postgres-server.ts';
import { learnerOf, learnersAtOnce, storedAs } from './rounds.ts';

export interface Tally {
  /** Processes killed: of the app, and of the store's server. */
  kills: number;
  /** Answers that a learner was told are recorded. */
  acknowledged: number;
  /** Of those, missing in the store, or there with another answer. */
  lost: number;
  /** Answers in the store that nobody can have sent: more than were under way when the app was killed. */
  doubled: number;
  /** Attempts whose positions are not 1, 2, 3 …, or whose times run backwards. */
  disordered: number;
}

/** What is killed at random under load, and where its answers go. */
export interface Target {
  readonly database: string;
  readonly bankFolder: string;
  /** Killed too, and started again while the app goes on; null where the store has no server of its own. */
  readonly server: Pick<PostgresServer, 'kill' | 'restart'> | null;
}

/** Milliseconds from the first answer to the kill, at most. */
const longestLife = 400;
/** Milliseconds after which an app that acknowledges nothing is broken rather than slow. */
const patience = 300_000;

/** Rounds of answering until a kill, every one of them compared with the store at once and after the last. */
export async function killRounds(target: Target, kills: number): Promise<Tally> {
  const tally: Tally = { kills: 0, acknowledged: 0, lost: 0, doubled: 0, disordered: 0 };
  const rounds: string[][] = [];
  while (tally.kills < kills) {
    const killsServer = target.server !== null && rounds.length % 2 === 1;
    const lines = await playRound(target, rounds.length, killsServer);
    tally.kills += killsServer ? 2 : 1;
    tally.acknowledged += lines.length;
    rounds.push(lines);
  }
  const db = await openDatabase(target.database);
  for (const [round, lines] of rounds.entries())
    compare(tally, lines, await storedIn(attempts(db), round));
  await db.destroy();
  return tally;
}

/** Lets the recorder answer for a while, kills it, and gives the lines it printed. */
async function playRound(
  { database, bankFolder, server }: Target,
  round: number,
  killsServer: boolean,
): Promise<string[]> {
  const script = ['--import', 'tsx', 'tests/durability/recorder.ts'];
  const child = spawn(process.execPath, [...script, database, bankFolder, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const closed = once(child, 'close') as Promise<[number | null, string | null]>;
  try {
    await hasPrinted(child, () => printed.length);
    await sleep(longestLife * Math.random());
    if (killsServer && server) {
      await server.kill();
      await server.restart();
      const before = printed.length;
      await hasPrinted(child, () => printed.length - before);
      await sleep(longestLife * Math.random());
    }
  } finally {
    child.kill('SIGKILL');
  }
  const [code, signal] = await closed;
  if (signal !== 'SIGKILL') throw new Error(`the app ended by itself with ${code ?? signal}`);
  return printed.split('\n').slice(0, -1); // a line without its end was not printed whole
}

async function hasPrinted(child: ChildProcess, count: () => number): Promise<void> {
  const end = Date.now() + patience;
  while (count() === 0) {
    if (child.exitCode !== null) throw new Error(`the app ended by itself with ${child.exitCode}`);
    if (Date.now() > end) throw new Error('the app acknowledges nothing');
    await sleep(5);
  }
}

async function storedIn(store: Attempts, round: number): Promise<AttemptRecord[]> {
  const learners = Array.from({ length: learnersAtOnce }, (_, index) => learnerOf(round, index));
  return (await Promise.all(learners.map((learner) => store.list(learner)))).flat();
}

function compare(tally: Tally, acknowledged: string[], records: AttemptRecord[]): void {
  const stored = records.flatMap(({ id, attempt }) =>
    attempt.answers.map(({ position, response }) => `${id} ${position} ${storedAs(response)}`),
  );
  const kept = new Set(stored);
  const lost = acknowledged.filter((line) => !kept.has(line)).length;
  tally.lost += lost;
  // One answer a learner may have been stored without its acknowledgement reaching anybody.
  tally.doubled += Math.max(0, stored.length - (acknowledged.length - lost) - learnersAtOnce);
  tally.disordered += records.filter(({ attempt: { answers } }) =>
    answers.some(
      ({ position, answeredAt }, index) =>
        position !== index + 1 || answeredAt < (answers[index - 1]?.answeredAt ?? ''),
    ),
  ).length;
}

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Question } from '#lib/engine/quiz/attempt.ts';
import { exportReport } from '#lib/server/usecases/export-report.ts';
import { findAttempt, listAttempts } from '#lib/server/usecases/find-attempt.ts';
import { finishAttempt } from '#lib/server/usecases/finish-attempt.ts';
import { compareQuery, runQuery } from '#lib/server/usecases/run-query.ts';
import { deleteAttempt, viewDeletion } from '#lib/server/usecases/own-data/delete-attempt.ts';
import { acceptTransfer } from '#lib/server/usecases/own-data/accept-transfer.ts';
import { deleteEverything } from '#lib/server/usecases/own-data/delete-everything.ts';
import { downloadEverything } from '#lib/server/usecases/own-data/download-everything.ts';
import { offerTransfer } from '#lib/server/usecases/own-data/offer-transfer.ts';
import { signOutOthers } from '#lib/server/usecases/own-data/sign-out-others.ts';
import { newTransferCode } from '#lib/server/usecases/own-data/transfer-code.ts';
import { viewOwnData } from '#lib/server/usecases/own-data/view-own-data.ts';
import { listShares, viewShares } from '#lib/server/usecases/shares/list-shares.ts';
import { revokeShare } from '#lib/server/usecases/shares/revoke-share.ts';
import { newShareToken, shareReport } from '#lib/server/usecases/shares/share-report.ts';
import { startAttempt } from '#lib/server/usecases/start-attempt.ts';
import { submitAnswer } from '#lib/server/usecases/submit-answer.ts';
import { viewAttempt } from '#lib/server/usecases/view-attempt.ts';
import { viewDomain, viewHome, viewProgress } from '#lib/server/usecases/view-pages.ts';
import { viewReport } from '#lib/server/usecases/view-report.ts';
import {
  type TestServices,
  addLearner,
  answerUnknowing,
  formFor,
  start,
  testServices,
  waitingQuestion,
} from '../../support/test-services.ts';

const folder = 'src/lib/server/usecases';

/** What an intruder knows: the ids of somebody's attempts, and the question that waits in one. */
interface Known {
  readonly open: string;
  readonly finished: string;
  readonly question: Question;
  /** The id of a link. */
  readonly share: string;
}

type Call = (services: TestServices, learnerId: string, known: Known) => Promise<unknown>;

/** Every use case that takes the id of an attempt, or of a link to one: it gives null to anybody but its learner. */
const ofAnAttempt: Readonly<Record<string, Call>> = {
  findAttempt: (services, learnerId, { finished }) => findAttempt(services, learnerId, finished),
  finishAttempt: (services, learnerId, { open }) => finishAttempt(services, learnerId, open),
  submitAnswer: (services, learnerId, { open, question }) =>
    submitAnswer(services, learnerId, open, formFor(question)),
  runQuery: (services, learnerId, { open, question }) =>
    runQuery(services, learnerId, open, formFor(question, { answer: ['SELECT 1'] })),
  compareQuery: (services, learnerId, { open, question }) =>
    compareQuery(services, learnerId, open, formFor(question, { answer: ['SELECT 1'] })),
  viewAttempt: (services, learnerId, { open }) => viewAttempt(services, learnerId, open, 1),
  viewReport: (services, learnerId, { finished }) => viewReport(services, learnerId, finished),
  exportReport: (services, learnerId, { finished }) =>
    exportReport(services, learnerId, finished, 'report.json'),
  shareReport: (services, learnerId, { finished }) =>
    shareReport(services, learnerId, finished, {
      token: newShareToken(),
      expiry: 'never',
      withAnswers: true,
    }),
  viewShares: (services, learnerId, { finished }) => viewShares(services, learnerId, finished),
  viewDeletion: (services, learnerId, { finished }) => viewDeletion(services, learnerId, finished),
  deleteAttempt: (services, learnerId, { open }) => deleteAttempt(services, learnerId, open),
  revokeShare: (services, learnerId, { share }) => revokeShare(services, learnerId, share),
};

/** Every use case that takes a learner and no attempt: nothing in it comes from somebody else. */
const ofALearner: Readonly<Record<string, Call>> = {
  listAttempts: (services, learnerId) => listAttempts(services, learnerId),
  startAttempt: (services, learnerId) => startAttempt(services, learnerId, { kind: 'diagnostic' }),
  viewHome: (services, learnerId) => viewHome(services, learnerId),
  viewDomain: (services, learnerId) => viewDomain(services, learnerId, 'logic'),
  viewProgress: (services, learnerId) => viewProgress(services, learnerId),
  listShares: (services, learnerId) => listShares(services, learnerId),
  viewOwnData: (services, learnerId) => viewOwnData(services, learnerId),
  downloadEverything: (services, learnerId) => downloadEverything(services, learnerId),
  signOutOthers: (services, learnerId) => signOutOthers(services, learnerId, 'token'),
  deleteEverything: (services, learnerId) => deleteEverything(services, learnerId),
  // A code is never the same twice.
  offerTransfer: async (services, learnerId) => (await offerTransfer(services, learnerId))?.length,
  acceptTransfer: (services, learnerId) =>
    acceptTransfer(
      services,
      learnerId,
      { code: newTransferCode(), agreed: true },
      { token: null, address: '' },
    ),
};

interface Exported {
  readonly name: string;
  readonly parameters: readonly string[];
}

/** Functions that a source text exports, with the names of their parameters. */
function exportedFunctions(text: string): Exported[] {
  const source = ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest, true);
  const namesOf = ({ parameters }: ts.SignatureDeclaration) =>
    parameters.map(({ name }) => name.getText());
  return source.statements.flatMap((statement): Exported[] => {
    const isExported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!isExported) return [];
    if (ts.isFunctionDeclaration(statement)) {
      return [{ name: statement.name?.text ?? 'default', parameters: namesOf(statement) }];
    }
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
      initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer))
        ? [{ name: name.getText(), parameters: namesOf(initializer) }]
        : [],
    );
  });
}

let services: TestServices;
let known: Known;

beforeEach(async () => {
  services = await testServices();
  const owner = await addLearner(services, 'owner');
  await addLearner(services, 'intruder');
  const finished = await start(services, owner);
  await answerUnknowing(services, owner, finished);
  // Practice mode: a review of the first answer is there to be asked for.
  const open = await start(services, owner, { feedback: 'each' });
  await answerUnknowing(services, owner, open, 2);
  const question = await waitingQuestion(services, owner, open);
  await ofAnAttempt['shareReport']?.(services, owner, { open, finished, question, share: '' });
  await offerTransfer(services, owner);
  const [link] = await services.shares.list(owner);
  known = { open, finished, question, share: link?.id ?? '' };
});

afterEach(() => services.close());

test('every use case that takes a learner stands in one of the tables, and nothing else does', () => {
  const exported = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => exportedFunctions(readFileSync(join(folder, name), 'utf8')));
  const takingALearner = exported.filter(({ parameters }) => parameters.includes('learnerId'));
  const listed = [...Object.keys(ofAnAttempt), ...Object.keys(ofALearner)];
  expect(takingALearner.map(({ name }) => name).toSorted()).toEqual(listed.toSorted());
  const withId = takingALearner.filter(({ name, parameters }) => {
    return (parameters.includes('id') || parameters.includes('shareId')) && name !== 'viewDomain'; // a domain's id
  });
  expect(withId.map(({ name }) => name).toSorted()).toEqual(Object.keys(ofAnAttempt).toSorted());
});

test('the search for use cases finds functions however they are written', () => {
  const text = `
    export async function one({ a }: S, learnerId: string) {}
    export const two = async (s: S, learnerId: string | null) => null;
    function hidden(learnerId: string) {}
    export const three = 3;
    export interface Four { learnerId: string }`;
  expect(exportedFunctions(text)).toEqual([
    { name: 'one', parameters: ['{ a }', 'learnerId'] },
    { name: 'two', parameters: ['s', 'learnerId'] },
  ]);
});

describe.each(Object.entries(ofAnAttempt))('%s', (_, call) => {
  test('gives another learner null and changes nothing', async () => {
    const before = await services.dump();
    expect(await call(services, 'intruder', known)).toBeNull();
    expect(await services.dump()).toBe(before);
  });

  test('gives a learner whom nobody knows null and changes nothing', async () => {
    const before = await services.dump();
    for (const learnerId of ['', 'stranger', '%', 'owner ', 'OWNER']) {
      expect(await call(services, learnerId, known)).toBeNull();
    }
    expect(await services.dump()).toBe(before);
  });

  test('gives its own learner something', async () => {
    expect(await call(services, 'owner', known)).not.toBeNull();
  });
});

describe.each(Object.entries(ofALearner))('%s', (_, call) => {
  test('gives another learner what it would give them were they alone', async () => {
    const alone = await testServices();
    await addLearner(alone, 'intruder');
    const gone = JSON.stringify([await call(alone, 'intruder', known)]);
    const here = JSON.stringify([await call(services, 'intruder', known)]);
    // Only the running number of a new attempt tells that others have begun some.
    expect(here.replace('id-4', 'id-1')).toBe(gone);
    await alone.close();
  });

  test('leaves what belongs to others as it was', async () => {
    const all = async () =>
      JSON.stringify([
        await services.attempts.list('owner'),
        await services.shares.list('owner'),
        await services.sessions.count('owner'),
        await services.db
          .selectFrom('transfer_codes')
          .selectAll()
          .where('learner_id', '=', 'owner')
          .execute(),
      ]);
    const before = await all();
    await call(services, 'intruder', known);
    expect(await all()).toBe(before);
  });
});

import { expect, test } from '@playwright/test';
import type { Bank } from '#lib/engine/bank/bank.ts';
import { keyResponse } from '#lib/engine/rubric/registry.ts';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import {
  type FormQuestion,
  type HttpLearner,
  httpLearner,
  openClient,
  questionIn,
  rightTexts,
  variantIn,
} from '../support/http-learner.ts';
import { type Served, serveForTest } from '../support/serve-for-test.ts';

/*
 * Learners who read every byte they are sent, of pages, their data, redirects, refusals and scripts, and look in it
 * for what they may not know yet: keys, rubrics and explanations of anything in the bank that they have not answered.
 */

const bank = loadBank('question-bank');
let app: Served;
test.beforeAll(async () => {
  app = await serveForTest();
});
test.afterAll(() => app.close());

/** Letters and digits only: markup, escaping and line breaks must not hide a leak. */
const bare = (text: string) =>
  text
    .replace(/<[^>]*>|\\u003[ce]|\\n|&\w+;/gi, '')
    .replace(/[^a-z0-9]/gi, '')
    .toLowerCase();

/** Sentences of an item's explanation and feedback that stand in no text that may be seen. */
function secretsOf({ items }: Bank): Map<string, readonly string[]> {
  const sentences = (text: string) =>
    text
      .split(/(?<=[.:;])\s+|\n/)
      .filter((sentence) => !/[$`{*|]/.test(sentence))
      .map(bare)
      .filter((sentence) => sentence.length > 25);
  const open: string[] = [];
  for (const { item, skill } of items.values()) {
    const texts = 'options' in item ? Object.values(item.options) : [];
    open.push(bare([item.stem, ...texts.map(String), skill.title, skill.about].join(' ')));
  }
  const all = open.join('\n');
  return new Map(
    [...items].map(([id, { item }]) => [
      id,
      [item.explanation, ...item.rubric.map(({ feedback }) => feedback)]
        .flatMap(sentences)
        .filter((sentence) => !all.includes(sentence)),
    ]),
  );
}
const secrets = secretsOf(bank);

/** Fields that only what is judged has, as JSON, as a page's data and as the framework's own notation write them. */
const judgedField =
  /\b(rubric|explanation|misconception|solution|tolerance|isKey|correct)\b["']?\s*:/i;

/** Reads what one learner is sent, at once, and keeps what of it came too early. */
function reader() {
  const answered = new Set<string>();
  const early: string[] = [];
  let bytes = 0;
  return {
    answered,
    early,
    bytes: () => bytes,
    take: (text: string) => {
      bytes += text.length;
      const plain = bare(text);
      for (const [id, sentences] of secrets) {
        if (answered.has(id)) continue;
        early.push(
          ...sentences.filter((each) => plain.includes(each)).map((each) => `${id}: ${each}`),
        );
      }
    },
  };
}

/** The key as a text so long that it stands nowhere by chance; the stem may hold it. */
function longKey(question: FormQuestion): string | null {
  const variant = variantIn(bank, question);
  const key = keyResponse(variant);
  if (key?.kind !== 'numeric') return null;
  const text = String(key.value).replace(/^0\./, '');
  return text.length >= 7 && !bare(variant.stem).includes(bare(text)) ? bare(text) : null;
}

async function readAround(
  learner: HttpLearner,
  path: string,
  take: (text: string) => void,
): Promise<void> {
  for (const about of [
    path,
    `${path}/__data.json`,
    `${path}/report`,
    `${path}/report/__data.json`,
    `${path}/export/report.json`,
    `${path}?review=1`,
    `${path}?review=99`,
    '/',
    '/progress',
    '/progress/__data.json',
    '/domains/statistics',
    '/start',
    '/sample',
    '/sample/__data.json',
    '/about/measurement',
  ]) {
    const { text, headers } = await learner.get(about);
    take(`${JSON.stringify(headers)}\n${text}`);
  }
}

for (const [name, choices] of [
  ['a diagnostic', { kind: 'diagnostic', length: 'standard' }],
  [
    'practice in linear algebra',
    { kind: 'domain', domain: 'linear-algebra', length: 'standard', feedback: 'each' },
  ],
  [
    'practice in data engineering',
    { kind: 'domain', domain: 'data-engineering', length: 'standard', feedback: 'each' },
  ],
  ['a second diagnostic', { kind: 'diagnostic', length: 'short' }],
] as const) {
  test(`nothing of an item is sent before its answer in ${name}`, async () => {
    test.setTimeout(300_000);
    const { client, close } = openClient(app.origin);
    const learner = httpLearner(app.origin, client);
    const read = reader();
    const path = await learner.begin(choices);
    let keys = 0;
    let questions = 0;
    for (;;) {
      const page = await learner.get(path);
      const question = page.status === 200 ? questionIn(page.text) : null;
      if (!question) break;
      questions += 1;
      read.take(page.text);
      if (!('feedback' in choices)) expect(page.text).not.toMatch(judgedField);
      const data = (await learner.get(`${path}/__data.json`)).text;
      if (!('feedback' in choices)) expect(data).not.toMatch(judgedField);
      const key = longKey(question);
      if (key !== null) {
        keys += 1;
        expect(bare(page.text + data), `the key of ${question.itemId}`).not.toContain(key);
      }
      if (questions % 5 === 1) await readAround(learner, path, read.take);
      // What cannot be read is refused, and a refusal tells nothing either.
      read.take((await learner.answer(path, question, ['', 'no answer at all'])).text);
      read.take(
        (
          await learner.answer(
            path,
            { ...question, position: 99 },
            rightTexts(variantIn(bank, question)),
          )
        ).text,
      );
      expect(read.early, `at question ${questions}`).toEqual([]);
      const right = question.position % 2 === 0 ? rightTexts(variantIn(bank, question)) : null;
      const reply = await learner.answer(path, question, right);
      expect(reply.status).toBe(303);
      read.answered.add(question.itemId);
      read.take(reply.text);
      const review = await learner.get(`${path}?review=${question.position}`);
      read.take(review.text);
    }
    expect(read.early).toEqual([]);
    expect(questions).toBeGreaterThan(7);
    expect(read.bytes()).toBeGreaterThan(500_000);
    if (choices.kind === 'diagnostic') expect(keys).toBeGreaterThan(0);
    // What the search looks for is really there once it may be: else it would find nothing anywhere.
    read.answered.clear();
    read.take((await learner.get(`${path}/report`)).text);
    expect(read.early.length).toBeGreaterThan(questions / 2);
    close();
  });
}

test('no script, style or data file of the app holds anything of the bank', async () => {
  const { client, close } = openClient(app.origin);
  const learner = httpLearner(app.origin, client);
  const read = reader();
  const seen = new Set<string>();
  const waiting = ['/', '/start', '/sample', await learner.begin({ kind: 'diagnostic' })];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const { text } = await learner.get(path);
    if (/\.(js|css|json|svg)$/.test(path)) read.take(text);
    for (const [file] of text.matchAll(/[\w.-]+\.(?:js|css)\b/g)) {
      for (const folder of ['entry', 'chunks', 'nodes', 'assets'])
        waiting.push(`/_app/immutable/${folder}/${file}`);
    }
  }
  expect([...seen].filter((path) => path.includes('/chunks/')).length).toBeGreaterThan(5);
  expect(read.early).toEqual([]);
  close();
});

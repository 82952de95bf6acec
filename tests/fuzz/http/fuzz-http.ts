import type { Bank } from '#lib/engine/bank/bank.ts';
import {
  type Ask,
  type Client,
  type HttpLearner,
  type Reply,
  httpLearner,
  openClient,
  questionIn,
  rightTexts,
  variantIn,
} from '../../support/http-learner.ts';
import { endpoints, fieldNames } from './endpoints.ts';
import { type FuzzRequest, fuzzRequests } from './requests.ts';
import { type Knowledge, toAsk } from './send.ts';

export interface HttpFuzzReport {
  readonly requests: number;
  /** Answers by status, `200` to `504`. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Requests by `METHOD route`. */
  readonly endpoints: Readonly<Record<string, number>>;
  readonly slowest: number;
  readonly faults: readonly string[];
}

/** A hang, and not only a machine that is busy with other things. */
const patience = 30_000;
const workers = 4;
/** A sender's attempts pile up, and each is read whenever one is asked for: a fresh sender takes over. */
const requestsOfASender = 150;

/**
 * Sends requests of every make to a server, as several learners, and looks for what may never come back:
 * a failure of the server, nothing within the time, or anything of somebody else.
 */
export async function fuzzHttp(
  origin: string,
  bank: Bank,
  count: number,
  seed: number,
): Promise<HttpFuzzReport> {
  const { client, close } = openClient(origin, { sockets: workers + 1, timeout: patience });
  const victim = await makeVictim(origin, client, bank);
  const all = fuzzRequests({ endpoints: endpoints(), fields: fieldNames(), seed }, count);
  const statuses: Record<string, number> = {};
  const counts: Record<string, number> = {};
  const faults: string[] = [];
  let slowest = 0;
  const work = async (own: readonly FuzzRequest[]) => {
    for (let from = 0; from < own.length; from += requestsOfASender) {
      const sender = await makeSender(origin, client, bank, victim.id);
      for (const request of own.slice(from, from + requestsOfASender)) {
        const asked = toAsk(request, origin, await sender.know(request));
        const name = `${request.method} ${request.endpoint.route}`;
        counts[name] = (counts[name] ?? 0) + 1;
        try {
          const reply = await client(asked);
          statuses[reply.status] = (statuses[reply.status] ?? 0) + 1;
          slowest = Math.max(slowest, reply.ms);
          const fault = faultOf(asked, reply, victim);
          if (fault !== null) faults.push(`${fault}: ${shown(asked)}`);
        } catch (error) {
          faults.push(`${error instanceof Error ? error.message : 'no answer'}: ${shown(asked)}`);
        }
      }
    }
  };
  await Promise.all(
    Array.from({ length: workers }, (_, worker) =>
      work(all.filter((__, index) => index % workers === worker)),
    ),
  );
  const after = await victim.look();
  if (after !== victim.before) faults.push('what another learner has was changed');
  close();
  return { requests: all.length, statuses, endpoints: counts, slowest, faults };
}

interface Victim {
  readonly id: string;
  /** What is only in this learner's own pages. */
  readonly secrets: readonly string[];
  /** All they see of their attempts, as it was before. */
  readonly before: string;
  readonly look: () => Promise<string>;
}

/** A learner with a finished attempt and an open one, of which nobody else may see a byte. */
async function makeVictim(origin: string, client: Client, bank: Bank): Promise<Victim> {
  const learner = httpLearner(origin, client);
  const done = await learner.begin({
    kind: 'diagnostic',
    length: 'short',
    'self-statistics': '73.2817',
  });
  await answerAll(learner, done, bank);
  const open = await learner.begin({ kind: 'diagnostic', length: 'short' });
  const look = async () => {
    const replies = [await learner.get(`${done}/export/report.json`), await learner.get(open)];
    // The nonce of a page's policy is a new one each time.
    return replies
      .map(({ status, text }) => `${status} ${text.replaceAll(/nonce="[^"]*"/g, '')}`)
      .join('\n');
  };
  const before = await look();
  const seeds = [...before.matchAll(/"seed":\s*(\d{8,})/g)].map(([, each = '']) => each);
  const times = [...before.matchAll(/\d{4}-\d\d-\d\dT[\d:.]{12}Z/g)].map(([each]) => each);
  if (seeds.length === 0 || times.length === 0)
    throw new Error('nothing of the victim could be known again');
  const token = learner.cookie().split('=')[1] ?? '';
  return {
    id: idIn(open),
    secrets: [...seeds, ...times, token, '73.2817', idIn(done)],
    before,
    look,
  };
}

async function answerAll(learner: HttpLearner, path: string, bank: Bank): Promise<void> {
  for (;;) {
    const { status, text } = await learner.get(path);
    const question = status === 200 ? questionIn(text) : null;
    if (!question) return;
    await learner.answer(
      path,
      question,
      question.position % 2 ? rightTexts(variantIn(bank, question)) : null,
    );
  }
}

interface Sender {
  know(request: FuzzRequest): Promise<Knowledge>;
}

/** A learner of their own, with an open attempt in practice. */
async function makeSender(
  origin: string,
  client: Client,
  bank: Bank,
  victim: string,
): Promise<Sender> {
  const learner = httpLearner(origin, client);
  let path = await learner.begin({ kind: 'diagnostic', length: 'short', feedback: 'each' });
  const waiting = async () => {
    const found = questionIn((await learner.get(path)).text);
    if (found) return found;
    path = await learner.begin({ kind: 'diagnostic', length: 'short', feedback: 'each' });
    return questionIn((await learner.get(path)).text);
  };
  return {
    async know({ body, method }) {
      const wants =
        method === 'POST' &&
        body !== null &&
        body.kind !== 'bytes' &&
        body.fields.some(([, value]) => 'known' in value && value.known === 'item');
      const question = wants ? await waiting() : null;
      return {
        cookie: learner.cookie(),
        own: [idIn(path)],
        victim: [victim],
        position: [String(question?.position ?? 1)],
        item: [question?.itemId ?? ''],
        version: [question?.version ?? '1'],
        seed: [String(question?.seed ?? 1)],
        right: question ? rightTexts(variantIn(bank, question)) : ['1'],
      };
    },
  };
}

function faultOf(
  { method, path }: Ask,
  { status, text, headers, ms }: Reply,
  victim: Victim,
): string | null {
  if (status >= 500) return `status ${status}`;
  if (ms > patience) return `${Math.round(ms)} ms`;
  const everything = `${JSON.stringify(headers)}\n${text}`;
  const leaked = victim.secrets.find((secret) => everything.includes(secret));
  if (leaked !== undefined) return `the victim’s ${leaked}`;
  const isTheirs = path.startsWith(`/attempts/${victim.id}`);
  // The framework answers a request for data with 200, and the status of the page inside.
  const isRefused =
    status >= 400 ||
    /"type":"error",.*"status":4\d\d/.test(text) ||
    // What is not there needs no deleting: told alike of an attempt that never was and one of others.
    everything.includes('notice=attempt-gone');
  const isTidied = status === 308 || status === 204 || method === 'HEAD';
  if (isTheirs && !isRefused && !isTidied) return `status ${status} for what is the victim’s`;
  if ('polluted' in {}) return 'a changed prototype';
  return null;
}

const idIn = (path: string) => path.split('/').at(-1) ?? '';

function shown({ method, path, headers, body }: Ask): string {
  return `${method} ${path.slice(0, 300)} ${JSON.stringify(headers).slice(0, 400)} ${String(body ?? '').slice(0, 300)}`;
}

import { Agent, type IncomingHttpHeaders, request as ask } from 'node:http';
import type { Bank } from '#lib/engine/bank/bank.ts';
import { keyResponse } from '#lib/engine/rubric/registry.ts';
import { type Variant, instantiate } from '#lib/engine/template/instantiate.ts';
import { sentFor } from './items.ts';

/*
 * Learners who speak HTTP: no browser, their own cookie, real forms. What they read are the bytes
 * that were sent, of redirects and refusals too.
 */

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly ms: number;
}

export interface Ask {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export type Client = (ask: Ask) => Promise<Reply>;

/** A few connections to one origin that are kept open. */
export function openClient(origin: string, { sockets = 8, timeout = 30_000 } = {}) {
  const agent = new Agent({ keepAlive: true, maxSockets: sockets });
  const { hostname, port } = new URL(origin);
  const client: Client = (asked) =>
    new Promise((resolve, reject) => {
      const { method = 'GET', path, headers = {}, body } = asked;
      const began = performance.now();
      const length =
        body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const sent = ask(
        {
          agent,
          hostname,
          port,
          method,
          path,
          headers: { ...length, ...headers },
          timeout,
          maxHeaderSize: 65_536,
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              text: Buffer.concat(chunks).toString(),
              ms: performance.now() - began,
            });
          });
        },
      );
      sent.on('error', (error: NodeJS.ErrnoException) => {
        // The server may have closed a connection at the moment it was used again: that is no answer to anything.
        if (sent.reusedSocket && ['ECONNRESET', 'EPIPE'].includes(error.code ?? ''))
          resolve(client(asked));
        else reject(error);
      });
      sent.on('timeout', () => sent.destroy(new Error(`no answer within ${timeout} ms`)));
      sent.end(body);
    });
  return {
    client,
    close: () => {
      agent.destroy();
    },
  };
}

/** A question as the page has it: the hidden fields of its form. */
export interface FormQuestion {
  readonly position: number;
  readonly itemId: string;
  readonly version: string;
  readonly seed: number;
}

export function questionIn(html: string): FormQuestion | null {
  const hidden = (name: string) => {
    const input = new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(html)?.[0] ?? '';
    return /value="([^"]*)"/.exec(input)?.[1] ?? null;
  };
  const [position, itemId] = [hidden('position'), hidden('item')];
  const [version, seed] = [hidden('version'), hidden('seed')];
  if (position === null || itemId === null || version === null || seed === null) return null;
  return { position: Number(position), itemId, version, seed: Number(seed) };
}

export function variantIn(bank: Bank, { itemId, seed }: FormQuestion): Variant {
  const item = bank.items.get(itemId)?.item;
  const variant = item && instantiate(item, seed);
  if (!variant?.ok) throw new Error(`${itemId} at seed ${seed} is not in the bank`);
  return variant.value;
}

/** What the form sends for the right answer; its echo is agreed to before it is asked. */
export function rightTexts(variant: Variant): string[] {
  const key = keyResponse(variant);
  return key ? sentFor(variant, key) : [];
}

export interface HttpLearner {
  readonly cookie: () => string;
  /** Begins an attempt. @returns its path */
  begin(choices: Readonly<Record<string, string>>): Promise<string>;
  get(path: string): Promise<Reply>;
  /** @param texts what the answer's fields hold; null for "I don’t know yet" */
  answer(path: string, question: FormQuestion, texts: readonly string[] | null): Promise<Reply>;
  post(path: string, form: URLSearchParams): Promise<Reply>;
}

export function httpLearner(origin: string, client: Client): HttpLearner {
  let cookie = '';
  const send = async (sent: Ask): Promise<Reply> => {
    const headers = { accept: 'text/html', ...(cookie ? { cookie } : {}), ...sent.headers };
    const reply = await client({ ...sent, headers });
    for (const each of reply.headers['set-cookie'] ?? []) {
      if (each.startsWith('sextant=')) cookie = each.split(';')[0] ?? '';
    }
    return reply;
  };
  const post = (path: string, form: URLSearchParams) =>
    send({
      method: 'POST',
      path,
      body: form.toString(),
      headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    });
  return {
    cookie: () => cookie,
    get: (path) => send({ path }),
    post,
    async begin(choices) {
      const { status, headers, text } = await post('/start', new URLSearchParams(choices));
      if (status !== 303) throw new Error(`no attempt began: ${status} ${text.slice(0, 500)}`);
      return new URL(headers.location ?? '', `${origin}/start`).pathname;
    },
    answer(path, { position, itemId, version, seed }, texts) {
      const form = new URLSearchParams({
        position: String(position),
        item: itemId,
        version,
        seed: String(seed),
      });
      for (const text of texts ?? []) form.append('answer', text);
      if (texts === null) form.set('dont-know', '1');
      else form.set('confirmed', texts.join('\n'));
      return post(`${path}?/answer`, form);
    },
  };
}

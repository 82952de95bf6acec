import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { texts } from '../submissions.ts';
import type { Endpoint } from './endpoints.ts';

/** Something that only the one who sends knows, filled in when it is sent. */
export type Known = 'own' | 'victim' | 'position' | 'item' | 'version' | 'seed' | 'right';
export type Value = { readonly known: Known } | { readonly text: string };
export type Field = readonly [name: string, value: Value];

export interface FuzzRequest {
  readonly endpoint: Endpoint;
  readonly method: string;
  /** For each parameter of the route, in order. */
  readonly params: readonly Value[];
  /** After the path: a form action, a data request or nothing. */
  readonly form: string | null;
  readonly isData: boolean;
  readonly query: readonly Field[];
  readonly body: Body | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookie: 'own' | 'none' | 'tampered' | 'prototype' | 'long';
  /** Whether the form comes from the app's own pages. */
  readonly origin: 'own' | 'other' | 'none';
}

export type Body =
  | { readonly kind: 'urlencoded' | 'multipart' | 'json'; readonly fields: readonly Field[] }
  | { readonly kind: 'bytes'; readonly bytes: Buffer; readonly type: string };

const attempts: readonly Known[] = ['own', 'victim'];
const usual = [
  'diagnostic',
  'domain',
  'short',
  'standard',
  'each',
  'end',
  'statistics',
  '10',
  '2026-12-01',
  '1',
  'report.json',
  'report.md',
  'skills.csv',
  'answers.csv',
  'engineer',
];
const types = [
  'application/x-www-form-urlencoded',
  'application/x-www-form-urlencoded; charset=utf-16',
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  'application/json',
  'application/x-sveltekit-formdata',
  'text/plain',
  'application/octet-stream',
  '*/*',
  ';',
];
/** Five megabytes of nothing in five kilobytes. */
const bomb = gzipSync(Buffer.alloc(5_000_000));
const brokenUtf8 = Buffer.from([
  0x61, 0x3d, 0xc3, 0x28, 0xff, 0xfe, 0xed, 0xa0, 0x80, 0x26, 0x00, 0xf4, 0x90, 0x80, 0x80,
]);

/** Requests of every make to every endpoint, the same for a seed. */
export function fuzzRequests(
  known: {
    readonly endpoints: readonly Endpoint[];
    readonly fields: readonly string[];
    readonly seed: number;
  },
  count: number,
): FuzzRequest[] {
  const hostile = fc.constantFrom(...texts(known.seed, 3000));
  const text = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...usual) },
    { weight: 2, arbitrary: hostile },
    { weight: 1, arbitrary: fc.constantFrom(...known.fields) },
  );
  const typed: fc.Arbitrary<Value> = text.map((each) => ({ text: each }));
  const param: fc.Arbitrary<Value> = fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...attempts).map((each) => ({ known: each })) },
    { weight: 1, arbitrary: typed },
  );
  const name = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...known.fields, 'self-statistics', 'self-calculus') },
    {
      weight: 1,
      arbitrary: fc.oneof(
        hostile,
        fc.constantFrom('__proto__', 'constructor', 'toString', 'answer[]'),
      ),
    },
  );
  const anyFields: fc.Arbitrary<readonly Field[]> = fc.array(
    fc.tuple(name, fc.oneof(typed, param)),
    { maxLength: 12 },
  );
  const fields = fc.oneof(
    { weight: 2, arbitrary: anyFields },
    { weight: 8, arbitrary: nearAnswer(typed) },
    { weight: 4, arbitrary: nearStart(text) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(name, typed, fc.integer({ min: 100, max: 3000 }))
        .map(([of, value, times]) => Array.from({ length: times }, (): Field => [of, value])),
    },
  );
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }).map((each) => Buffer.from(each)),
    fc.constantFrom(
      brokenUtf8,
      bomb,
      Buffer.alloc(0),
      Buffer.alloc(200_000, '&'),
      Buffer.alloc(600_000, 'a=1&'),
    ),
    fc
      .constantFrom(
        '--x\r\n',
        '--x\r\nContent-Disposition: form-data; name="answer"; filename="../../x"\r\n\r\n%\r\n--x--',
        '['.repeat(20_000),
        '{"__proto__":{"polluted":true}}',
      )
      .map((each) => Buffer.from(each)),
  );
  const body: fc.Arbitrary<Body> = fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('urlencoded' as const), fields }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constantFrom('multipart' as const, 'json' as const),
        fields,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('bytes' as const),
        bytes,
        type: fc.constantFrom(...types),
      }),
    },
  );
  const oddHeader = fc.constantFrom<[string, string]>(
    ['x-sveltekit-action', 'true'],
    ['x-sveltekit-invalidated', '111'],
    ['x-forwarded-proto', 'javascript'],
    ['x-forwarded-proto', 'https, http'],
    ['x-forwarded-for', "' OR 1=1 --"],
    ['content-encoding', 'gzip'],
    ['range', 'bytes=9-1,0-'],
    ['if-none-match', '*'],
    ['accept-encoding', 'br;q=x'],
    ['accept-language', 'x-'.repeat(500)],
    ['referer', 'javascript:alert(1)'],
    ['host', 'a b'],
    ['host', '[::1'],
    ['x-http-method-override', 'DELETE'],
  );
  const headers = fc
    .tuple(
      fc.constantFrom(
        'text/html',
        'text/html',
        'application/json',
        '*/*',
        '',
        'text/html;q=abc',
        'a/b,'.repeat(200),
      ),
      fc.array(oddHeader, { maxLength: 2 }),
    )
    .map(([accept, odd]) => ({ accept, ...Object.fromEntries(odd) }));

  const request = fc
    .constantFrom(
      ...known.endpoints.flatMap((each) =>
        each.actions.length > 0 ? [each, each, each, each] : [each],
      ),
    )
    .chain((endpoint): fc.Arbitrary<FuzzRequest> => {
      const size = endpoint.route.match(/\[[^\]]+\]/g)?.length ?? 0;
      const methods = [
        'GET',
        ...(endpoint.actions.length > 0 ? ['POST', 'POST', 'POST'] : []),
        ...endpoint.methods,
      ];
      return fc
        .record({
          method: fc.oneof(
            { weight: 8, arbitrary: fc.constantFrom(...methods) },
            {
              weight: 1,
              arbitrary: fc.constantFrom(
                'POST',
                'PUT',
                'PATCH',
                'DELETE',
                'OPTIONS',
                'HEAD',
                'TRACE',
                'PROPFIND',
              ),
            },
          ),
          params: fc.array(param, { minLength: size, maxLength: size }),
          form: fc.option(
            fc.oneof(
              {
                weight: 8,
                arbitrary: fc.constantFrom(
                  '',
                  ...endpoint.actions.map((action) => (action === 'default' ? '' : action)),
                ),
              },
              { weight: 1, arbitrary: hostile },
            ),
          ),
          isData: fc.nat(5).map((each) => each === 0),
          query: fc.oneof(fc.constant([]), anyFields),
          body: fc.option(body, { nil: null, freq: 8 }),
          headers,
          cookie: fc.constantFrom(
            'own',
            'own',
            'own',
            'own',
            'none',
            'tampered',
            'prototype',
            'long',
          ),
          origin: fc.constantFrom('own', 'own', 'own', 'own', 'other', 'none'),
        })
        .map((made) => ({ ...made, endpoint }))
        .chain((made) =>
          fc
            .boolean()
            .map((isSound) => (isSound && made.method === 'POST' ? inSoundEnvelope(made) : made)),
        );
    });
  return fc.sample(request, { seed: known.seed, numRuns: count });
}

/** The same fields as a page of the app would send them, so that what lies behind the envelope is reached. */
function inSoundEnvelope(made: FuzzRequest): FuzzRequest {
  const { endpoint, body } = made;
  return {
    ...made,
    params: made.params.map(() => ({ known: 'own' })),
    form: endpoint.actions.find((action) => action !== 'default') ?? '',
    isData: false,
    query: [],
    headers: { accept: 'text/html' },
    cookie: 'own',
    origin: 'own',
    body:
      body === null || body.kind === 'bytes' ? body : { kind: 'urlencoded', fields: body.fields },
  };
}

/** An answer to the question that is asked, with at most one field amiss, so that what lies behind the form is reached. */
function nearAnswer(typed: fc.Arbitrary<Value>): fc.Arbitrary<readonly Field[]> {
  const hidden = (['position', 'item', 'version', 'seed'] as const).map((known): Field => [
    known,
    { known },
  ]);
  const answer = fc.oneof(
    fc.constant<Field[]>([['answer', { known: 'right' }]]),
    fc.array(
      typed.map((value): Field => ['answer', value]),
      { maxLength: 6 },
    ),
    fc.constant<Field[]>([['dont-know', { text: '1' }]]),
  );
  const extra = fc.oneof(
    fc.constant<Field[]>([]),
    fc
      .constantFrom('certainty', 'confirmed', 'position', 'item', 'version', 'seed')
      .chain((name) => typed.map((value): Field[] => [[name, value]])),
  );
  return fc.tuple(answer, extra).map(([answers, more]) => {
    const spoiled = new Set(more.map(([name]) => name));
    return [...hidden.filter(([name]) => !spoiled.has(name)), ...answers, ...more];
  });
}

function nearStart(text: fc.Arbitrary<string>): fc.Arbitrary<readonly Field[]> {
  const right = (value: string) =>
    fc.oneof({ weight: 4, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: text });
  return fc
    .tuple(right('domain'), right('statistics'), right('short'), right('each'), text)
    .map((values) =>
      ['kind', 'domain', 'length', 'feedback', 'self-statistics'].map((name, index): Field => [
        name,
        { text: values[index] ?? '' },
      ]),
    );
}

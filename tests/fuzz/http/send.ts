import type { Ask } from '../../support/http-learner.ts';
import type { Field, FuzzRequest, Known, Value } from './requests.ts';

/** What a sender knows; several texts for an answer of several fields. */
export type Knowledge = Readonly<Record<Known, readonly string[]>> & { readonly cookie: string };

const boundary = 'x';

export function toAsk(request: FuzzRequest, origin: string, knowledge: Knowledge): Ask {
  const { endpoint, method, params, form, isData, query, headers } = request;
  const textsOf = (value: Value) => ('text' in value ? [value.text] : knowledge[value.known]);
  const filled = (fields: readonly Field[]) =>
    fields.flatMap(([name, value]) => textsOf(value).map((text): [string, string] => [name, text]));
  const given = params.map((param) => safely(textsOf(param).join('')));
  const route = endpoint.route.replace(/\[[^\]]+\]/g, () => given.shift() ?? '');
  const path = isData ? `${route === '/' ? '' : route}/__data.json` : route;
  const parts = [
    ...(form === null ? [] : [form === '' ? '' : `/${safely(form)}`]),
    ...filled(query).map(([name, value]) => `${safely(name)}=${safely(value)}`),
  ].filter((part) => part !== '');
  const { body, type } = bodyOf(request, filled);
  const sends = body !== undefined && method !== 'GET' && method !== 'HEAD';
  return {
    method,
    // Longer lines are refused before the app is asked.
    path: `${path}${parts.length > 0 ? `?${parts.join('&')}` : ''}`.slice(0, 12_000),
    headers: {
      ...headers,
      ...cookieOf(request, knowledge.cookie),
      ...(request.origin === 'none'
        ? {}
        : { origin: request.origin === 'own' ? origin : 'https://evil.example' }),
      ...(sends ? { 'content-type': type } : {}),
    },
    ...(sends ? { body } : {}),
  };
}

/** Percent-encoded, save every fourth time or so: servers meet raw and broken bytes too. */
function safely(text: string): string {
  if (text.length % 4 === 3 && /^[!"$-.0-~]*$/.test(text)) return text;
  // Half of a surrogate pair cannot be encoded; bytes that are no UTF-8 come with the bodies.
  return encodeURIComponent(Buffer.from(text).toString()).slice(0, 3000);
}

function bodyOf({ body }: FuzzRequest, filled: (fields: readonly Field[]) => [string, string][]) {
  if (body === null) return { body: undefined, type: '' };
  switch (body.kind) {
    case 'bytes':
      return { body: body.bytes, type: body.type };
    case 'json':
      return { body: JSON.stringify(filled(body.fields)), type: 'application/json' };
    case 'urlencoded':
      return {
        body: new URLSearchParams(filled(body.fields)).toString(),
        type: 'application/x-www-form-urlencoded',
      };
    case 'multipart': {
      const parts = filled(body.fields).map(([name, value], index) => {
        // Every third field comes as a file, which is not what a form of texts expects.
        const file = index % 3 === 2 ? '; filename="a.txt"' : '';
        return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${value}\r\n`;
      });
      return {
        body: `${parts.join('')}--${boundary}--\r\n`,
        type: `multipart/form-data; boundary=${boundary}`,
      };
    }
  }
}

function cookieOf({ cookie }: FuzzRequest, own: string): Record<string, string> {
  switch (cookie) {
    case 'own':
      return own === '' ? {} : { cookie: `${own}; sextant-pace=10` };
    case 'none':
      return {};
    case 'tampered':
      return { cookie: `${own.slice(0, -1)}; sextant-pace=${'9'.repeat(400)}` };
    case 'prototype':
      return {
        cookie: '__proto__=1; sextant=__proto__; sextant-pace={"__proto__":{"polluted":1}}',
      };
    case 'long':
      return { cookie: `sextant=${'a'.repeat(6000)}; sextant-pace=%ff%00;;==` };
  }
}

import type { RequestEvent } from '@sveltejs/kit';

export interface Refusal {
  readonly status: 413 | 429;
  readonly message: string;
  readonly hint: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A form of text fields has a few kilobytes; files come as multipart and have the server's own limit. */
const mostFormBytes = 128 * 1024;

export function tooMany(seconds: number): Refusal {
  return {
    status: 429,
    message: 'That was faster than we can follow.',
    hint: `Nothing is lost. Wait ${seconds === 1 ? 'a second' : `${seconds} seconds`} and load the page again.`,
    headers: { 'retry-after': String(seconds) },
  };
}

/** Null for what may go on. */
export function tooLarge({ headers }: Request): Refusal | null {
  const isForm = headers.get('content-type')?.startsWith('application/x-www-form-urlencoded');
  if (!isForm || !(Number(headers.get('content-length')) > mostFormBytes)) return null;
  return {
    status: 413,
    message: 'That is more text than a form of this app can hold.',
    hint: 'Nothing was recorded. Go back, shorten it and send it again.',
  };
}

/** The refusal in the form that whoever asked can read: a page, a page's data, or the result of a form. */
export function refuse(
  { request, isDataRequest }: Pick<RequestEvent, 'request' | 'isDataRequest'>,
  refusal: Refusal,
): Response {
  const { status, message, hint, headers = {} } = refusal;
  const problem = { message, hint };
  if (isDataRequest) return Response.json(problem, { status, headers });
  if (request.headers.get('x-sveltekit-action') === 'true') {
    return Response.json({ type: 'error', status, error: problem }, { status, headers });
  }
  return new Response(plainPage(refusal), {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
  });
}

/** Made without the app's pages, which cost more than a refusal may. All of it is our own text. */
function plainPage({ status, message, hint }: Refusal): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${message} · Sextant</title>
    <link rel="stylesheet" href="/plain.css" />
  </head>
  <body>
    <main>
      <p>Sextant · ${status}</p>
      <h1>${message}</h1>
      <p>${hint}</p>
      <p><a href="/">To the first page</a></p>
    </main>
  </body>
</html>
`;
}

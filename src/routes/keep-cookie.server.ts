import type { RequestEvent } from '@sveltejs/kit';

const oneYear = 365 * 24 * 60 * 60;

/** Keeps something with the learner's browser for a year; no script can read it, and no other site send it along. */
export function keepCookie(
  { cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>,
  name: string,
  value: string,
): void {
  cookies.set(name, value, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: url.protocol === 'https:',
    maxAge: oneYear,
  });
}

/** Takes back what `keepCookie` gave. */
export function dropCookie({ cookies }: Pick<RequestEvent, 'cookies'>, name: string): void {
  cookies.delete(name, { path: '/' });
}

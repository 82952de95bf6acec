import { error } from '@sveltejs/kit';

/** The value, or a 404 page; somebody else's attempt is answered like one that never was. */
export function found<T>(value: T | null, what: string): T {
  if (value === null) {
    error(404, {
      message: `There is no such ${what} here.`,
      hint: 'It may belong to another browser, or the address may be cut short.',
    });
  }
  return value;
}

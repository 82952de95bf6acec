import { error } from '@sveltejs/kit';

/** What a form sent, or a 400 page: whoever writes requests by hand may send what is no form. */
export async function sentForm(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch (reason) {
    // Only what cannot be parsed is a TypeError; a body that is too large says so itself.
    if (!(reason instanceof TypeError)) throw reason;
    error(400, {
      message: 'That was not a form this page can have sent.',
      hint: 'Nothing was recorded. Go back and try again.',
    });
  }
}

/** Text fields by name, the last of each; names that no form of ours has, `__proto__` among them, are left out. */
export function textFields(data: FormData): Record<string, string> {
  return Object.fromEntries(
    [...data].filter(
      (field): field is [string, string] =>
        typeof field[1] === 'string' && /^[a-z][\w-]{0,99}$/i.test(field[0]),
    ),
  );
}

import { describe, expect, test } from 'vitest';
import { secure } from '#lib/server/guard/headers.ts';
import { refuse, tooLarge, tooMany } from '#lib/server/guard/refusals.ts';

const form = 'application/x-www-form-urlencoded';
const request = (headers: Record<string, string>) =>
  new Request('http://localhost/', { method: 'POST', headers });
const refused = (headers: Record<string, string>, isDataRequest = false) =>
  refuse({ request: request(headers), isDataRequest }, tooMany(7));

describe('a refusal', () => {
  test('is a page for a browser, with the seconds to wait', async () => {
    const response = refused({ accept: 'text/html' });
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('7');
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(await response.text()).toContain('Wait 7 seconds');
  });

  test('is a failed result for a form that a script sent', async () => {
    expect(await refused({ 'x-sveltekit-action': 'true' }).json()).toMatchObject({
      type: 'error',
      status: 429,
      error: { hint: expect.stringContaining('Nothing is lost') as string },
    });
  });

  test('is an error for the data of a page', async () => {
    expect(await refused({}, true).json()).toMatchObject({ message: expect.any(String) as string });
  });

  test('keeps large forms out, and not files or forms of a usual size', () => {
    const large = String(200 * 1024);
    expect(tooLarge(request({ 'content-type': form, 'content-length': large }))).toMatchObject({
      status: 413,
    });
    expect(
      tooLarge(request({ 'content-type': `${form}; charset=utf-8`, 'content-length': large })),
    ).not.toBeNull();
    expect(tooLarge(request({ 'content-type': form, 'content-length': '2000' }))).toBeNull();
    expect(tooLarge(request({ 'content-type': form }))).toBeNull();
    expect(
      tooLarge(
        request({ 'content-type': 'multipart/form-data; boundary=x', 'content-length': large }),
      ),
    ).toBeNull();
  });
});

describe('the headers of a response', () => {
  test('say that TLS stays only under TLS', () => {
    const [plain, tls] = [new Response(), new Response()];
    secure(plain, false);
    secure(tls, true);
    expect(plain.headers.has('strict-transport-security')).toBe(false);
    expect(tls.headers.get('strict-transport-security')).toBe('max-age=31536000');
  });

  test('forbid everything where a page brings no policy of its own, and leave its own', () => {
    const [bare, page] = [
      new Response(),
      new Response(null, {
        headers: { 'content-security-policy': "default-src 'self'", 'cache-control': 'no-cache' },
      }),
    ];
    secure(bare, false);
    secure(page, false);
    expect(bare.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(bare.headers.get('cache-control')).toBe('private, no-store');
    expect(page.headers.get('content-security-policy')).toBe("default-src 'self'");
    expect(page.headers.get('cache-control')).toBe('no-cache');
  });
});

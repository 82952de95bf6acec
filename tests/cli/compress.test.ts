import { once } from 'node:events';
import { type IncomingMessage, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compressed } from '../../src/cli/compress.ts';

const page = `<p>${'A sentence of a report. '.repeat(400)}</p>`;
const built = gzipSync(page);

const server = createServer(
  compressed((asked, response) => {
    response.setHeader('content-type', 'text/html');
    switch (asked.url) {
      case '/page':
        response.setHeader('content-length', Buffer.byteLength(page)).end(page);
        break;
      case '/small':
        response.end('<p>No.</p>');
        break;
      case '/built':
        response.setHeader('content-encoding', 'gzip').end(built);
        break;
      case '/part':
        response.writeHead(206, { 'content-range': 'bytes 0-4999/9000' }).end(page.slice(0, 5000));
        break;
      case '/picture':
        response.setHeader('content-type', 'image/png').end(page);
        break;
      default:
        response.write(page);
        setTimeout(() => response.end('end'), 20);
    }
  }),
);
let port = 0;

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());

/** The answer as it is on the wire. */
async function get(path: string, accepts: string, method = 'GET') {
  const asked = request({ port, path, method, headers: { 'accept-encoding': accepts } }).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return { status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) };
}

describe('what the server compresses', () => {
  test('is a page, with what the browser takes', async () => {
    const brotli = await get('/page', 'gzip, deflate, br, zstd');
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotli.headers.vary).toMatch(/accept-encoding/i);
    expect(brotli.headers['content-length']).toBeUndefined();
    expect(brotli.body.length).toBeLessThan(page.length / 10);
    expect(brotliDecompressSync(brotli.body).toString()).toBe(page);
    const gzip = await get('/page', 'gzip');
    expect(gunzipSync(gzip.body).toString()).toBe(page);
    const plain = await get('/page', 'identity');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.headers['content-length']).toBe(`${page.length}`);
    expect(plain.body.toString()).toBe(page);
  });

  test('is written bit by bit, too', async () => {
    const { body } = await get('/slow', 'br');
    expect(brotliDecompressSync(body).toString()).toBe(`${page}end`);
  });

  test('is nothing small, built compressed, in part, or a picture', async () => {
    const small = await get('/small', 'br');
    expect(small.headers['content-encoding']).toBeUndefined();
    expect(small.body.toString()).toBe('<p>No.</p>');
    expect((await get('/built', 'br, gzip')).body.equals(built)).toBe(true);
    const part = await get('/part', 'br');
    expect([part.status, part.headers['content-encoding']]).toEqual([206, undefined]);
    expect(part.body.toString()).toBe(page.slice(0, 5000));
    expect((await get('/picture', 'br')).body.toString()).toBe(page);
  });

  test('is not what has no body', async () => {
    const head = await get('/page', 'br', 'HEAD');
    expect(head.status).toBe(200);
    expect(head.body.length).toBe(0);
  });
});

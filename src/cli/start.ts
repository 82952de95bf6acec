import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { type RequestListener, createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { z } from 'zod';
import { safeHeaders } from '#lib/server/guard/headers.ts';
import { compressed } from './compress.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const handlerFile = join(root, 'build/handler.js');
/** In-flight requests get this long to finish after a signal. */
const patience = 10_000;
/** A sender who takes longer, byte by byte, only wants to keep the line busy. */
const headersPatience = 10_000;
const requestPatience = 30_000;

const settings = z
  .object({
    PORT: z.coerce
      .number('PORT must be a number from 1 to 65535')
      .int('PORT must be a whole number')
      .min(1, 'PORT must be at least 1')
      .max(65535, 'PORT must be at most 65535')
      .default(3000),
    // Only this machine, unless somebody asks for more.
    HOST: z.string().min(1).default('127.0.0.1'),
    ORIGIN: z.url('ORIGIN must be an address such as https://sextant.example.org').optional(),
  })
  .safeParse(process.env);
if (!settings.success) {
  giveUp(settings.error.issues.map(({ message }) => message).join('\n'));
}
const { PORT, HOST, ORIGIN } = settings.data;

process.chdir(root);
if (isStale()) build();

// Without ORIGIN the address is taken from each request. Plain http names no protocol, and https is
// then assumed, which would refuse every form; so the protocol is filled in where no proxy gave one.
const fillsProtocol = ORIGIN === undefined && process.env['PROTOCOL_HEADER'] === undefined;
if (fillsProtocol) process.env['PROTOCOL_HEADER'] = 'x-forwarded-proto';

const { handler } = (await import(pathToFileURL(handlerFile).href)) as { handler: RequestListener };
const answer = compressed(handler);
const server = createServer((request, response) => {
  if (fillsProtocol) request.headers['x-forwarded-proto'] ??= 'http';
  // Files and refusals of the framework do not come by the app's own hook.
  for (const [name, value] of Object.entries(safeHeaders)) response.setHeader(name, value);
  answer(request, response);
});
server.headersTimeout = headersPatience;
server.requestTimeout = requestPatience;

server.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EADDRINUSE') {
    giveUp(`Port ${PORT} is taken by another program. Stop it, or choose one: PORT=3001 npm start`);
  }
  if (error.code === 'EACCES') {
    giveUp(`Port ${PORT} needs more rights than this user has. Choose one above 1023.`);
  }
  giveUp(`The server cannot listen on ${HOST}:${PORT}: ${error.message}`);
});
server.listen(PORT, HOST, () => {
  const shown = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(HOST) ? 'localhost' : HOST;
  console.log(`Sextant is at ${ORIGIN ?? `http://${shown}:${PORT}`} (stop it with Ctrl+C)`);
});

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    server.close(() => {
      process.emit('sveltekit:shutdown' as never, signal as never);
    });
    server.closeIdleConnections();
    setTimeout(() => {
      server.closeAllConnections();
    }, patience).unref();
  });
}

/** True where there is no build, or something it is made from is newer. */
function isStale(): boolean {
  if (!existsSync(handlerFile)) return true;
  const built = statSync(handlerFile).mtimeMs;
  return ['src', 'static', 'package.json', 'svelte.config.js', 'vite.config.ts'].some(
    (name) => newest(join(root, name)) > built,
  );
}

function newest(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  const names = readdirSync(path).filter((name) => !name.endsWith('.md'));
  return Math.max(0, ...names.map((name) => newest(join(path, name))));
}

function build(): void {
  console.log('Building the app, which takes a few seconds …');
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const result = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (result.status !== 0) giveUp('The build failed; the reason stands above.');
}

function giveUp(message: string): never {
  console.error(message);
  process.exit(1);
}

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { freePort } from '../../support/serve-app.ts';

/*
 * What the app is held against, on the same machine in the same run: a server that does nothing but answer, and the
 * framework with one page and nothing behind it.
 */

const folder = '.cache/bare-kit';

const bareKit: Readonly<Record<string, string>> = {
  'package.json': '{ "type": "module", "private": true }\n',
  'svelte.config.js':
    "import adapter from '@sveltejs/adapter-node';\nexport default { kit: { adapter: adapter() } };\n",
  'vite.config.js':
    "import { sveltekit } from '@sveltejs/kit/vite';\nexport default { plugins: [sveltekit()] };\n",
  'src/app.html':
    '<!doctype html><html lang="en"><head>%sveltekit.head%</head><body>%sveltekit.body%</body></html>\n',
  'src/routes/+page.server.js': "export const load = () => ({ text: 'Nothing else.' });\n",
  'src/routes/+page.svelte':
    '<script>\n  let { data } = $props();\n</script>\n\n<h1>A bare page</h1>\n<p>{data.text}</p>\n',
};

const bareHttp = `
import { createServer } from 'node:http';
createServer((_, response) => {
  response.setHeader('content-type', 'text/html');
  response.end('<!doctype html><h1>A bare answer</h1>');
}).listen(Number(process.env.PORT), '127.0.0.1');
`;

export interface Baseline {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** @throws where the bare app cannot be built */
export function bareKitServer(): Promise<Baseline> {
  for (const [name, text] of Object.entries(bareKit)) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const vite = join(process.cwd(), 'node_modules/vite/bin/vite.js');
  const built = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error'], {
    cwd: folder,
  });
  if (built.status !== 0) throw new Error(`the bare app was not built: ${built.stderr.toString()}`);
  return serve([join(folder, 'build/index.js')]);
}

export function bareHttpServer(): Promise<Baseline> {
  return serve(['--input-type=module', '--eval', bareHttp]);
}

async function serve(args: readonly string[]): Promise<Baseline> {
  const port = await freePort();
  const child = spawn(process.execPath, args, {
    stdio: 'ignore',
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1' },
  });
  const origin = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries += 1) {
    const isThere = await fetch(origin).then(
      () => true,
      () => false,
    );
    if (isThere) break;
    if (tries > 100 || child.exitCode !== null) throw new Error(`${args.join(' ')} does not start`);
    await setTimeout(100);
  }
  return {
    origin,
    close: async () => {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}

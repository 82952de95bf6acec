/**
 * Asks the package registry for known faults in what the server runs on: `npm run audit`.
 * Exits 1 at a high or critical one. Where the registry gives no answer it says so and exits 0: a build without a
 * network is no worse than before, and nothing is claimed of it.
 */
import { spawnSync } from 'node:child_process';
import { z } from 'zod';

const answer = z.object({
  vulnerabilities: z.record(z.string(), z.object({ severity: z.string(), range: z.string() })),
  metadata: z.object({ vulnerabilities: z.record(z.string(), z.number()) }),
});

const asked = spawnSync('npm', ['audit', '--omit=dev', '--json', '--fetch-retries=0'], {
  encoding: 'utf8',
  timeout: 60_000,
});
const read = answer.safeParse(parsed(asked.stdout));
if (!read.success) {
  console.log('Dependencies were not audited: the package registry gave no answer.');
} else {
  const { vulnerabilities, metadata } = read.data;
  const grave = Object.entries(vulnerabilities).filter(([, { severity }]) =>
    ['high', 'critical'].includes(severity),
  );
  for (const [name, { severity, range }] of grave) console.log(`${severity}: ${name} ${range}`);
  console.log(`Known faults in dependencies: ${JSON.stringify(metadata.vulnerabilities)}`);
  process.exitCode = grave.length > 0 ? 1 : 0;
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null;
  }
}

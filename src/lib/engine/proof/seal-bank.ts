import type { Bank } from '#lib/engine/bank/bank.ts';
import { fingerprintOf } from '#lib/engine/bank/versions/fingerprint.ts';
import type { SealedVersion } from '#lib/engine/bank/versions/versions-schema.ts';
import type { Problem } from '#lib/engine/kernel/problem.ts';
import { type Result, fail, ok } from '#lib/engine/kernel/result.ts';
import { checkVersion } from './check-version.ts';

const head = `# What every item was at each of its versions, by fingerprint. Written by: npm run bank -- seal
# Never edited by hand, and nothing is ever taken out: old reports are scored again by it.
items:
`;

/**
 * The text of versions.yaml for the bank as it stands: items that are new, reworded or raised are taken
 * in, those that have left keep their line. Refused where an item changed and its version did not rise.
 */
export function sealBank(bank: Bank): Result<string, Problem[]> {
  const problems: Problem[] = [];
  const histories = new Map(bank.versions);
  for (const { item } of bank.items.values()) {
    const history = bank.versions.get(item.id);
    checkVersion(item, history, (_, code, message, hint) => {
      if (code === 'version-unsealed') return;
      problems.push({ code, path: item.id, message: `${item.id}: ${message}`, hint });
    });
    const before = (history ?? []).filter(({ version }) => version < item.version);
    histories.set(item.id, [...before, fingerprintOf(item)]);
  }
  if (problems.length > 0) return fail(problems);
  const lines = [...histories]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, versions]) => `  ${id}: [${versions.map(written).join(', ')}]\n`);
  return ok(head + lines.join(''));
}

/** Quoted, for some fingerprints would be read as numbers. */
function written({ version, asked, judged }: SealedVersion): string {
  return `{ version: ${version}, asked: '${asked}', judged: '${judged}' }`;
}

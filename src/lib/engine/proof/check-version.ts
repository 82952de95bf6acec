import type { Complain } from '#lib/engine/bank/complain.ts';
import type { Item } from '#lib/engine/bank/item-schema.ts';
import { fingerprintOf } from '#lib/engine/bank/versions/fingerprint.ts';
import type { SealedVersion } from '#lib/engine/bank/versions/versions-schema.ts';

const seal = 'npm run bank -- seal';

/**
 * Holds an item against what it was when the bank was last sealed: an item whose judging changed needs
 * a new version, so that old answers are told from new ones.
 *
 * @param history every version it ever had, oldest first; undefined where it is new
 */
export function checkVersion(
  item: Item,
  history: readonly SealedVersion[] | undefined,
  complain: Complain,
): void {
  const unsealed = (message: string) => {
    complain(['version'], 'version-unsealed', message, `When it is as you want it: ${seal}.`);
  };
  const last = history?.at(-1);
  if (last === undefined) {
    unsealed('it is new and versions.yaml does not know it.');
  } else if (item.version < last.version) {
    complain(
      ['version'],
      'version-lowered',
      `it is at version ${item.version}, but was at ${last.version} before.`,
      'A version only ever rises: learners have answered the later one.',
    );
  } else if (item.version > last.version) {
    unsealed(`versions.yaml does not know version ${item.version} of it.`);
  } else {
    const { asked, judged } = fingerprintOf(item);
    if (judged !== last.judged) {
      complain(
        ['version'],
        'version-not-raised',
        `its key, criteria or variables have changed, and it still is version ${item.version}.`,
        `Make it version ${item.version + 1}, then: ${seal}.`,
      );
    } else if (asked !== last.asked) {
      unsealed('its wording has changed; raise the version too if it now asks something else.');
    }
  }
}

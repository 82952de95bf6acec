import type { Bank } from '#lib/engine/bank/bank.ts';
import { isParametrised } from '#lib/engine/template/instantiate.ts';

export interface BankStats {
  readonly items: number;
  readonly skills: number;
  readonly byDomain: Readonly<Record<string, number>>;
  readonly bySkill: Readonly<Record<string, number>>;
  readonly byKind: Readonly<Record<string, number>>;
  readonly byDifficulty: Readonly<Record<string, number>>;
  readonly parametrised: number;
  readonly withCheck: number;
}

/** Plain counts of what the bank holds. */
export function bankStats(bank: Bank): BankStats {
  const all = [...bank.items.values()];
  return {
    items: all.length,
    skills: bank.skills.size,
    byDomain: countBy(all.map(({ skill }) => skill.domain)),
    bySkill: countBy(all.map(({ skill }) => skill.id)),
    byKind: countBy(all.map(({ item }) => item.kind)),
    byDifficulty: countBy(all.map(({ item }) => String(item.difficulty))),
    parametrised: all.filter(({ item }) => isParametrised(item)).length,
    withCheck: all.filter(({ item }) => item.check !== undefined).length,
  };
}

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

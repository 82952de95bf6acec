import type { DomainFile, Misconception, SkillHead } from './domain-schema.ts';
import type { Item } from './item-schema.ts';
import type { SealedVersion } from './versions/versions-schema.ts';
import type { Profile, RoadmapFile, SkillStep } from './roadmap-schema.ts';

export interface Skill extends SkillHead {
  readonly domain: string;
  readonly items: readonly Item[];
  /** Its place on the roadmap: target, hours, prerequisites, resources. */
  readonly step: SkillStep;
  /** The phase's number. */
  readonly phase: number;
}

export interface Domain extends Omit<DomainFile, 'domain' | 'skills'> {
  readonly id: string;
  readonly skills: readonly Skill[];
}

/** Everything that can be asked, checked and joined: what the rest of the engine reads. */
export interface Bank {
  /** Changes whenever a byte of the bank changes; kept with every attempt. */
  readonly version: string;
  readonly domains: readonly Domain[];
  readonly roadmap: RoadmapFile;
  /** By id, in the order of the domains. */
  readonly skills: ReadonlyMap<string, Skill>;
  readonly items: ReadonlyMap<string, BankItem>;
  readonly misconceptions: ReadonlyMap<string, Misconception>;
  /** Every version that an item ever had, by its id, oldest first; empty where the bank keeps none. */
  readonly versions: ReadonlyMap<string, readonly SealedVersion[]>;
}

/** An item and where it belongs. */
export interface BankItem {
  readonly item: Item;
  readonly skill: Skill;
}

export function domainOf(bank: Bank, id: string): Domain | undefined {
  return bank.domains.find((domain) => domain.id === id);
}

/** The profile of that id, or the default one where there is no such (left the bank, or never chosen). */
export function profileOf(bank: Bank, id: string | null): Profile {
  const profiles = bank.roadmap.profiles;
  const found = profiles.find((profile) => profile.id === id) ?? profiles[0];
  if (!found) throw new Error('a checked bank has a profile');
  return found;
}

/** The level a profile asks of a skill, in percent; kept within the scale's useful part. */
export function targetOf(skill: Skill, profile: Profile): number {
  return Math.min(95, Math.max(5, skill.step.target + (profile.shift[skill.domain] ?? 0)));
}

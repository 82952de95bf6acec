import { randomInt } from 'node:crypto';
import type { BankItem } from '#lib/engine/bank/bank.ts';
import type { Problem } from '#lib/engine/kernel/problem.ts';
import { instantiate, isParametrised, seedCount } from '#lib/engine/template/instantiate.ts';
import { type MeasureView, describeMeasure } from './describe/measure.ts';
import {
  type SettingView,
  type VariableView,
  describeSettings,
  describeVariables,
} from './describe/values.ts';
import type { Workbench } from './follow-services.ts';
import { type ItemFilter, itemsWanted } from './list-items.ts';
import { proveOnce } from './prove-once.ts';
import { type SeedView, viewSeed } from './view-seed.ts';

export interface ItemView {
  readonly item: Pick<
    BankItem['item'],
    'id' | 'kind' | 'difficulty' | 'family' | 'version' | 'minutes' | 'source' | 'tags'
  >;
  readonly skill: { readonly id: string; readonly title: string };
  readonly domain: { readonly id: string; readonly title: string };
  /** Where it stands: from the folder the server was started in. */
  readonly file: string;
  readonly line: number | null;
  /** Of the bank. */
  readonly folder: string;
  readonly seed: number;
  readonly seeds: number;
  readonly varies: boolean;
  /** Ids, in the order of the bank, of those the filter leaves. */
  readonly previous: string | null;
  readonly next: string | null;
  readonly stemSource: string;
  readonly settings: readonly SettingView[];
  readonly constraints: readonly string[];
  readonly variables: readonly VariableView[];
  /** Null where the item cannot be shown at this seed; then `failure` says why. */
  readonly shown: SeedView | null;
  readonly failure: string | null;
  readonly measure: MeasureView | null;
  /** What proving every seed and the lint of items show. */
  readonly proof: readonly Problem[];
  readonly advice: readonly Problem[];
  /** What is wrong with its file now: then the item is shown as it was before. */
  readonly problems: readonly Problem[];
  /** How many problems other files have. */
  readonly problemsElsewhere: number;
}

/** A seed as an address gives it; null where it is none that a learner can meet. */
export function readSeed(text: string | null): number | null {
  const seed = Number(text ?? 1);
  return Number.isInteger(seed) && seed >= 1 && seed <= seedCount ? seed : null;
}

export function randomSeed(): number {
  return randomInt(1, seedCount + 1);
}

/** Everything about an item at a seed, its secrets too. Null where the bank has no such item. */
export function viewItem(
  workbench: Workbench,
  id: string,
  seed: number,
  filter: ItemFilter,
): ItemView | null {
  const { bank, folder, files, problems, runSql } = workbench;
  const entry = bank?.items.get(id);
  const file = files.find(({ path }) => path === `${entry?.skill.domain}/${entry?.skill.id}.yaml`);
  if (!bank || !entry || !file) return null;
  const { item, skill } = entry;
  const ofFile = problems.filter(({ path }) => path.split(' › ')[0] === file.path);
  const variant = instantiate(item, seed);
  const proof = proveOnce(item, file, runSql);
  const { kind, difficulty, family, version, minutes, source, tags } = item;
  return {
    item: { id, kind, difficulty, family, version, minutes, source, tags },
    skill: { id: skill.id, title: skill.title },
    domain: {
      id: skill.domain,
      title: bank.domains.find((each) => each.id === skill.domain)?.title ?? skill.domain,
    },
    file: `${folder}/${file.path}`,
    line: lineOf(file.text, id),
    folder,
    seed,
    seeds: seedCount,
    varies: isParametrised(item),
    ...neighbours(itemsWanted(workbench, filter), id),
    stemSource: item.stem,
    settings: describeSettings(item),
    constraints: item.constraints,
    variables: describeVariables(item.variables, variant.ok ? variant.value.scope : null),
    shown: variant.ok ? viewSeed(variant.value, bank, proof.reach, runSql) : null,
    failure: variant.ok ? null : variant.error,
    measure: describeMeasure(item, bank),
    proof: proof.problems,
    advice: proof.advice,
    problems: ofFile,
    problemsElsewhere: problems.length - ofFile.length,
  };
}

function neighbours(wanted: readonly BankItem[], id: string) {
  const place = wanted.findIndex(({ item }) => item.id === id);
  return {
    previous: wanted[place - 1]?.item.id ?? null,
    next: place < 0 ? null : (wanted[place + 1]?.item.id ?? null),
  };
}

/** The line of an item's id, from 1. */
function lineOf(text: string, id: string): number | null {
  const place = text
    .split('\n')
    .findIndex((line) => new RegExp(`^\\s*-?\\s*id:\\s*['"]?${id}['"]?\\s*(#.*)?$`).test(line));
  return place < 0 ? null : place + 1;
}

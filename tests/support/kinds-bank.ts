import type { ItemKind } from '#lib/engine/bank/item-schema.ts';
import { type BankFile, parseBank } from '#lib/engine/bank/parse-bank.ts';
import type { Bank } from '#lib/engine/bank/bank.ts';
import { itemKinds, itemsByKind } from './items.ts';

/*
 * A bank with a domain for each kind of item and one item in each, so that a quiz on the domain of a kind asks
 * that kind. JSON is YAML too.
 */

/** What the item of a kind has beside its fixture's fields. */
const fields: Partial<Record<ItemKind, Readonly<Record<string, unknown>>>> = {
  'single-choice': { order: 'fixed' },
  'multiple-response': { order: 'fixed' },
  numeric: { unit: 'ms' },
};

function filesOf(kind: ItemKind): BankFile[] {
  const item = itemsByKind[kind](fields[kind]);
  const named = new Set(item.rubric.flatMap(({ misconception }) => misconception ?? []));
  const domain = {
    domain: kind,
    title: `Questions: ${kind}`,
    short: kind,
    about: 'One kind of question.',
    skills: [{ id: `${kind}-skill`, title: `Answer a ${kind}`, about: 'Answer one.' }],
    misconceptions: [...named].map((id) => ({ id, title: id, remedy: 'Think again.' })),
  };
  return [
    { path: `${kind}/domain.yaml`, text: JSON.stringify(domain) },
    {
      path: `${kind}/${kind}-skill.yaml`,
      text: JSON.stringify({ skill: `${kind}-skill`, items: [item] }),
    },
  ];
}

const roadmap = {
  domains: itemKinds,
  profiles: [{ id: 'engineer', title: 'Engineer', about: 'As it stands.' }],
  bands: [
    { from: 0, title: 'New', can: 'Begin.' },
    { from: 50, title: 'Able', can: 'Go on.' },
  ],
  credits: [{ title: 'Programming', why: 'It carries over.' }],
  measurement: {
    variance: { global: 0.45, domain: 0.3, skill: 0.25 },
    driftPerYear: 0.2,
    discrimination: Object.fromEntries(itemKinds.map((kind) => [kind, 1.3])),
  },
  usualMonths: [6, 12],
  phases: [
    {
      id: 1,
      title: 'All',
      months: [1, 3],
      about: 'Everything.',
      skills: itemKinds.map((kind) => ({
        skill: `${kind}-skill`,
        target: 60,
        hours: [1, 2],
        resources: ['one', 'two'].map((name) => ({
          title: name,
          author: 'A. Author',
          kind: 'book',
          hours: 1,
          url: `https://example.org/${name}`,
        })),
      })),
    },
  ],
};

export function kindsBankFiles(): BankFile[] {
  return [
    ...itemKinds.flatMap(filesOf),
    { path: 'roadmap.yaml', text: JSON.stringify(roadmap) },
  ].toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

export function kindsBank(): Bank {
  const bank = parseBank(kindsBankFiles());
  if (!bank.ok) throw new Error(JSON.stringify(bank.error, null, 2));
  return bank.value;
}

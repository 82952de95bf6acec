import type { Figures } from '#lib/engine/measure/simulation/figures.ts';
import { REGION_ENDS } from '#lib/engine/measure/simulation/tally.ts';

/** What a real bank is held to: a standard diagnostic measures nearly as well as a made-up bank would. */
export interface BankTargets {
  /** Mean width of the levels' 90 % intervals over that of the made-up bank; 1.15 at most. */
  readonly intervalRatio: number;
  /** Skills that a test left without a fitting item, summed over tests; none. */
  readonly unfittedSkills: number;
  /** The item met in most tests, and its share of them; 0.2 at most. */
  readonly mostExposed: { readonly item: string; readonly share: number };
}

/** The figures of a simulation as the command prints them. */
export interface SimulationFigures extends Figures {
  /** Of the same learners, asked at random. */
  readonly randomDomainRmse: number;
  /** Time of one thread for one answer of the chosen rule, milliseconds. */
  readonly msPerAnswer: number;
  /** Of a real bank only. */
  readonly targets?: BankTargets;
}

/** A line a figure: what it is, and its value. */
export function figureTable(figures: SimulationFigures): string {
  const logits = (value: number) => value.toFixed(3);
  const percent = (value: number) => `${(100 * value).toFixed(1)} %`;
  const rows: readonly (readonly [string, string])[] = [
    ['domain RMSE, logits', logits(figures.domainRmse)],
    ['  asked at random', logits(figures.randomDomainRmse)],
    ['mean standard error', logits(figures.meanSe)],
    ['reliability', logits(figures.reliability)],
    ['bias, logits', logits(figures.bias)],
    ...figures.biasByRegion.map((bias, i) => [`  ${regionName(i)}`, logits(bias)] as const),
    ['level RMSE, points of 100', figures.levelRmse.toFixed(2)],
    ['domains within their 90 %', percent(figures.coverage90)],
    ['domains within their 95 %', percent(figures.coverage95)],
    ['levels within their 90 %', percent(figures.levelCoverage90)],
    ['skill RMSE, logits', logits(figures.skillRmse)],
    ['skills within their 90 %', percent(figures.skillCoverage90)],
    ['skills within their 95 %', percent(figures.skillCoverage95)],
    ...(figures.targets ? [] : [['most exposed item', percent(figures.maxExposure)] as const]),
    ['items never asked', percent(figures.unusedItems)],
    ['mean length, questions', figures.meanLength.toFixed(1)],
    ['time an answer, ms', logits(figures.msPerAnswer)],
    ...(figures.targets ? targetRows(figures.targets) : []),
  ];
  return rows.map(([name, value]) => `${name.padEnd(28)}${value.padStart(9)}`).join('\n');
}

function targetRows({ intervalRatio, unfittedSkills, mostExposed }: BankTargets) {
  return [
    ['interval / made-up bank’s', intervalRatio.toFixed(3)],
    ['skills left without an item', String(unfittedSkills)],
    ['most exposed item', `${(100 * mostExposed.share).toFixed(1)} %  ${mostExposed.item}`],
  ] as const;
}

/** Region number i of the true abilities: "below −1.5", "−1.5 to −0.5", …, "above 1.5". */
function regionName(i: number): string {
  const [from, to] = [REGION_ENDS[i - 1], REGION_ENDS[i]].map((end) =>
    end === undefined ? undefined : String(end).replace('-', '−'),
  );
  if (from === undefined) return `true ability below ${to ?? ''}`;
  return to === undefined ? `true ability above ${from}` : `true ability ${from} to ${to}`;
}

import type { Bank, Domain } from '#lib/engine/bank/bank.ts';
import type { AttemptRecord } from '#lib/engine/quiz/attempt.ts';
import { lengths } from '#lib/engine/quiz/blueprint.ts';
import { attemptTitle, buildReport, domainLevels } from '#lib/engine/report/build-report.ts';
import type {
  DomainCard,
  DomainPageView,
  HomeView,
  OpenAttempt,
  PastAttempt,
  ProgressView,
  StartView,
} from '#lib/engine/report/page-views.ts';
import { listAttempts } from './find-attempt.ts';
import type { Services } from './services.ts';
import { rendered } from './view-report.ts';

const nextSteps = 3;

/** The home page: an invitation before the first diagnostic, a dashboard after it. */
export async function viewHome(services: Services, learnerId: string | null): Promise<HomeView> {
  const { bank } = services;
  const records = await listAttempts(services, learnerId);
  const newest = records.filter(({ attempt }) => attempt.blueprint.kind === 'diagnostic');
  const latest = finished(newest).at(-1);
  const report = latest && rendered(buildReport(latest, bank));
  return {
    domains: bank.domains.map(cardOf),
    open: openAttempts(records, bank),
    latest: report
      ? {
          id: report.attemptId,
          finishedAt: report.finishedAt ?? report.startedAt,
          domains: report.domains,
          phases: report.plan.phases,
          next: report.plan.phases
            .flatMap((phase) => phase.steps)
            .filter(({ action }) => action === 'learn' || action === 'refresh')
            .slice(0, nextSteps),
        }
      : null,
  };
}

/** What can be chosen before an attempt. @param chosen a domain's id from the address, if any */
export function viewStart({ bank }: Services, chosen: string | null): StartView {
  const minutes = averageMinutes(bank);
  const offer = (kind: 'diagnostic' | 'domain') =>
    (['short', 'standard', 'thorough'] as const).map((name) => ({
      name,
      questions: lengths[kind][name],
      minutes: Math.round(lengths[kind][name] * minutes),
    }));
  return {
    domains: bank.domains.map(cardOf),
    profiles: bank.roadmap.profiles.map(({ id, title, about }) => ({ id, title, about })),
    bands: bank.roadmap.bands,
    lengths: { diagnostic: offer('diagnostic'), domain: offer('domain') },
    chosen: bank.domains.some(({ id }) => id === chosen) ? chosen : null,
  };
}

/** One domain: its skills and this learner's history in it. Null where there is no such domain. */
export async function viewDomain(
  services: Services,
  learnerId: string | null,
  id: string,
): Promise<DomainPageView | null> {
  const { bank } = services;
  const domain = bank.domains.find((each) => each.id === id);
  if (!domain) return null;
  const records = finished(await listAttempts(services, learnerId)).filter(({ attempt }) =>
    attempt.blueprint.domains.includes(id),
  );
  const newest = records.at(-1);
  const report = newest && rendered(buildReport(newest, bank));
  const view = report?.domains.find((each) => each.id === id);
  return {
    card: cardOf(domain),
    latest:
      report && view
        ? {
            attemptId: report.attemptId,
            finishedAt: report.finishedAt ?? report.startedAt,
            domain: view,
            skills: report.skills.filter((skill) => skill.domain === id),
          }
        : null,
    history: records.map((record) => pastAttempt(record, bank)),
  };
}

/** All attempts over time. */
export async function viewProgress(
  services: Services,
  learnerId: string | null,
): Promise<ProgressView> {
  const { bank } = services;
  const records = await listAttempts(services, learnerId);
  return {
    domains: bank.domains.map(cardOf),
    open: openAttempts(records, bank),
    history: finished(records).map((record) => pastAttempt(record, bank)),
  };
}

function cardOf({ id, title, short, about, skills }: Domain): DomainCard {
  return {
    id,
    title,
    short,
    about,
    skills: skills.map((skill) => skill.title),
    items: skills.reduce((sum, skill) => sum + skill.items.length, 0),
  };
}

function finished(records: readonly AttemptRecord[]): AttemptRecord[] {
  return records.filter(({ attempt }) => attempt.finished !== null);
}

function openAttempts(records: readonly AttemptRecord[], bank: Bank): OpenAttempt[] {
  return records
    .filter(({ attempt }) => attempt.finished === null)
    .map(({ id, attempt }) => ({
      id,
      title: attemptTitle(attempt, bank),
      answered: attempt.answers.length,
      length: attempt.blueprint.length,
    }));
}

function pastAttempt(record: AttemptRecord, bank: Bank): PastAttempt {
  const { id, attempt, startedAt, finishedAt } = record;
  return {
    id,
    title: attemptTitle(attempt, bank),
    kind: attempt.blueprint.kind,
    finishedAt: finishedAt ?? startedAt,
    answered: attempt.answers.length,
    levels: domainLevels(record, bank),
  };
}

function averageMinutes(bank: Bank): number {
  const all = [...bank.items.values()].map(({ item }) => item.minutes);
  return all.reduce((sum, minutes) => sum + minutes, 0) / all.length;
}

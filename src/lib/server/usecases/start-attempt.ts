import { z } from 'zod';
import type { Problem } from '#lib/engine/kernel/problem.ts';
import { type Result, fail, ok } from '#lib/engine/kernel/result.ts';
import { type Blueprint, lengthName, lengths } from '#lib/engine/quiz/blueprint.ts';
import { answersBefore } from '#lib/engine/quiz/attempt.ts';
import { begin } from '#lib/engine/quiz/step.ts';
import { listAttempts } from './find-attempt.ts';
import type { Services } from './services.ts';

/** Attempts whose questions are not asked again while fresh ones remain. */
const attemptsRemembered = 3;

const form = z.object({
  kind: z.enum(['diagnostic', 'domain'], 'Choose the full diagnostic or one domain.'),
  domain: z.string().max(100).optional(),
  length: lengthName.catch('standard'),
  feedback: z.enum(['each', 'end']).catch('end'),
  profile: z.string().max(100).nullable().catch(null),
});

/**
 * Starts an attempt for a learner.
 *
 * @param sent the form's fields; `self-<domain>` is a rating in percent, empty where skipped
 * @returns the attempt's id, or one problem for each field that cannot be used
 */
export async function startAttempt(
  services: Services,
  learnerId: string,
  sent: Readonly<Record<string, string>>,
): Promise<Result<string, Problem[]>> {
  const { bank, attempts, now, newId, newSeed } = services;
  const chosen = readBlueprint(services, sent);
  const ratings = readSelfRatings(services, sent);
  if (!chosen.ok || !ratings.ok) {
    return fail([...(chosen.ok ? [] : chosen.error), ...(ratings.ok ? [] : ratings.error)]);
  }
  const { blueprint, profile } = chosen.value;
  const before = (await listAttempts(services, learnerId)).map(({ attempt }) => attempt);
  const recent = before.slice(-attemptsRemembered);
  const avoid = [
    ...new Set(recent.flatMap(({ questions }) => questions.map(({ itemId }) => itemId))),
  ];
  const id = newId();
  const startedAt = now().toISOString();
  const earlier = answersBefore(before, startedAt);
  const attempt = begin({ blueprint, seed: newSeed(), profile, avoid, earlier }, bank);
  await attempts.add(learnerId, {
    id,
    attempt,
    startedAt,
    finishedAt: attempt.finished === null ? null : startedAt,
    selfRatings: ratings.value,
    bankVersion: bank.version,
  });
  return ok(id);
}

function readBlueprint(
  { bank }: Services,
  sent: Readonly<Record<string, string>>,
): Result<{ blueprint: Blueprint; profile: string | null }, Problem[]> {
  const parsed = form.safeParse(sent);
  if (!parsed.success) {
    return fail(
      parsed.error.issues.map((issue) =>
        wrongField(issue.path.join('.'), issue.message, 'Choose one of those shown.'),
      ),
    );
  }
  const { kind, domain, length, feedback, profile } = parsed.data;
  const known = bank.domains.map(({ id }) => id);
  if (kind === 'domain' && !known.includes(domain ?? '')) {
    return fail([wrongField('domain', 'No domain is chosen.', 'Choose one of those shown.')]);
  }
  if (profile !== null && !bank.roadmap.profiles.some(({ id }) => id === profile)) {
    return fail([wrongField('profile', 'There is no such profile.', 'Choose one of those shown.')]);
  }
  const domains = kind === 'diagnostic' ? known : [domain ?? ''];
  return ok({
    blueprint: { kind, domains, length: lengths[kind][length], feedback },
    profile,
  });
}

function readSelfRatings(
  { bank }: Services,
  sent: Readonly<Record<string, string>>,
): Result<Record<string, number>, Problem[]> {
  const ratings: Record<string, number> = {};
  const problems: Problem[] = [];
  for (const { id, title } of bank.domains) {
    const typed = sent[`self-${id}`]?.trim() ?? '';
    if (typed === '') continue;
    const rating = Number(typed);
    if (rating >= 0 && rating <= 100) ratings[id] = rating;
    else {
      problems.push(
        wrongField(
          `self-${id}`,
          `The rating for ${title} is not a number from 0 to 100.`,
          'Mend it or leave it out.',
        ),
      );
    }
  }
  return problems.length > 0 ? fail(problems) : ok(ratings);
}

function wrongField(path: string, message: string, hint: string): Problem {
  return { code: 'field', path, message, hint };
}

import { normalQuantile } from '#lib/engine/kernel/normal.ts';
import type { ReviewedAnswer } from '#lib/engine/quiz/review.ts';
import { percent } from '../summary.ts';
import type {
  CalibrationView,
  Certainties,
  CertaintyVerdict,
  CertaintyView,
  ShareInterval,
} from '../view-model.ts';

/** Fewer answers than these say nothing about a habit: with one word, and with all of them. */
const ENOUGH_WITH_A_WORD = 5;
const ENOUGH_IN_ALL = 10;

/**
 * The share of right answers, in [0, 1], that each word stands for. Words are no probabilities, so
 * they get ranges: a guess is right less often than not, and whoever is certain is wrong at most
 * once in ten.
 */
const promised = { 1: [0, 0.5], 2: [0.5, 0.9], 3: [0.9, 1] } as const;

/**
 * Certainty against correctness, a row a word. "I don't know yet" is neither sure nor unsure, so it is
 * left out; partly right answers count in part.
 */
export function viewCertainties(reviewed: readonly ReviewedAnswer[]): CertaintyView[] {
  return ([1, 2, 3] as const).map((certainty) => {
    const given = reviewed.filter(
      ({ answer }) => answer.certainty === certainty && answer.response.kind !== 'dont-know',
    );
    const right = given.reduce((sum, { judgement }) => sum + judgement.score, 0);
    const interval = shareInterval(right, given.length);
    const [low, high] = promised[certainty];
    return {
      certainty,
      answered: given.length,
      right,
      interval,
      promised: { low, high },
      verdict: judge(interval, { low, high }, given.length >= ENOUGH_WITH_A_WORD),
    };
  });
}

/**
 * All words together: the share right against the mean of what the words promised, weighted by how
 * often each was used.
 */
export function viewCalibration(certainties: readonly CertaintyView[]): CalibrationView {
  const total = (of: (row: CertaintyView) => number) =>
    certainties.reduce((sum, row) => sum + of(row), 0);
  const answered = total((row) => row.answered);
  const right = total((row) => row.right);
  const share = (end: 'low' | 'high') =>
    answered === 0 ? 0 : total((row) => row.answered * row.promised[end]) / answered;
  const expected = { low: share('low'), high: share('high') };
  const interval = shareInterval(right, answered);
  const verdict = judge(interval, expected, answered >= ENOUGH_IN_ALL);
  const all: Certainties = { answered, right, interval, promised: expected, verdict };
  return {
    ...all,
    rule: { withAWord: ENOUGH_WITH_A_WORD, inAll: ENOUGH_IN_ALL },
    sentence: tell(all),
  };
}

/** Outside only where the whole interval is: an overlap is nothing to hold against anybody. */
function judge(
  interval: ShareInterval | null,
  expected: ShareInterval,
  isEnough: boolean,
): CertaintyVerdict {
  if (interval === null || !isEnough) return 'too-few';
  if (interval.high < expected.low) return 'over-confident';
  return interval.low > expected.high ? 'under-confident' : 'fitting';
}

/**
 * The central 90 % interval of a share p̂ = x/n by Wilson's score method, z = Φ⁻¹(0.95):
 *
 *     (p̂ + z²/2n ± z·√(p̂(1 − p̂)/n + z²/4n²)) / (1 + z²/n)      in [0, 1]
 *
 * Scores between 0 and 1 vary less than right-or-wrong ones of the same mean, so with them it is a
 * little too wide. Null without answers.
 *
 * Source: Wilson (1927), Journal of the American Statistical Association 22, 209–212.
 */
export function shareInterval(right: number, answered: number): ShareInterval | null {
  if (answered === 0) return null;
  const z = normalQuantile(0.95);
  const share = right / answered;
  const middle = share + (z * z) / (2 * answered);
  const reach =
    z * Math.sqrt((share * (1 - share)) / answered + (z * z) / (4 * answered * answered));
  const scale = 1 + (z * z) / answered;
  return {
    low: Math.max(0, (middle - reach) / scale),
    high: Math.min(1, (middle + reach) / scale),
  };
}

function tell({ answered, right, interval, promised: expected, verdict }: Certainties): string {
  if (interval === null) return 'You did not say how sure you were of your answers.';
  if (verdict === 'too-few') {
    return `Too few answers to say: ${answered} of the ${ENOUGH_IN_ALL} it takes came with a word of certainty.`;
  }
  const range = ({ low, high }: ShareInterval) =>
    `${Math.round(100 * low)}–${Math.round(100 * high)} %`;
  const seen =
    `of ${answered} answers ${percent((100 * right) / answered)} were right ` +
    `(90 % interval ${range(interval)}), where your words promise ${range(expected)}`;
  switch (verdict) {
    case 'over-confident':
      return `You are surer than you are right: ${seen}.`;
    case 'under-confident':
      return `You are right more often than you are sure: ${seen}.`;
    case 'fitting':
      return `Nothing speaks against your judgement of yourself: ${seen}.`;
  }
}

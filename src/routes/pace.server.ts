import type { RequestEvent } from '@sveltejs/kit';
import type { ReportView, SharedReport } from '#lib/engine/report/view-model.ts';
import {
  type ReadPace,
  beginsTooEarly,
  readPace,
  sentIn,
  toRemember,
} from '#lib/server/usecases/read-pace.ts';
import { keepCookie } from './keep-cookie.server.ts';

export const paceCookie = 'sextant-pace';

type Asking = Pick<RequestEvent, 'url' | 'cookies'>;

/** The pace in the address, else the one chosen last; a new one that can be read is kept for later. */
export function paceOf(event: Asking): ReadPace {
  const { url, cookies } = event;
  const sent = sentIn(url.searchParams);
  const read = readPace(sent, cookies.get(paceCookie) ?? null);
  if (Object.values(sent).some((value) => value !== null)) {
    keepCookie(event, paceCookie, toRemember(read.choice));
  }
  return read;
}

/** What the form of a report shows: the pace of its plan, and where something was wrong, what was sent. */
export function paceForm(
  { url }: Asking,
  { problems }: ReadPace,
  report: ReportView | SharedReport,
) {
  const { pace } = report.schedule;
  const sent = sentIn(url.searchParams);
  const all = [...problems, ...beginsTooEarly(sent, report.schedule)];
  const problemOf = (path: string) => all.find((each) => each.path === path) ?? null;
  return {
    hours: problemOf('hours') ? (sent.hours ?? '') : String(pace.hoursPerWeek),
    start: problemOf('start') ? (sent.start ?? '') : pace.startsOn,
    earliest: (report.finishedAt ?? report.startedAt).slice(0, 10),
    counting: pace.counting,
    problems: all,
  };
}

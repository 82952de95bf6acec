import ICAL from 'ical.js';

export interface ReadEvent {
  readonly uid: string;
  readonly summary: string;
  readonly sequence: number;
  readonly status: string;
  /** Days (YYYY-MM-DD) on which it happens. */
  readonly days: readonly string[];
  readonly stamp: string;
}

/** More often than any step happens; a rule that never ends would go past it. */
const mostDays = 600;

/** The events of a calendar, their rules written out. */
export function readIcs(text: string): ReadEvent[] {
  const calendar = ICAL.Component.fromString(text);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const days: string[] = [];
    const iterator = event.iterator();
    // Its types forget that there may be none left.
    const after = () => iterator.next() as ICAL.Time | null | undefined;
    for (let next = after(); next; next = after()) {
      days.push(next.toString());
      if (days.length > mostDays) throw new Error(`${event.uid} never ends`);
    }
    return {
      uid: event.uid,
      summary: event.summary,
      sequence: event.sequence,
      status: String(component.getFirstPropertyValue('status')),
      days,
      stamp: String(component.getFirstPropertyValue('dtstamp')),
    };
  });
}

const msPerDay = 86_400_000;

/** Weeks in an average month of the Gregorian calendar. */
export const WEEKS_PER_MONTH = 365.2425 / 12 / 7;

/** The day (YYYY-MM-DD) so many days later. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * msPerDay).toISOString().slice(0, 10);
}

/** The day on which work begins that has so many weeks before it. */
export function dayAfterWeeks(startsOn: string, weeks: number): string {
  return addDays(startsOn, Math.floor(weeks * 7));
}

/** The last day of work that is done after so many weeks; the first day where there is none. */
export function lastDayOfWeeks(startsOn: string, weeks: number): string {
  return addDays(startsOn, Math.max(0, Math.ceil(weeks * 7) - 1));
}

/** The day so many average months later. */
export function dayAfterMonths(startsOn: string, months: number): string {
  return dayAfterWeeks(startsOn, months * WEEKS_PER_MONTH);
}

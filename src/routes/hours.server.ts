const usual = 8;

/** Hours a week from `?hours=`, 1 to 60; what cannot be read gives the usual. */
export function hoursOf(url: URL): number {
  const hours = Number(url.searchParams.get('hours') ?? usual);
  return hours >= 1 && hours <= 60 ? Math.round(hours) : usual;
}

import type { DomainView } from '#lib/engine/report/view-model.ts';
import type { IntervalRow } from '#lib/ui/charts/intervals/interval-row.ts';

/** A domain as a row of an interval chart, with its band or why it has none. */
export function domainRow(domain: DomainView): IntervalRow {
  const notes = {
    tested: domain.band.title,
    inferred: `${domain.band.title}, inferred`,
    unknown: 'Too little known yet',
  };
  return { ...domain, domain: domain.id, note: notes[domain.standing] };
}

import { buildReport } from '#lib/engine/report/build-report.ts';
import type { PaceChoice } from '#lib/engine/roadmap/pace.ts';
import { exportFiles, formats, isExportFile } from '../exports/formats.ts';
import { findAttempt } from './find-attempt.ts';
import { pseudonymOf } from './secrets.ts';
import type { Services } from './services.ts';

/** What can be downloaded, in the order offered. */
export const offeredExports: readonly { file: string; label: string; hint: string }[] =
  exportFiles.map((file) => ({ file, label: formats[file].label, hint: formats[file].hint }));

/**
 * A report as a file.
 *
 * @returns null where there is no such attempt, it is still open, or no such format
 */
export async function exportReport(
  services: Services,
  learnerId: string | null,
  id: string,
  file: string,
  pace: PaceChoice = {},
): Promise<{ type: string; body: string | Uint8Array<ArrayBuffer> } | null> {
  if (!isExportFile(file)) return null;
  const found = await findAttempt(services, learnerId, id);
  if (learnerId === null || !found?.attempt.finished) return null;
  const record = { ...found, owner: pseudonymOf(learnerId) };
  const { bank } = services;
  const { type, write } = formats[file];
  const body = await write({ view: buildReport(record, bank, pace), record, bank });
  return { type, body };
}

import { z } from 'zod';
import { domainFile, skillFile } from '#lib/engine/bank/domain-schema.ts';
import { roadmapFile } from '#lib/engine/bank/roadmap-schema.ts';

/** The published JSON Schemas by file name: what editors read to complete and check as one types. */
export function bankJsonSchemas(): Record<string, unknown> {
  const published = { skill: skillFile, domain: domainFile, roadmap: roadmapFile };
  return Object.fromEntries(
    Object.entries(published).map(([name, schema]) => [
      `${name}.schema.json`,
      z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }),
    ]),
  );
}

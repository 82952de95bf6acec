import { z } from 'zod';

/**
 * Statements as the xAPI specification 1.0.3, part two (Data), allows them, for those that we write: agents by
 * account, activities, all of result and context. Strict: a property that the specification does not name is refused.
 */
const iri = z.url();
const languageMap = z.record(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/), z.string());
const extensions = z.record(iri, z.unknown());
/** Part three, appendix C: the interaction types, and components with ids that are unique within a list. */
const components = z
  .array(z.strictObject({ id: z.string().min(1), description: languageMap.optional() }))
  .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'ids repeat');
const definitionOfInteraction = z
  .strictObject({
    name: languageMap.optional(),
    description: languageMap.optional(),
    type: iri.optional(),
    moreInfo: iri.optional(),
    interactionType: z.enum([
      'true-false',
      'choice',
      'fill-in',
      'long-fill-in',
      'matching',
      'performance',
      'sequencing',
      'likert',
      'numeric',
      'other',
    ]),
    correctResponsesPattern: z.array(z.string()).optional(),
    choices: components.optional(),
    scale: components.optional(),
    source: components.optional(),
    target: components.optional(),
    steps: components.optional(),
    extensions: extensions.optional(),
  })
  .refine(({ interactionType, choices, source, target }) => {
    if (choices) return ['choice', 'sequencing'].includes(interactionType);
    return source || target ? interactionType === 'matching' : true;
  }, 'components of another interaction');
const definition = z.strictObject({
  name: languageMap.optional(),
  description: languageMap.optional(),
  type: iri.optional(),
  extensions: extensions.optional(),
});
const activity = z.strictObject({
  objectType: z.literal('Activity').optional(),
  id: iri,
  definition: z.union([definitionOfInteraction, definition]).optional(),
});
const score = z
  .strictObject({
    scaled: z.number().min(-1).max(1).optional(),
    raw: z.number().optional(),
    min: z.number().optional(),
    max: z.number().optional(),
  })
  .refine(
    ({ raw, min, max }) =>
      (min === undefined || max === undefined || min < max) &&
      (raw === undefined || min === undefined || raw >= min) &&
      (raw === undefined || max === undefined || raw <= max),
    'raw lies outside of min and max',
  );
export const xapiStatement = z.strictObject({
  id: z.uuid(),
  actor: z.strictObject({
    objectType: z.literal('Agent').optional(),
    name: z.string().optional(),
    account: z.strictObject({ homePage: iri, name: z.string().min(1) }),
  }),
  verb: z.strictObject({ id: iri, display: languageMap.optional() }),
  object: activity,
  result: z
    .strictObject({
      score: score.optional(),
      success: z.boolean().optional(),
      completion: z.boolean().optional(),
      response: z.string().optional(),
      duration: z.iso.duration().optional(),
      extensions: extensions.optional(),
    })
    .optional(),
  context: z
    .strictObject({
      registration: z.uuid().optional(),
      contextActivities: z
        .partialRecord(z.enum(['parent', 'grouping', 'category', 'other']), z.array(activity))
        .optional(),
      revision: z.string().optional(),
      platform: z.string().optional(),
      language: z.string().optional(),
      extensions: extensions.optional(),
    })
    .optional(),
  timestamp: z.iso.datetime().optional(),
});

export const xapiStatements = z.array(xapiStatement);

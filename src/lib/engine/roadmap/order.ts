interface Ordered {
  readonly id: string;
  readonly prerequisites: readonly string[];
}

/**
 * The steps so that each comes after those it builds on, otherwise as they came.
 * Prerequisites that are not among the steps (of an earlier phase, say) do not matter here;
 * the bank check has ruled out circles.
 */
export function inPrerequisiteOrder<T extends Ordered>(steps: readonly T[]): T[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const placed = new Set<T>();
  const place = (step: T) => {
    if (placed.has(step)) return;
    for (const id of step.prerequisites) {
      const before = byId.get(id);
      if (before) place(before);
    }
    placed.add(step);
  };
  steps.forEach(place);
  return [...placed];
}

import type { Problem } from '#lib/engine/kernel/problem.ts';
import type { Complain } from './complain.ts';
import { onlyOnce } from './only-once.ts';
import type { Resource, RoadmapFile } from './roadmap-schema.ts';
import type { YamlSource } from './yaml-source.ts';

/** The roadmap places every skill once, builds on what is there, and goes round in no circle. */
export function checkRoadmap(
  roadmap: YamlSource<RoadmapFile>,
  declaredSkills: readonly string[],
): Problem[] {
  const problems: Problem[] = [];
  const complain = (at: readonly PropertyKey[], code: string, message: string, hint: string) =>
    problems.push(roadmap.problem(at, code, message, hint));
  const skills = new Set(declaredSkills);
  const placedOnce = onlyOnce('Step', problems);
  const { domains, phases, profiles } = roadmap.value;
  const domainOnce = onlyOnce('Domain', problems);
  domains.forEach((id, index) => {
    domainOnce(id, roadmap, ['domains', index]);
  });
  const phaseOnce = onlyOnce('Phase', problems);
  phases.forEach(({ id }, index) => {
    phaseOnce(String(id), roadmap, ['phases', index, 'id']);
  });
  const profileOnce = onlyOnce('Profile', problems);
  profiles.forEach(({ id }, index) => {
    profileOnce(id, roadmap, ['profiles', index, 'id']);
  });
  const steps = stepsOf(roadmap.value);
  const known = new Set(steps.map((step) => step.id));

  for (const { id, at, isSkill, prerequisites, hours, resources } of steps) {
    placedOnce(id, roadmap, at);
    checkHours(hours, resources, (inside, ...told) => complain([...at, ...inside], ...told));
    if (isSkill && !skills.has(id)) {
      complain(at, 'skill-unknown', `No domain has a skill "${id}".`, 'Mend the id.');
    }
    for (const prerequisite of prerequisites.filter((each) => !known.has(each))) {
      complain(
        [...at, 'prerequisites'],
        'prerequisite-unknown',
        `"${id}" builds on "${prerequisite}", which is not on the roadmap.`,
        'Mend the id or place it.',
      );
    }
  }
  for (const skill of skills) {
    if (known.has(skill)) continue;
    complain(
      ['phases'],
      'skill-unplaced',
      `Skill "${skill}" is in no phase.`,
      'Place it, with target, hours, prerequisites and resources.',
    );
  }
  const cycle = findCycle(new Map(steps.map((step) => [step.id, step.prerequisites])));
  if (cycle) {
    complain(
      ['phases'],
      'prerequisite-cycle',
      `Prerequisites go round: ${cycle.join(' → ')}.`,
      'Break the circle.',
    );
  }
  roadmap.value.bands.forEach((band, index, bands) => {
    const before = bands[index - 1];
    if (before ? band.from > before.from : band.from === 0) return;
    complain(['bands', index], 'band-order', 'Bands begin at 0 and rise.', 'Order them by `from`.');
  });
  profiles.forEach((profile, index) => {
    for (const domain of Object.keys(profile.shift)) {
      if (domains.includes(domain)) continue;
      complain(
        ['profiles', index, 'shift'],
        'domain-unknown',
        `There is no domain "${domain}".`,
        'Mend the id.',
      );
    }
  });
  return problems;
}

/** How much more than a step's most hours one resource may take: few read a book to its end. */
const mostBeyond = 1.25;

/** A step's resources reach its fewest hours together, and none of them goes far beyond its most. */
function checkHours(
  [fewest, most]: Step['hours'],
  resources: Step['resources'],
  complain: Complain,
): void {
  const together = resources.reduce((sum, { hours }) => sum + hours, 0);
  if (together < fewest) {
    complain(
      ['resources'],
      'resources-short',
      `The resources take ${together} hours, the step ${fewest} at least.`,
      'Add one, or mend the hours.',
    );
  }
  resources.forEach(({ hours }, index) => {
    if (hours <= mostBeyond * most) return;
    complain(
      ['resources', index, 'hours'],
      'resource-long',
      `It takes ${hours} hours, the whole step ${most} at most.`,
      'Name the part of it that is needed, or mend the hours.',
    );
  });
}

interface Step {
  id: string;
  at: readonly PropertyKey[];
  isSkill: boolean;
  prerequisites: readonly string[];
  hours: readonly [number, number];
  resources: readonly Resource[];
}

function stepsOf(roadmap: RoadmapFile): Step[] {
  return roadmap.phases.flatMap((phase, index) => [
    ...phase.skills.map(({ skill, prerequisites, hours, resources }, place) => ({
      id: skill,
      at: ['phases', index, 'skills', place],
      isSkill: true,
      prerequisites,
      hours,
      resources,
    })),
    ...phase.topics.map(({ topic, prerequisites, hours, resources }, place) => ({
      id: topic,
      at: ['phases', index, 'topics', place],
      isSkill: false,
      prerequisites,
      hours,
      resources,
    })),
  ]);
}

/** One circle of prerequisites, first step repeated at the end, or null; depth-first search. */
function findCycle(graph: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>();
  const visit = (id: string, trail: readonly string[]): string[] | null => {
    if (trail.includes(id)) return [...trail.slice(trail.indexOf(id)), id];
    if (done.has(id)) return null;
    done.add(id);
    for (const next of graph.get(id) ?? []) {
      const found = visit(next, [...trail, id]);
      if (found) return found;
    }
    return null;
  };
  for (const id of graph.keys()) {
    const found = visit(id, []);
    if (found) return found;
  }
  return null;
}

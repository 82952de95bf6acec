import type { Problem } from '#lib/engine/kernel/problem.ts';
import { checkItem } from './check-item.ts';
import { checkRoadmap } from './check-roadmap.ts';
import type { DomainFile, SkillFile } from './domain-schema.ts';
import { onlyOnce } from './only-once.ts';
import type { RoadmapFile } from './roadmap-schema.ts';
import type { YamlSource } from './yaml-source.ts';

export interface Sources {
  readonly roadmap: YamlSource<RoadmapFile>;
  readonly domains: readonly YamlSource<DomainFile>[];
  /** With the domain's folder each skill file stands in. */
  readonly skills: readonly { folder: string; source: YamlSource<SkillFile> }[];
}

/** Everything that must hold between files, or that a schema cannot say: all problems at once. */
export function crossCheck(sources: Sources): Problem[] {
  return [
    ...checkDomains(sources),
    ...checkSkillFiles(sources),
    ...checkItems(sources),
    ...checkRoadmap(
      sources.roadmap,
      sources.domains.flatMap(({ value }) => value.skills.map((skill) => skill.id)),
    ),
  ];
}

function checkDomains({ roadmap, domains }: Sources): Problem[] {
  const problems: Problem[] = [];
  const skillOnce = onlyOnce('Skill', problems);
  const misconceptionOnce = onlyOnce('Misconception', problems);
  const listed = new Set(roadmap.value.domains);
  for (const source of domains) {
    const { domain, skills, misconceptions } = source.value;
    if (source.path !== `${domain}/domain.yaml`) {
      problems.push(
        source.problem(
          ['domain'],
          'domain-folder',
          `Domain "${domain}" is not in a folder of that name.`,
          'Name both alike.',
        ),
      );
    }
    if (!listed.has(domain)) {
      problems.push(
        source.problem(
          ['domain'],
          'domain-unlisted',
          `roadmap.yaml does not list "${domain}".`,
          'Add it to its `domains`.',
        ),
      );
    }
    listed.delete(domain);
    skills.forEach((skill, index) => {
      skillOnce(skill.id, source, ['skills', index, 'id']);
    });
    misconceptions.forEach((each, index) => {
      misconceptionOnce(each.id, source, ['misconceptions', index, 'id']);
    });
  }
  for (const domain of listed) {
    problems.push(
      roadmap.problem(
        ['domains'],
        'domain-missing',
        `There is no ${domain}/domain.yaml.`,
        'Write it, or take the domain off the list.',
      ),
    );
  }
  return problems;
}

function checkSkillFiles({ domains, skills }: Sources): Problem[] {
  const problems: Problem[] = [];
  const written = new Set(skills.map(({ folder, source }) => `${folder}/${source.value.skill}`));
  const declared = new Set(
    domains.flatMap(({ value }) => value.skills.map((skill) => `${value.domain}/${skill.id}`)),
  );
  for (const { folder, source } of skills) {
    const name = `${folder}/${source.value.skill}`;
    if (source.path !== `${name}.yaml` || !declared.has(name)) {
      problems.push(
        source.problem(
          ['skill'],
          'skill-undeclared',
          `${folder}/domain.yaml has no skill "${source.value.skill}" for ${source.path}.`,
          'Use the same id in the file name, here and there.',
        ),
      );
    }
  }
  for (const source of domains) {
    source.value.skills.forEach((skill, index) => {
      if (written.has(`${source.value.domain}/${skill.id}`)) return;
      problems.push(
        source.problem(
          ['skills', index],
          'skill-without-items',
          `There is no ${source.value.domain}/${skill.id}.yaml.`,
          'Write its items.',
        ),
      );
    });
  }
  return problems;
}

function checkItems({ domains, skills }: Sources): Problem[] {
  const problems: Problem[] = [];
  const itemOnce = onlyOnce('Item', problems);
  const misconceptions = new Set(
    domains.flatMap(({ value }) => value.misconceptions.map((each) => each.id)),
  );
  for (const { source } of skills) {
    source.value.items.forEach((item, index) => {
      const at = ['items', index];
      itemOnce(item.id, source, [...at, 'id']);
      checkItem(item, (inside, code, message, hint) => {
        problems.push(source.problem([...at, ...inside], code, `${item.id}: ${message}`, hint));
      });
      item.rubric.forEach(({ misconception }, criterion) => {
        if (misconception === undefined || misconceptions.has(misconception)) return;
        problems.push(
          source.problem(
            [...at, 'rubric', criterion, 'misconception'],
            'misconception-unknown',
            `${item.id}: there is no misconception "${misconception}".`,
            'Add it to the domain’s list, with a remedy.',
          ),
        );
      });
    });
  }
  return problems;
}

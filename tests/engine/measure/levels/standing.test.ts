import { describe, expect, test } from 'vitest';
import { standings } from '#lib/engine/measure/levels/standing.ts';
import { beliefs } from '#lib/engine/measure/posterior/beliefs.ts';
import type { Evidence } from '#lib/engine/measure/posterior/likelihood.ts';
import { priorOf } from '#lib/engine/measure/posterior/prior.ts';
import { skillTree } from '#lib/engine/measure/posterior/skill-tree.ts';
import { USUAL_VARIANCE } from '../gaussians.ts';

const prior = priorOf(skillTree([0, 0, 0, 1, 1]), USUAL_VARIANCE);

function answer(skill: number, discrimination = 1.2): Evidence {
  return { skill, parameters: { discrimination, difficulty: 0, guessing: 0 }, category: 1 };
}

function standingsAfter(evidence: readonly Evidence[]) {
  return standings(beliefs(prior, []).gaussian, beliefs(prior, evidence).gaussian, evidence);
}

describe('standings', () => {
  test('without answers everything is unknown', () => {
    expect(standingsAfter([])).toEqual(new Array(5).fill('unknown'));
  });

  test('two answers test a skill', () => {
    expect(standingsAfter([answer(0, 0.1), answer(0, 0.1)])[0]).toBe('tested');
  });

  test('one telling answer tests a skill, one that tells little does not', () => {
    expect(standingsAfter([answer(0, 4)])[0]).toBe('tested');
    expect(standingsAfter([answer(0, 0.1)])[0]).toBe('unknown');
  });

  test('a neighbour of well-tested skills is inferred, never tested', () => {
    const evidence = [0, 1].flatMap((skill) => new Array<Evidence>(10).fill(answer(skill)));
    expect(standingsAfter(evidence).slice(0, 3)).toEqual(['tested', 'tested', 'inferred']);
  });

  test('answers about one other domain leave a skill unknown', () => {
    const evidence = [0, 1, 2].flatMap((skill) => new Array<Evidence>(30).fill(answer(skill)));
    expect(standingsAfter(evidence).slice(3)).toEqual(['unknown', 'unknown']);
  });
});

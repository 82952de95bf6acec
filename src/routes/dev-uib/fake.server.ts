// @ts-nocheck
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import temml from 'temml';
import hljs from 'highlight.js';
import { skillTree, skillsOfDomain } from '#lib/engine/measure/skill-tree.ts';
import { posterior, priorGaussian } from '#lib/engine/measure/posterior.ts';
import { levelOf, probabilityAtLeast } from '#lib/engine/measure/level.ts';
import { standings } from '#lib/engine/measure/standing.ts';
import { questionsToReach } from '#lib/engine/measure/stopping.ts';

const ids = ['linear-algebra', 'calculus', 'statistics', 'ml-metrics', 'data-engineering'];
const files = ids.map((id) => parse(readFileSync(`question-bank/${id}/domain.yaml`, 'utf8')));
const skills = files.flatMap((f, d) => f.skills.map((s) => ({ ...s, d })));
const tree = skillTree(skills.map((s) => s.d));
const prior = priorGaussian(tree, { global: 0.45, domain: 0.3, skill: 0.25 });
const tex = (s, display = false) => temml.renderToString(s, { displayMode: display });
const abilities = [0.9, -0.2, -0.9, 0.3, 1.2];
let state = 7;
const rnd = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;

const bands = [
  [
    0,
    'At the start',
    'You recognise some of the words. Begin with the first skills of the domain.',
  ],
  [30, 'Finding your feet', 'You solve routine questions with a worked example beside you.'],
  [
    50,
    'Working knowledge',
    'You apply the standard tools without help, and notice when <em>one</em> of them does not fit.',
  ],
  [70, 'Fluent', 'You combine tools, find the error in somebody else’s argument and explain why.'],
  [88, 'Expert', 'You solve what is new to you.'],
];
const band = (p) => {
  const [, title, can] = bands.filter(([from]) => p >= from).at(-1);
  return { title, can: `<p>${can}</p>` };
};

export function fakeReport(domains = [0, 1, 2, 3, 4], n = 25) {
  state = 7 + n;
  const evidence = [];
  const asked = [];
  for (let i = 0; i < n; i++) {
    const d = domains[i % domains.length];
    const own = skillsOfDomain(tree, d);
    const skill = own[Math.floor(rnd() * Math.min(own.length, 5))];
    const difficulty = 2 + Math.floor(rnd() * 3);
    const b = difficulty - 3;
    const choice = i % 3 === 0;
    const c = choice ? 0.25 : 0;
    const p = c + (1 - c) / (1 + Math.exp(-1.2 * (abilities[d] - b)));
    const score = rnd() < p ? 1 : rnd() < 0.2 ? 0.5 : 0;
    evidence.push({
      skill,
      parameters: { discrimination: 1.2, difficulty: b, guessing: c },
      score,
    });
    asked.push({ skill, difficulty, choice, score });
  }
  const g = posterior(prior, evidence);
  const st = standings(prior, g, evidence);
  const targets = skills.map((_, i) => 50 + ((i * 7) % 4) * 5);
  const domainViews = domains.map((d) => {
    const own = skillsOfDomain(tree, d);
    const level = levelOf(g, own);
    const half = (level.high - level.low) / 2;
    return {
      id: ids[d],
      title: files[d].title,
      short: files[d].short,
      answered: asked.filter((a) => skills[a.skill].d === d).length,
      selfRating: [70, 35, null, 60, 80][d],
      level,
      band: band(level.expected),
      target: own.reduce((s, k) => s + targets[k], 0) / own.length,
      chanceMet: probabilityAtLeast(
        g,
        own,
        own.map((k) => targets[k]),
      ),
      standing: 'tested',
      narrower:
        half > 8
          ? { questions: questionsToReach(g, own, half - 4) ?? 40, margin: Math.round(half - 4) }
          : null,
    };
  });
  const skillViews = skills.flatMap((s, i) =>
    domains.includes(s.d)
      ? [
          {
            id: s.id,
            title: s.title,
            about: s.about,
            domain: ids[s.d],
            phase: s.d < 3 ? 1 : s.d === 3 ? 2 : 3,
            answered: asked.filter((a) => a.skill === i).length,
            standing: st[i],
            level: levelOf(g, [i]),
            target: targets[i],
            chanceMet: probabilityAtLeast(g, [i], [targets[i]]),
          },
        ]
      : [],
  );
  const step = (s) => {
    const action =
      s.standing === 'unknown'
        ? 'unmeasured'
        : s.chanceMet > 0.85
          ? 'skip'
          : s.chanceMet > 0.4
            ? 'refresh'
            : 'learn';
    return {
      id: s.id,
      title: s.title,
      about: s.about,
      domain: s.domain,
      action,
      why: {
        skip: `You very likely meet the target already (chance ${Math.round(s.chanceMet * 100)} %).`,
        refresh: 'You are close to the target; the gap is smaller than the interval.',
        learn: `Your level, about ${Math.round(s.level.expected)} %, is well below the target of ${s.target} %.`,
        unmeasured: 'Too little is known of this skill: measure it before you spend hours on it.',
      }[action],
      chanceMet: action === 'unmeasured' ? null : s.chanceMet,
      hours: { skip: [0, 0], refresh: [3, 6], learn: [8, 18], unmeasured: [6, 14] }[action],
      prerequisites:
        s.id === 'eigenvalues'
          ? ['matrix-operations', 'linear-systems']
          : s.id === 'backpropagation'
            ? ['chain-rule', 'gradients']
            : [],
      resources: [
        {
          title: 'Introduction to Linear Algebra, video lectures 18.06',
          author: 'Gilbert Strang',
          kind: 'course',
          hours: 10,
          url: 'https://ocw.mit.edu/courses/18-06-linear-algebra-spring-2010/',
        },
        {
          title: 'Mathematics for Machine Learning',
          author: 'Deisenroth, Faisal and Ong',
          kind: 'book',
          hours: 6,
          url: 'https://mml-book.github.io/',
        },
      ],
    };
  };
  const topic = (id, title, hours) => ({
    id,
    title,
    about: `Build and ship something with ${title.toLowerCase()}.`,
    domain: null,
    action: 'unmeasured',
    why: 'The question bank does not measure this line of the roadmap yet.',
    chanceMet: null,
    hours,
    prerequisites: [],
    resources: [
      {
        title: `${title}: user guide`,
        author: 'The project’s authors',
        kind: 'documentation',
        hours: 12,
        url: 'https://scikit-learn.org/stable/user_guide.html',
      },
    ],
  });
  const sum = (steps) => [0, 1].map((k) => steps.reduce((t, s) => t + s.hours[k], 0));
  const phases = [
    [
      1,
      'Solidify your fundamentals',
      'Linear algebra, calculus, probability and statistics; Python, data structures and algorithms.',
      [1, 3],
      [topic('python', 'Python, data structures and algorithms', [20, 60])],
    ],
    [
      2,
      'Master libraries and frameworks',
      'scikit-learn, pandas and NumPy, TensorFlow or PyTorch; supervised and unsupervised learning, metrics.',
      [4, 6],
      [
        topic('sklearn', 'scikit-learn, pandas and NumPy', [30, 50]),
        topic('pytorch', 'PyTorch or TensorFlow', [40, 70]),
      ],
    ],
    [
      3,
      'Build real-world projects',
      'Data pipelines and feature engineering; a recommender or an image classifier behind a web app.',
      [7, 9],
      [topic('recsys', 'A recommender behind a web app', [40, 80])],
    ],
    [
      4,
      'Understand MLOps',
      'Deploy, monitor and maintain: Docker, Kubernetes, MLflow, Kubeflow.',
      [10, null],
      [
        topic('docker', 'Docker and Kubernetes', [25, 50]),
        topic('mlflow', 'MLflow and Kubeflow', [20, 40]),
      ],
    ],
  ].map(([id, title, about, months, topics]) => {
    const own = skillViews.filter((s) => s.phase === id).map(step);
    return {
      id,
      title,
      about,
      months,
      steps: [...own, ...topics],
      hours: sum(own),
      unmeasuredHours: sum(topics),
    };
  });
  const total = (key) => [0, 1].map((k) => phases.reduce((t, p) => t + p[key][k], 0));
  const code = hljs.highlight(
    'import numpy as np\n\nA = np.array([[4, 1], [1, 3]])\nvalues, vectors = np.linalg.eigh(A)\nprint(values.sum(), "is the trace of A, whatever the basis happens to be")',
    { language: 'python' },
  ).value;
  const answers = asked.map((a, i) => ({
    position: i + 1,
    itemId: `${skills[a.skill].id}-trace-determinant`,
    itemVersion: 1,
    seed: 184467 + 997 * i,
    domain: ids[skills[a.skill].d],
    skill: skills[a.skill].id,
    skillTitle: skills[a.skill].title,
    kind: a.choice ? 'single-choice' : 'numeric',
    difficulty: a.difficulty,
    stem:
      i % 2
        ? `<p>What is the trace that this code prints?</p><pre><code class="hljs language-python">${code}</code></pre>`
        : `<p>Let ${tex('A = \\begin{bmatrix} 4 & 1 \\\\ 1 & 3 \\end{bmatrix}')}. What is the sum of its eigenvalues?</p><div class="formula">${tex('\\det(A - \\lambda I) = \\lambda^2 - \\operatorname{tr}(A)\\,\\lambda + \\det A = 0 \\quad\\Longrightarrow\\quad \\lambda_{1,2} = \\tfrac12\\left(\\operatorname{tr} A \\pm \\sqrt{\\operatorname{tr}(A)^2 - 4\\det A}\\right)', true)}</div>`,
    options: a.choice
      ? ['7', '11', '<p>It depends on the <em>basis</em></p>', '12'].map((text, k) => ({
          text,
          isKey: k === 0,
          chosen: k === (a.score === 1 ? 0 : 1),
        }))
      : [],
    response: i % 9 === 8 ? '' : a.score === 1 ? '7' : '11',
    key: '7',
    dontKnow: i % 9 === 8,
    score: i % 9 === 8 ? 0 : a.score,
    certainty: i % 4 === 3 ? null : 1 + (i % 3),
    feedback:
      i % 9 === 8
        ? null
        : a.score === 1
          ? '<p>The eigenvalues sum to the trace, so no polynomial is needed.</p>'
          : '<p>That is the determinant, which is the product of the eigenvalues.</p>',
    explanation: `<p>The sum of the eigenvalues is the trace, ${tex('4 + 3 = 7')}. The characteristic polynomial ${tex('\\lambda^2 - 7\\lambda + 11')} shows both: the coefficient of ${tex('\\lambda')} is minus the sum of its roots and the constant is their product.</p><p>In ML this turns up whenever a covariance matrix is read: its trace is the total variance, shared out among the principal components.</p>`,
    misconception: a.score === 0 ? 'trace-determinant-swap' : null,
    answeredAt: '2026-11-21T18:0' + (i % 10) + ':00Z',
  }));
  return {
    attemptId: 'k3v9',
    kind: domains.length > 1 ? 'diagnostic' : 'domain',
    title: domains.length > 1 ? 'Diagnostic over five domains' : files[domains[0]].title,
    profile: { id: 'ml-engineer', title: 'ML engineer' },
    bankVersion: '2026.11-4f2a',
    startedAt: '2026-11-21T17:40:00Z',
    finishedAt: '2026-11-21T18:22:00Z',
    ended: 'It ended because all 25 questions were answered.',
    answered: n,
    length: n,
    withdrawn: n > 20 ? 1 : 0,
    summary: [
      'You are strongest in data engineering, at about 66 %, and have the widest gap in statistics.',
      'Two of five targets are likely met already.',
      'The plan leaves you about 120 to 260 hours of measured study.',
    ],
    domains: domainViews,
    skills: skillViews,
    misconceptions:
      n > 20
        ? [
            {
              id: 'trace-determinant-swap',
              title: 'Takes the determinant for the trace',
              remedy:
                '<p>The trace is the sum of the eigenvalues, the determinant their product. Check with a diagonal matrix.</p>',
              seen: 3,
              chances: 4,
            },
            {
              id: 'inverse-conditional',
              title: 'Confuses P(A|B) with P(B|A)',
              remedy: `<p>Write down which event is given. ${tex('P(A\\mid B) = P(B\\mid A)\\,P(A)/P(B)')}, so the two agree only when A and B are equally likely.</p>`,
              seen: 1,
              chances: 3,
            },
          ]
        : [],
    certainties:
      n > 20
        ? [
            { certainty: 1, answered: 6, right: 2 },
            { certainty: 2, answered: 7, right: 4.5 },
            { certainty: 3, answered: 4, right: 4 },
          ]
        : [],
    plan: {
      phases,
      credits: [
        {
          title: 'Version control and code review',
          why: 'Experiments and data pipelines live by the same habits.',
        },
        { title: 'Testing and CI/CD', why: 'Half of MLOps is delivery you already know.' },
        {
          title: 'System architecture',
          why: 'A model is one more service with odd failure modes.',
        },
      ],
      hours: total('hours'),
      unmeasuredHours: total('unmeasuredHours'),
    },
    answers,
  };
}
export const exportsOf = [
  { href: '#pdf', label: 'PDF', hint: 'the whole report, to print or send' },
  { href: '#md', label: 'Markdown', hint: 'for your notes' },
  { href: '#json', label: 'JSON', hint: 'all evidence, re-scorable; its schema is published' },
  { href: '#csv', label: 'CSV', hint: 'every answer, one a row' },
  { href: '#ics', label: 'Calendar (.ics)', hint: 'the study plan as appointments' },
  { href: '#apkg', label: 'Anki deck', hint: 'what you missed, as cards' },
];
export const cards = files.map((f) => ({
  id: f.domain,
  title: f.title,
  short: f.short,
  about: f.about,
  skills: f.skills.map((s) => s.title),
  items: 40,
}));
const lv = (expected, h) => ({ expected, low: expected - h, high: expected + h });
export const history = [
  {
    id: 'a1',
    title: 'Diagnostic over five domains',
    kind: 'diagnostic',
    finishedAt: '2026-06-02T10:00:00Z',
    answered: 25,
    levels: ids.map((domain, i) => ({ domain, level: lv(48 - i * 3, 17) })),
  },
  {
    id: 'a2',
    title: 'Statistics',
    kind: 'domain',
    finishedAt: '2026-07-15T10:00:00Z',
    answered: 12,
    levels: [{ domain: 'statistics', level: lv(44, 11) }],
  },
  {
    id: 'a3',
    title: 'Diagnostic over five domains',
    kind: 'diagnostic',
    finishedAt: '2026-09-09T10:00:00Z',
    answered: 40,
    levels: ids.map((domain, i) => ({ domain, level: lv(55 - i * 2, 13) })),
  },
  {
    id: 'a4',
    title: 'Statistics',
    kind: 'domain',
    finishedAt: '2026-11-21T18:22:00Z',
    answered: 20,
    levels: [{ domain: 'statistics', level: lv(63, 9) }],
  },
];
export const open = [{ id: 'o1', title: 'Calculus and optimisation', answered: 4, length: 12 }];

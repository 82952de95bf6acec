/** The rooms below src/lib/engine, from the ground floor up. */
export const engineRooms = [
  'kernel',
  'bank',
  'template',
  'rubric',
  'proof',
  'measure',
  'quiz',
  'roadmap',
  'report',
] as const;

/** May be imported: yes, only its types (`import type`), or not at all (left out). */
type Leave = 'yes' | 'types';
type Permissions = Readonly<Record<string, Leave>>;

const all: Permissions = Object.fromEntries(engineRooms.map((room) => [room, 'yes']));
const typesOnly: Permissions = {
  bank: 'types',
  measure: 'types',
  quiz: 'types',
  roadmap: 'types',
  report: 'types',
};

/** Who may import whom. A place may always import itself. */
export const matrix: Readonly<Record<string, Permissions>> = {
  kernel: {},
  bank: { kernel: 'yes' },
  template: { kernel: 'yes', bank: 'yes' },
  rubric: { kernel: 'yes', bank: 'yes', template: 'yes' },
  proof: { kernel: 'yes', bank: 'yes', template: 'yes', rubric: 'yes' },
  measure: { kernel: 'yes' },
  quiz: { kernel: 'yes', bank: 'yes', template: 'yes', rubric: 'yes', measure: 'yes' },
  roadmap: { kernel: 'yes', bank: 'yes', measure: 'yes' },
  report: {
    kernel: 'yes',
    bank: 'yes',
    template: 'yes',
    rubric: 'yes',
    measure: 'yes',
    quiz: 'yes',
    roadmap: 'yes',
  },
  server: all,
  ui: { kernel: 'yes', ...typesOnly },
  client: { kernel: 'types', ...typesOnly, ui: 'yes' },
  routes: { kernel: 'yes', ...typesOnly, report: 'yes', server: 'yes' },
  cli: { ...all, server: 'yes' },
};

import fc from 'fast-check';
import { type Random, randomFrom } from '#lib/engine/kernel/random.ts';
import { keyResponse, knownResponses } from '#lib/engine/rubric/registry.ts';
import type { Variant } from '#lib/engine/template/instantiate.ts';
import { sentFor } from '../support/items.ts';

/** What a form accepts at most: see `answerForm`. */
const longestText = 2000;
const mostTexts = 40;

/** What has broken parsers, stores and pages before. */
const classics = [
  ...[
    '',
    ' ',
    '\0',
    '\n',
    '\t',
    '\r\n',
    '\u2028',
    '\uFEFF',
    '\u202E',
    '\uD800',
    '\uDFFF',
    '🙂',
    'é',
    '％',
  ],
  ...['0', '-0', '+0', '1', '-1', '01', '1.0', '1e0', '1e309', '-1e309', '1e-400', '9'.repeat(400)],
  ...[
    'NaN',
    'Infinity',
    '-Infinity',
    '0x10',
    '0b1',
    '1_000',
    '٣',
    '１',
    '²',
    '½',
    '∞',
    '1/0',
    '0/0',
  ],
  ...[
    'null',
    'undefined',
    'true',
    '[]',
    '{}',
    '[object Object]',
    'constructor',
    '__proto__',
    'length',
  ],
  ...[
    "' OR 1=1 --",
    "'; DROP TABLE answers; --",
    '"',
    '`',
    '\\',
    '\\\\',
    '%00',
    '%s%n',
    '${7*7}',
    '{{7*7}}',
  ],
  ...[
    '<script>alert(1)</script>',
    '<!--',
    '&amp;',
    '../../etc/passwd',
    'javascript:alert(1)',
    'http://x',
  ],
  ...[
    '3,145',
    '1,234,567',
    '0,25',
    '25%',
    '0.25 s',
    '5 kg',
    '2.5×10^-1',
    '10 \\times 10^{3}',
    '1 & 2 \\\\ 3 & 4',
  ],
  ...[
    '['.repeat(2000),
    '('.repeat(2000),
    '{'.repeat(2000),
    '/'.repeat(2000),
    ' '.repeat(2000),
    '1 '.repeat(1000),
  ],
  ...[
    '1'.repeat(2000),
    '-'.repeat(2000),
    '^'.repeat(2000),
    '1e'.repeat(1000),
    '\uFDFA'.repeat(2000),
    'a'.repeat(2000),
  ],
  ...[
    `1${' '.repeat(1990)}/2`,
    `${'1,'.repeat(999)}x`,
    `\\begin{bmatrix}${'&'.repeat(1900)}`,
    'e\u0301'.repeat(1000),
  ],
];

const pieces = [
  ...'0123456789.,;:+-*/^%&()[]{}|<>=\'"\\ \t\n_eExX×·√πσµ°²½'.split(''),
  ...[
    '\\\\',
    '\\frac{1}{2}',
    '\\begin{bmatrix}',
    'np.array(',
    '×10^',
    ' ms',
    ' s',
    ' KiB',
    'sqrt(',
    'sin ',
    '--',
    '/*',
  ],
];

/** Texts of many makes, the same for a seed. */
export function texts(seed: number, count: number): string[] {
  const piece = fc.constantFrom(...pieces);
  const text = fc.oneof(
    fc.array(piece, { maxLength: 40 }).map((all) => all.join('')),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.tuple(piece, fc.nat(longestText)).map(([each, times]) => each.repeat(times)),
    fc.double().map(String),
    fc.constantFrom(...classics),
  );
  return fc.sample(text, { seed, numRuns: count }).map((all) => all.slice(0, longestText));
}

/** Submissions without end for a variant: any texts, and right or slipped answers that were tampered with. */
export function* submissions(variant: Variant, seed: number): Generator<string[], never> {
  const random = randomFrom('fuzz', variant.item.id, seed);
  const any = texts(seed, 2000);
  const key = keyResponse(variant);
  const known = [key, ...knownResponses(variant)].filter((each) => each !== null).slice(0, 40);
  const sound = known.map((response) => sentFor(variant, response));
  const anyText = () => random.pick(any);
  const anySound = () => [...random.pick(sound)];
  const tampered = (sent: string[]) => {
    const at = random.integer(0, Math.max(0, sent.length - 1));
    return sent.map((text, index) => (index === at ? mutate(random, text) : text));
  };
  const makes = [
    anySound,
    () => tampered(anySound()),
    () => tampered(tampered(anySound())),
    () => anySound().map((text) => (random.unit() < 0.3 ? anyText() : text)),
    () => anySound().toSpliced(random.integer(0, 6), random.integer(0, 2), anyText()),
    () => [anySound().join(random.pick(['\t', '\n', ' ', ', ', ' & ', ']']))],
    () => [...anySound(), ...anySound()],
    () => Array.from({ length: random.integer(0, 8) }, anyText),
    () => [anyText()],
    () => Array.from({ length: random.unit() < 0.05 ? mostTexts : 2 }, anyText),
  ];
  for (;;) yield random.pick(makes)().slice(0, mostTexts);
}

function mutate(random: Random, text: string): string {
  const at = random.integer(0, text.length);
  const piece = random.pick(pieces);
  const changes = [
    () => text.slice(0, at) + piece + text.slice(at),
    () => text.slice(0, at) + text.slice(at + 1),
    () => text.slice(0, at) + piece + text.slice(at + 1),
    () => text + text,
    () => piece + text + piece,
    () => ` ${text} `,
    () => text.repeat(random.integer(1, 200)).slice(0, longestText),
  ];
  return random.pick(changes)();
}

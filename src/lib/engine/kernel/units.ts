/** A spelling of a unit, and the number asked for by it: `times / over` of the unit asked for make one of it. */
export interface Unit {
  readonly spelling: string;
  /** Kept apart from `over`, for the product and then the quotient of whole numbers round least. */
  readonly times: number;
  readonly over: number;
}

/**
 * What else an item reads beside its unit: spelling to how many of the item's unit one of it is. A number, or a
 * quotient such as `1 / 60`: no decimals say that as exactly.
 */
export type OwnUnits = Readonly<Record<string, number | string>>;

/** Size in the smallest of the sort, then spellings; the first is the one told to learners. */
type Sort = readonly (readonly [size: number, ...spellings: string[]])[];

/**
 * Units whose meaning is beyond doubt, by sort. SI prefixes of bytes are powers of ten and those with an i
 * powers of two (IEC 80000-13). `KB` is left out: some mean 1,000 by it and some 1,024, so it is asked about.
 */
const sorts: readonly Sort[] = [
  [
    [1, 'ns'],
    [1e3, 'µs', 'us'],
    [1e6, 'ms'],
    [1e9, 's', 'sec', 'second', 'seconds'],
    [60e9, 'min', 'minute', 'minutes'],
    [3600e9, 'h', 'hour', 'hours'],
  ],
  [
    [8, 'B', 'byte', 'bytes'],
    ...['k', 'M', 'G', 'T'].flatMap((prefix, index): Sort => {
      const thousands = 1000 ** (index + 1);
      const binary = prefix.toUpperCase() + 'i';
      return [
        [8 * thousands, `${prefix}B`],
        [8 * 1024 ** (index + 1), `${binary}B`],
        [thousands, `${prefix}b`, `${prefix}bit`],
      ];
    }),
  ],
  [
    [1, '‰'],
    [10, '%', 'percent', 'per cent'],
  ],
  [
    [Math.PI / 180, '°', 'deg', 'degree', 'degrees'],
    [1, 'rad', 'radians'],
  ],
];

/** Without a unit a number is a plain one, and a percentage means its hundredth. */
const ofPlainNumbers: readonly Unit[] = ['%', 'percent', 'per cent'].map((spelling) => ({
  spelling,
  times: 1,
  over: 100,
}));

/**
 * Every unit that may stand behind a number, the longest spelling first so that "ms" is no "s".
 *
 * @param asked the unit the number is asked for in, if any
 * @param own what an item names itself; it goes before what is known of everywhere
 */
export function unitsFor(asked: string | undefined, own: OwnUnits = {}): readonly Unit[] {
  if (asked === undefined) return ofPlainNumbers;
  const named = Object.entries(own).map(([spelling, size]) => ({ spelling, ...ratioOf(size) }));
  const known = sortOf(asked).flatMap(([times, ...spellings]) =>
    spellings.map((spelling) => ({ spelling, times, over: sizeOf(asked) })),
  );
  return [{ spelling: asked, times: 1, over: 1 }, ...named, ...known]
    .filter(({ spelling }, index, all) => index === all.findIndex(sameAs(spelling)))
    .toSorted((one, other) => other.spelling.length - one.spelling.length);
}

/** The units that are converted, as learners are told of them; not what is another name for the same. */
export function convertedUnits(asked: string | undefined, own: OwnUnits = {}): readonly string[] {
  if (asked === undefined) return [];
  const told = sortOf(asked)
    .filter(([, ...spellings]) => !spellings.includes(asked))
    .map(([, spelling = '']) => spelling);
  const named = Object.keys(own).filter((spelling) => valueOf(own[spelling] ?? 0) !== 1);
  return [...new Set([...named, ...told])];
}

/** The value of a size as it is written. */
export function valueOf(size: number | string): number {
  const { times, over } = ratioOf(size);
  return times / over;
}

function ratioOf(size: number | string): { times: number; over: number } {
  const [times, over = '1'] = String(size).split('/');
  return { times: Number(times), over: Number(over) };
}

function sortOf(asked: string): Sort {
  return sorts.find((sort) => sort.some(([, ...spellings]) => spellings.includes(asked))) ?? [];
}

function sizeOf(asked: string): number {
  return sortOf(asked).find(([, ...spellings]) => spellings.includes(asked))?.[0] ?? 1;
}

function sameAs(spelling: string) {
  return (other: Unit) => other.spelling === spelling;
}

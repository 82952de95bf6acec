/** Every way to take `count` of a list, in every order; the first is the list's own beginning. */
export function arrangements<T>(list: readonly T[], count = list.length): T[][] {
  if (count === 0) return [[]];
  return list.flatMap((first, index) =>
    arrangements(list.toSpliced(index, 1), count - 1).map((rest) => [first, ...rest]),
  );
}

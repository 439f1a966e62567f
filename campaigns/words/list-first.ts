import type { Pair } from './pairs.ts';

/** The first `most` of names, and how many more there are; a name alone is the same in both languages. */
export function listFirst(names: readonly (Pair | string)[], most: number, separator = ', '): Pair {
  const more = names.length - most;
  const [own, english] = ([0, 1] as const).map((side) =>
    names
      .slice(0, most)
      .map((name) => (typeof name === 'string' ? name : name[side]))
      .join(separator),
  ) as [string, string];
  return more > 0 ? [`${own} और ${more} अन्य`, `${english} and ${more} more`] : [own, english];
}

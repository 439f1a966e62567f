/**
 * For each district those nearest to it in population, itself among them, in the order of their size. Nearness is by
 * ratio: 10 lakh are to 20 lakh as 20 lakh are to 40. A district whose population is not known has none.
 */
export function likeDistricts(
  districts: readonly { id: string; population: number | null }[],
  count: number,
): Map<string, string[]> {
  const known = districts
    .flatMap(({ id, population }) => (population === null ? [] : [{ id, population }]))
    .sort((a, b) => a.population - b.population || a.id.localeCompare(b.id));
  return new Map(
    known.map((own, at) => {
      let first = at;
      let last = at;
      while (last - first + 1 < Math.min(count, known.length)) {
        const below = known[first - 1];
        const above = known[last + 1];
        const isNearer =
          above === undefined ||
          (below !== undefined &&
            own.population / below.population < above.population / own.population);
        if (isNearer) first -= 1;
        else last += 1;
      }
      return [own.id, known.slice(first, last + 1).map(({ id }) => id)];
    }),
  );
}

import type { Corrected } from '../../../campaigns/directory/corrections.ts';
import { isSpelling } from '../../../campaigns/directory/name-grammar.ts';
import type { Station } from '../../../campaigns/directory/station.ts';
import type { Pair } from '../../../campaigns/words/pairs.ts';
import type { WordChange } from '../../kit/public-words.ts';

/** Names that are more than another spelling of the one before, or of the compiled one. */
export function listNewNames(
  before: readonly Station[],
  compiled: readonly Station[],
  { corrections, touched, urdu }: Corrected,
): WordChange[] {
  const earlier = new Map(before.map((station) => [station.id, station]));
  const names = corrections.flatMap((after): WordChange[] => {
    const { station: id, action, nameHi, nameEn } = after;
    if (action === 'remove' || !touched.includes(id)) return [];
    const known = [earlier.get(id), compiled.find((station) => station.id === id)];
    if (known.some((station) => station !== undefined && isSpelling(station, after))) return [];
    const [was] = known;
    return [
      name([`${id}, हिंदी`, `${id}, Hindi`], was?.nameHi, nameHi),
      name([`${id}, अंग्रेज़ी`, `${id}, English`], was?.nameEn, nameEn),
    ];
  });
  return [...names, ...urdu.map(({ station, nameUr }) => urduName(earlier.get(station), nameUr))];
}

/** No rule reads Urdu: a person does. */
export function urduName(
  station: { id: string; nameUr?: string | undefined } | undefined,
  nameUr: string,
): WordChange {
  const id = station?.id ?? '';
  return name([`${id}, उर्दू`, `${id}, Urdu`], station?.nameUr, nameUr);
}

function name(what: Pair, before: string | undefined, after: string): WordChange {
  return { what, before: before ?? null, after, isName: true };
}

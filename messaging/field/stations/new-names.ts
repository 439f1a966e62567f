import type { Corrected } from '../../../campaigns/directory/corrections.ts';
import { isSpelling } from '../../../campaigns/directory/name-grammar.ts';
import type { Station } from '../../../campaigns/directory/station.ts';
import type { Effect } from '../../../campaigns/held-acts/effect.ts';
import type { PublicWords, WordChange } from '../../kit/public-words.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

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
      { what: [`${id}, हिंदी`, `${id}, Hindi`], before: was?.nameHi ?? null, after: nameHi },
      {
        what: [`${id}, अंग्रेज़ी`, `${id}, English`],
        before: was?.nameEn ?? null,
        after: nameEn,
      },
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
  return { what: [`${id}, उर्दू`, `${id}, Urdu`], before: station?.nameUr ?? null, after: nameUr };
}

/** Findings of the rules of words in names, and that a name is new. */
export async function judgeNames(
  database: Queryable,
  publicWords: PublicWords,
  district: string,
  names: readonly WordChange[],
): Promise<Effect> {
  const effect = await publicWords.judge(database, names, district);
  if (names.length === 0) return effect;
  const isNew = {
    code: 'new-name',
    hi: 'नया नाम, जो केवल वर्तनी का सुधार नहीं है',
    en: 'A new name, which is no correction of spelling',
  };
  return { ...effect, findings: [isNew, ...effect.findings] };
}

import { soundKey } from './sound-key.ts';

/** Words that say "police station" or "district": every name could carry them, so they decide nothing. */
const noise =
  /^(थाना|थाने|पुलिस|स्टेशन|जनपद|जिला|thana|thane|police|station|ps|district|distt|dist|zila|jila|zilla)$/;

/** Other words for the same thing, each with the word that the directory uses. */
const synonyms: Readonly<Record<string, string>> = {
  रेलवे: 'grp',
  railway: 'grp',
  rail: 'grp',
  जीआरपी: 'grp',
  women: 'महिला',
  woman: 'महिला',
  ladies: 'महिला',
  city: 'नगर',
  छावनी: 'कैंट',
  cantonment: 'कैंट',
  cant: 'कैंट',
  kant: 'कैंट',
  पर्यटक: 'पर्यटन',
  tourist: 'पर्यटन',
  tourism: 'पर्यटन',
};

/** The dot between two initials, Latin or spelt in Hindi: p.g.i, पी.जी.आई, एस.एम. */
const initialsDot =
  /(?<=(?:^|[\s.])(?:[a-z]|[एआ]?[अ-ह][\u093e-\u094c]?))\.(?=(?:[a-z]|[एआ]?[अ-ह][\u093e-\u094c]?)(?:[\s.]|$))/gu;

/**
 * Splits a name or a query into words worth looking up, in lower case and NFC, with abbreviations joined
 * (जी.आर.पी. and G.R.P. → grp, सी.बी. → सीबी).
 */
export function plainWords(text: string): string[] {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u200b-\u200d]/g, '')
    .replace(/जी\.? ?आर\.? ?पी\.?(?![\p{L}\p{M}])|\bg\.? ?r\.? ?p\b\.?/gu, ' grp ')
    .replace(initialsDot, '')
    .replace(/(?<=महिला|साइबर|mahila|cyber)(?=थाना|thana)/g, ' ')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .flatMap((word) => word.split(/(?<=\D)(?=\d)/))
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const telling = words.filter((word) => !noise.test(word));
  return telling.length > 0 ? telling : words;
}

/** The same, each word replaced by the one that the directory uses for the thing. */
export function searchWords(text: string): string[] {
  return plainWords(text).map((word) =>
    Object.hasOwn(synonyms, word) ? (synonyms[word] as string) : word,
  );
}

/** Sound keys of a word: two where ड़ or ढ़ may be written d or r (बड़ौत: Baraut, Badaut). */
export function wordKeys(word: string): string[] {
  const key = soundKey(word);
  const plain = soundKey(word.normalize('NFD').replace(/\u093c/g, ''));
  const keys = key === plain ? [key] : [key, plain];
  return keys.filter((candidate) => candidate !== '');
}

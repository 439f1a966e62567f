import { error, type Finding, warning } from './finding.ts';
import { loudIn } from './loud-writing.ts';
import type { MessageCategory } from './messages.ts';
import { maySellWords, plainWords, sellingWords } from './promotional-words.ts';

const sells = words(sellingWords);
const maySell = words(maySellWords);
const plainSpeech = words(plainWords);

function words(list: readonly string[]): RegExp {
  const any = list.map((word) => word.normalize('NFC')).join('|');
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${any})(?![\\p{L}\\p{M}])`, 'giu');
}

/** Wording that does not go with the category: selling in a notice. */
export function wordingFaults(
  text: string,
  category: MessageCategory,
  capitalNames?: readonly string[],
): Finding[] {
  if (category === 'promotional' || category === 'service-explicit') return [];
  const plain = text.replace(plainSpeech, (found) => '_'.repeat(found.length));
  const sold = [...plain.matchAll(sells)];
  const rest = plain.replace(sells, (found) => '_'.repeat(found.length));
  const maybe = [...rest.matchAll(maySell)];
  const loud = loudIn(text, capitalNames);
  const isSelling = sold.length > 0 || maybe.length > 1 || (maybe.length === 1 && loud.length > 0);
  const severity = isSelling ? error : warning;
  const worded = [...sold, ...maybe].map(({ 0: found, index }) =>
    severity(
      'promotional-wording',
      `"${found}" प्रचार की भाषा है; इससे पूरा संदेश प्रचार (promotional) श्रेणी का माना जाएगा`,
      `"${found}" is wording of promotion; with it the whole message counts as promotional`,
      index,
    ),
  );
  const shouted = loud
    .filter(({ striking }) => striking || isSelling)
    .map(({ kind, found, at }) =>
      severity(
        'promotional-wording',
        `"${found}" ${loudWords[kind].hi} विज्ञापन की शैली है; शासकीय संदेश सादे शब्दों में लिखें`,
        `"${found}" (${loudWords[kind].en}) is the style of an advertisement; write a notice in plain words`,
        at,
      ),
    );
  return [...worded, ...shouted].sort((one, other) => (one.at ?? 0) - (other.at ?? 0));
}

const loudWords = {
  emoji: { hi: '(इमोजी)', en: 'emoji' },
  exclamations: { hi: '(विस्मयादिबोधक चिह्नों की पंक्ति)', en: 'a run of exclamation marks' },
  capitals: { hi: '(केवल बड़े अक्षर)', en: 'capitals only' },
} as const;

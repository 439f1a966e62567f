import type { OwnLanguage } from '../language.ts';
import { type Finding, warning } from './finding.ts';
import knownTexts from './known-texts.json' with { type: 'json' };
import type { MessageCategory, MessageLanguage } from './messages.ts';
import { variableMark } from './variable-mark.ts';

// Rules list what is wrong; who sells or canvasses in new words gets past them. So a notice has to read like those that are
// known to be fine, too: by how often its words, and pairs of them, are in fine and in wrong texts (naive Bayes).

type KnownText = [split: string, group: string, language: string, category: string, text: string];
export const fineGroups: readonly string[] = ['police-warning', 'bank-warning', 'service'];

/** Letters of a word that are compared: endings differ. */
const headLetters = 5;
/** Added to each count, so that what was seen on one side only does not decide alone. */
const addedCount = 0.1;
/** A text above this is put to a person: a weight for a text of one mark, as long ones have many. */
const asksAbove = -1.1;

/** Whether a finding puts the text to a person: its drafter says why it is sent, another officer decides. */
export function asksPerson({ rule }: Finding): boolean {
  return rule === 'unplaced';
}

let learned: ReadonlyMap<string, number> | undefined;

interface Notice {
  category: MessageCategory;
  language: MessageLanguage;
}

/**
 * Asks for a person's reading of a notice that is unlike the known fine ones. A registered text is asked about where no rule
 * refuses it, a text as it is sent where no rule finds anything.
 * @param senderNames which each text has to have, fine or not
 */
export function likenessFaults(
  text: string,
  { category, language }: Notice,
  {
    ownLanguage = 'hi',
    senderNames = [],
  }: {
    ownLanguage?: OwnLanguage | undefined;
    senderNames?: readonly string[] | undefined;
  } = {},
): Finding[] {
  const isKnown = language === 'en' || ownLanguage === 'hi';
  if (!isKnown || category === 'promotional' || category === 'service-explicit') return [];
  const typed = language === 'en' ? latinHindiFaults(text) : [];
  if (typed.length > 0) return typed;
  learned ??= learnWeights(knownTexts as KnownText[]);
  const weights = learned;
  const unsigned = senderNames.reduce((rest, name) => rest.replaceAll(name, ' '), text);
  const marks = [...findMarks(unsigned)].map((mark) => ({ mark, weight: weights.get(mark) ?? 0 }));
  const sum = marks.reduce((all, { weight }) => all + weight, 0);
  if (sum <= asksAbove * Math.sqrt(marks.length)) return [];
  const worst = marks
    .filter(({ mark, weight }) => weight > 0 && !mark.includes(' '))
    .sort((one, other) => other.weight - one.weight)
    .slice(0, 3)
    .map(({ mark }) => `"${mark}…"`)
    .join(', ');
  return [
    warning(
      'unplaced',
      `यह पाठ पहचाने हुए सूचना-संदेशों जैसा नहीं है${worst && `, विशेषकर ${worst}`}; स्वीकृति देने वाला अधिकारी इसे पूरा पढ़कर निर्णय ले`,
      `Unlike known notices${worst && `, above all ${worst}`}: the approver reads it whole and decides`,
    ),
  ];
}

function findMarks(text: string): ReadonlySet<string> {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .replace(variableMark, ' ')
    .split(' ')
    .filter((word) => !word.includes('/'))
    .join(' ')
    .replace(/\p{N}+/gu, '0')
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  const heads = (words ?? []).map((word) => word.slice(0, headLetters));
  return new Set([...heads, ...['', ...heads].map((head, at) => `${head} ${heads[at] ?? ''}`)]);
}

/** How much more often each mark is in wrong texts than in fine ones, as a logarithm. */
function learnWeights(texts: readonly KnownText[]): ReadonlyMap<string, number> {
  const sums = { fine: 0, wrong: 0 };
  const counts = new Map<string, typeof sums>();
  for (const [, group, , , text] of texts) {
    const side = fineGroups.includes(group) ? 'fine' : 'wrong';
    sums[side] += 1;
    for (const mark of findMarks(text)) {
      const count = counts.get(mark) ?? { fine: 0, wrong: 0 };
      count[side] += 1;
      counts.set(mark, count);
    }
  }
  const share = (count: typeof sums, side: keyof typeof sums) =>
    Math.log((count[side] + addedCount) / (sums[side] + 2 * addedCount));
  return new Map(
    [...counts].map(([mark, count]) => [mark, share(count, 'wrong') - share(count, 'fine')]),
  );
}

/** Small words of Hindi as it is typed in Latin letters. */
const smallWords =
  /(?<!\p{L})(?:hai|hain|ho|hoga|gay[aie]|rah[aie]|kar(?:en|ein|o|na|ne|ke)|aur|nahin?|mein|ke|ki|ka|ko|se|par|apn[aei]|aap|aapk[aie]|liye|kisi|mat|na|yeh?|koi|bhi|tak)(?!\p{L})/giu;
/** A text in English has hardly two of them. */
const fewestSmallWords = 3;

function latinHindiFaults(text: string): Finding[] {
  const small = [...new Set(text.toLowerCase().match(smallWords))];
  if (small.length < fewestSmallWords) return [];
  const found = small.slice(0, fewestSmallWords).join(', ');
  return [
    warning(
      'unplaced',
      `अंग्रेज़ी में पंजीकृत पाठ रोमन अक्षरों की हिंदी है ("${found}"); स्वीकृति देने वाला अधिकारी निर्णय ले कि लोग इसे पढ़ सकेंगे`,
      `Hindi in Latin letters ("${found}"), registered in English: the approver decides whether people can read it`,
    ),
  ];
}

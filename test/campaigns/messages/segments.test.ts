import { expect, test } from 'vitest';
import { findMostSegments, measureText } from '../../../campaigns/messages/segments.ts';

const letters = ['क', 'कि', 'क्ष', 'र्ट्री', 'a', ' ', '€', 'ज़', '{', 'é'];

test('the most segments of many texts are found without measuring each', () => {
  let seed = 20190412;
  const random = (below: number) => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed % below;
  };
  for (let round = 0; round < 200; round += 1) {
    const known = round % 3 === 0 ? ['a', ' ', '€', '{'] : letters;
    const longest = 20 + random(200);
    const texts = Array.from({ length: 10 }, () =>
      Array.from({ length: longest - random(20) }, () => known[random(known.length)]).join(''),
    );
    const measured = texts.map((text) => measureText(text).segments);
    expect(findMostSegments(texts)).toBe(Math.max(...measured));
  }
  expect(findMostSegments([])).toBe(1);
});

// Phones in India have no tables of GSM-7 for these scripts: a single letter of one makes the whole text UCS-2.
test.each([
  ['hi', 'क', 'र्ट्री'],
  ['gu', 'ક', 'ર્ટ્રી'],
  ['bn', 'ক', 'ন্ত্র্যৈ'],
  ['ta', 'க', 'க்ஷௌ'],
  ['te', 'క', 'స్త్రీ'],
  ['kn', 'ಕ', 'ಸ್ತ್ರೀ'],
  ['ml', 'ക', 'ന്ത്ര്യോ'],
  ['pa', 'ਕ', 'ਸ੍ਰੀਂ'],
  ['or', 'କ', 'ନ୍ତ୍ର୍ୟୋ'],
  ['ur', 'ک', 'لّٰہ'],
])(
  'texts in %s are billed by 70 units, and by 67 where there are several',
  (_, letter, conjunct) => {
    const count = (text: string) => {
      const { encoding, units, segments } = measureText(text);
      expect([encoding, units]).toEqual(['UCS-2', text.length]);
      return segments;
    };
    const lengths = [70, 71, 134, 135, 201, 202];
    expect(lengths.map((length) => count(letter.repeat(length)))).toEqual([1, 2, 2, 3, 3, 4]);
    expect(count(`${'a'.repeat(69)}${letter}`)).toBe(1);
    // A letter with its signs is not cut: it goes whole into the next part.
    expect(count(`${letter.repeat(66)}${conjunct}${letter.repeat(67)}`)).toBe(3);
    expect(findMostSegments([conjunct.repeat(12), letter])).toBe(
      measureText(conjunct.repeat(12)).segments,
    );
  },
);

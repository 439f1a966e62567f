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

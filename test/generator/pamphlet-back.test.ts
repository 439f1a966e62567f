import { expect, test } from 'vitest';
import { inUrdu } from '../../campaigns/languages/urdu/in-urdu.ts';
import { createKit } from '../../generator/artwork/artwork.ts';
import { pamphletBack } from '../../generator/artwork/pamphlet-back.ts';
import { contactSentence } from '../../generator/artwork/pamphlet-contact.ts';
import type { Node, TextNode } from '../../generator/layout/node.ts';
import { campaign, fonts } from './press-room.ts';

const textsOf = (node: Node): TextNode[] => {
  if (node.kind === 'text') return [node];
  return node.kind === 'box' ? node.children.flatMap(textsOf) : [];
};
const texts = textsOf(pamphletBack.tree(createKit(campaign, fonts)));

test('the emergency number is first of all on the foot, twice as high as its sentence, and in no other row', () => {
  const sentence = contactSentence(campaign, { name: 'थाना एट' }, false);
  const called = texts.filter(({ text }) => /^[0-9]{3,}$/.test(text)).map(({ text }) => text);
  expect(called).toEqual(['112', '1090', '1930']);
  const [number, words] = texts.filter(({ part }) => part === 'warning');
  expect([number?.text, words?.text]).toEqual(['112', 'मुसीबत में ऐप नहीं, सीधे 112 मिलाएँ।']);
  expect(number?.sizeMm).toBeCloseTo(2 * (words?.sizeMm ?? 0));
  expect(sentence).not.toMatch(/112/);
  expect(texts.map(({ text }) => text)).toContain('साइबर हेल्पलाइन');
});

test('the steps are over the services, each with a number half as high again as its words', () => {
  const topOf = (part: string) =>
    texts.filter((each) => each.part === part).map(({ style }) => Number(style.top));
  expect(Math.max(...topOf('step-number'))).toBeLessThan(Math.min(...topOf('group')));
  const sizes = texts.filter(({ part }) => part === 'step-number').map(({ sizeMm }) => sizeMm);
  const [step] = texts.filter(({ part }) => part === 'body');
  expect(sizes).toHaveLength(3);
  for (const size of sizes) expect(size / (step?.sizeMm ?? 0)).toBeGreaterThan(1.5);
});

test('what most people come for is bold and first in its group', () => {
  const services = texts.filter(({ part }) => part === 'service');
  const bold = services.filter(({ weight }) => weight === 800).map(({ text }) => text);
  expect(bold).toEqual([
    ...['एफ़आईआर देखें/डाउनलोड करें', 'खोए सामान का पंजीकरण'],
    ...['चरित्र प्रमाण-पत्र', 'किरायेदार सत्यापन'],
  ]);
  const at = (text: string) => services.findIndex((node) => node.text === text);
  expect(at('एफ़आईआर देखें/डाउनलोड करें')).toBeLessThan(at('ई-एफ़आईआर (अज्ञात के विरुद्ध)'));
  expect(services).toHaveLength(campaign.serviceGroups.flatMap((group) => group.services).length);
});

test('services are called on paper as people call them, on pages as the app does', () => {
  const printed = texts.filter(({ part }) => part === 'service').map(({ text }) => text);
  expect(printed).toContain('पास का थाना');
  expect(printed).not.toContain('निकटतम थाना');
  const named = campaign.serviceGroups.flatMap((group) => group.services);
  expect(named.map(({ name }) => name.hi)).toContain('निकटतम थाना');
  expect(inUrdu(campaign).serviceGroups[0]?.services.some((own) => 'plain' in own)).toBe(false);
});

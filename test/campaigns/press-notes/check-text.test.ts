import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadBaseDirectory } from '../../../campaigns/directory/directory-fs.ts';
import { stripName } from '../../../campaigns/directory/strip-name.ts';
import { findLevel } from '../../../campaigns/press-notes/finding.ts';
import { check } from './checked.ts';
import { cleanTexts, plantedFaults } from './planted-faults.ts';

const rulesIn = (text: string) => check(text).map(({ rule }) => rule);

test.each(plantedFaults)('%s is found: %s', (rule, text) => {
  expect(rulesIn(text)).toContain(rule);
});

test('there are enough faults and clean texts to mean something', () => {
  expect(new Set(plantedFaults.map(([, text]) => text)).size).toBeGreaterThanOrEqual(90);
  expect(new Set(cleanTexts).size).toBeGreaterThanOrEqual(40);
});

test.each(cleanTexts)('nothing is found: %s', (text) => {
  expect(check(text)).toEqual([]);
});

test.each([
  { age: 16, rules: ['age'] },
  { age: 17, rules: ['age'] },
  { age: 18, rules: [] },
])('somebody of $age years is named with that age only when of age', ({ age, rules }) => {
  expect(rulesIn(`${age} वर्षीय आवेदक ने ऐप से प्रति प्राप्त की।`)).toEqual(rules);
});

test('a finding points at its place in the text as it was typed', () => {
  const text = 'सूचना: दुष्‍कर्म, ९८७६५ ४३२१० और यूपी ३२ एबी १२३४।';
  expect(check(text).map(({ level, found }) => [level, found])).toEqual([
    ['block', 'दुष्‍कर्म'],
    ['hint', '९८७६५ ४३२१०'],
    ['hint', 'यूपी ३२ एबी १२३४'],
  ]);
  for (const { from, to, found } of check(text)) expect(text.slice(from, to)).toBe(found);
});

test('no name of a station or district is a finding, whatever words it is made of', () => {
  const alarms = loadBaseDirectory().stations.flatMap((station) => {
    const texts = [stripName(station), `थाना ${station.nameHi} पर`, `Thana ${station.nameEn}`];
    return texts.flatMap(check).map(({ rule, found }) => [station.id, rule, found]);
  });
  expect(alarms).toEqual([]);
});

describe('in any surrounding text', () => {
  const letters = [...'कखगघचछजटडतदनपफबमयरलवशसहअआइउएऔ'];
  const signs = ['', 'ा', 'ि', 'ी', 'ु', 'े', 'ो', 'ं', '्'];
  const hindi = fc
    .array(fc.tuple(fc.constantFrom(...letters), fc.constantFrom(...signs)), {
      minLength: 1,
      maxLength: 7,
    })
    .map((parts) => parts.map((part) => part.join('')).join(''));
  const word = fc.oneof(
    hindi,
    fc.constantFrom('UP COP', ...'थाना दिनांक को में सूचना पर ऐप । , और 12.04.2019 2,500'.split(' ')),
  );
  const words = fc.array(word, { maxLength: 25 }).map((list) => list.join(' '));
  // What is beside a number may be one that it becomes a part of.
  const planted = plantedFaults.filter(([, text]) => !/^[\d(]|[\d]$/.test(text.normalize('NFKC')));

  test('a planted fault is found', () => {
    fc.assert(
      fc.property(words, fc.constantFrom(...planted), words, (before, [rule, fault], after) => {
        const text = `${before} । ${fault} । ${after}`;
        const from = before.length;
        const found = check(text).filter((finding) => finding.rule === rule);
        expect(
          found.some((finding) => finding.to > from && finding.from < from + fault.length + 3),
        ).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('every normalisation form and joiner gives the same findings', () => {
    fc.assert(
      fc.property(words, fc.constantFrom(...plantedFaults), words, (before, [, fault], after) => {
        const text = `${before} ${fault} ${after}`;
        const plain = rulesIn(text);
        for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD'] as const)
          expect(rulesIn(text.normalize(form))).toEqual(plain);
        expect(rulesIn([...text].join('\u200d'))).toEqual(plain);
      }),
      { numRuns: 60 },
    );
  });

  test('any text at all is read without an error, and every finding lies within it', () => {
    const any = fc.string({ unit: 'binary', maxLength: 100 });
    const fault = fc.constantFrom('', ...plantedFaults.map(([, text]) => text));
    let findings = 0;
    fc.assert(
      fc.property(any, fault, any, (...parts) => {
        const text = parts.join(' ');
        for (const { from, to, found, rule, level } of check(text)) {
          findings += 1;
          expect([found, level]).toEqual([text.slice(from, to), findLevel(rule)]);
          expect(to).toBeGreaterThan(from);
        }
      }),
      { numRuns: 120 },
    );
    expect(findings).toBeGreaterThan(50);
  });
});

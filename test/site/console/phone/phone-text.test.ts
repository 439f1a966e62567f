import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { isInvisible, tidyText } from '../../../../campaigns/messages/characters.ts';
import { lintTemplate } from '../../../../campaigns/messages/lint.ts';
import { gatewaySettings } from '../../../../site/islands/console/phone/gateways/gateway-settings.ts';
import { markSpans } from '../../../../site/islands/console/phone/texts/marked-spans.ts';

describe('a text in its standard form', () => {
  test.each([
    { label: 'a clean text stays', text: 'घर बैठे पाएँ {#url#}', tidy: 'घर बैठे पाएँ {#url#}' },
    { label: 'a pipe becomes a danda', text: 'घर बैठे |', tidy: 'घर बैठे।' },
    { label: 'dandas are not doubled', text: 'घर बैठे।।', tidy: 'घर बैठे।' },
    { label: 'a nukta stands by itself', text: 'का\u095Bग', tidy: 'का\u091C\u093Cग' },
    {
      label: 'nothing invisible stays',
      text: 'घर\u200B\u00A0 बैठे\uFEFF\uFE0F',
      tidy: 'घर बैठे',
    },
    { label: 'lines stay lines', text: 'घर\r\nबैठे\t अब ', tidy: 'घर\nबैठे अब' },
    { label: 'quotes of Hindi stay', text: '‘घर बैठे’ – अब', tidy: '‘घर बैठे’ – अब' },
  ])('Hindi: $label', ({ text, tidy }) => {
    expect(tidyText(text, 'hi')).toBe(tidy);
  });

  test('English: look-alikes that double the cost are written plainly', () => {
    expect(tidyText('Don’t wait – “UP COP”…', 'en')).toBe('Don\'t wait - "UP COP"...');
  });
});

test.each([
  ['hi', 'घर\u200B\u00A0 बैठे |\tका\u095Bग़ज।।\r\n\u2028अब  '],
  ['en', ' Don’t\u00A0 wait – “UP COP”…\uFEFF'],
] as const)(
  'the linter has nothing to say of the characters of a tidied text: %s',
  (language, text) => {
    const { messages } = loadCampaign('up-cop');
    const [template] = messages.templates;
    if (template === undefined) throw new Error('Expected a template, got none');
    const rulesOf = (given: string) =>
      lintTemplate({ ...template, language, text: given }, messages).map(({ rule }) => rule);
    const ofCharacters = ['invisible', 'normalisation', 'blanks', 'danda', 'gsm-7'];
    expect(rulesOf(text)).toEqual(expect.arrayContaining(['invisible', 'blanks']));
    expect(rulesOf(tidyText(text, language)).filter((rule) => ofCharacters.includes(rule))).toEqual(
      [],
    );
  },
);

test('what the linter calls invisible is what tidying takes out', () => {
  const before =
    /^(?:\u034F|\uFE0F|[\u00A0\u00AD\u061C\u180E\u2000-\u200F\u2028-\u202F\u205F-\u2064\u2066-\u206F\u3000\uFEFF])$/u;
  const wrong: string[] = [];
  for (let code = 0; code <= 0x10ffff; code += 1) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const character = String.fromCodePoint(code);
    const isTaken = isInvisible(character);
    if (!isTaken && !before.test(character)) continue;
    if (!isTaken || !/^a[ \n]?b$/.test(tidyText(`a${character}b`, 'en')))
      wrong.push(code.toString(16));
  }
  expect(wrong).toEqual([]);
});

test.each([
  { label: 'a variable', text: 'लें {#var#} अब', places: [4], found: ['{#var#}'] },
  { label: 'a link', text: 'लें bit.ly/upcop अब', places: [4], found: ['bit.ly/upcop'] },
  { label: 'a whole letter', text: 'घर बैठे|', places: [6], found: ['ठे|'] },
  { label: 'an unseen one', text: 'घर\u200Bअब', places: [2], found: ['U+200B'] },
  { label: 'each place once', text: 'a’b’c', places: [3, 1, 3], found: ['’', '’'] },
  { label: 'nothing beyond the end', text: 'अब', places: [9], found: [] },
])('findings in a text are marked: $label', ({ text, places, found }) => {
  const spans = markSpans(text, places);
  expect(spans.filter((span) => span.found).map((span) => span.text)).toEqual(found);
  const kept = spans.filter((span) => !span.found).map((span) => span.text);
  expect(kept.every((piece) => text.includes(piece))).toBe(true);
});

test('the console names settings that the service knows', () => {
  const example = readFileSync(join(import.meta.dirname, '../../../../.env.example'), 'utf8');
  const known = new Set(example.match(/^[A-Z_]+(?==)/gm));
  for (const name of Object.values(gatewaySettings).flat()) expect(known).toContain(name);
});

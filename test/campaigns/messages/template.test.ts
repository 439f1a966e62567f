import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { fillTemplate, ValueError } from '../../../campaigns/messages/fill-template.ts';
import { isWhitelisted } from '../../../campaigns/messages/links-in.ts';
import { isClean, lintTemplate } from '../../../campaigns/messages/lint.ts';
import type { Template } from '../../../campaigns/messages/messages.ts';
import { registrars, writeForRegistrar } from '../../../campaigns/messages/registrars.ts';
import { costOfOneMore, cutText, measureText } from '../../../campaigns/messages/segments.ts';
import { stopLink, valuesWithLinks } from '../../../campaigns/messages/stop-link.ts';
import { findVariables } from '../../../campaigns/messages/template.ts';
import { variableTags } from '../../../campaigns/messages/variable-tags.ts';

const { messages, links } = loadCampaign('up-cop');
const registration = {
  principalEntityId: null,
  whitelistedLinks: ['UPPOLICE.GOV.IN/Q/'],
  whitelistedNumbers: ['112'],
};
const good: Template = {
  id: 'good-hi',
  templateId: '1234567890123456789',
  category: 'government',
  language: 'hi',
  header: 'UPPOLC',
  text: 'UP COP ऐप पाएँ {#url#} उत्तर प्रदेश पुलिस',
  purpose: { hi: 'जाँच', en: 'Test' },
  approvedOn: null,
};
const rulesOf = (change: Partial<Template>, severity?: 'error') =>
  lintTemplate({ ...good, ...change }, registration)
    .filter((finding) => severity === undefined || finding.severity === severity)
    .map(({ rule }) => rule);

describe('measureText', () => {
  it.each([
    ['empty', '', 'GSM-7', 0, 1, 160],
    ['160 septets', 'a'.repeat(160), 'GSM-7', 160, 1, 0],
    ['161 septets', 'a'.repeat(161), 'GSM-7', 161, 2, 145],
    ['extension character', '€'.repeat(80), 'GSM-7', 160, 1, 0],
    ['70 units', 'क'.repeat(70), 'UCS-2', 70, 1, 0],
    ['71 units', 'क'.repeat(71), 'UCS-2', 71, 2, 63],
    ['134 units', 'क'.repeat(134), 'UCS-2', 134, 2, 0],
    ['135 units', 'क'.repeat(135), 'UCS-2', 135, 3, 66],
    ['emoji counts two', `${'क'.repeat(69)}😀`, 'UCS-2', 71, 2, 63],
    ['letters kept whole', 'कि'.repeat(67), 'UCS-2', 134, 3, 67],
  ])('%s', (_, text, encoding, units, segments, unitsLeft) => {
    expect(measureText(text)).toEqual({ encoding, units, segments, unitsLeft });
  });

  it('never bills fewer segments for a longer text', () => {
    const unit = fc.constantFrom('a', 'क', 'ि', '€', '्', '😀', ' ');
    const text = fc.string({ unit, maxLength: 300 });
    fc.assert(
      fc.property(text, text, (head, tail) => {
        expect(measureText(head + tail).segments).toBeGreaterThanOrEqual(
          measureText(head).segments,
        );
      }),
    );
  });

  it('says what one more character costs', () => {
    expect(costOfOneMore('क'.repeat(134))).toEqual({ segments: 1, share: 0.5 });
    expect(costOfOneMore('क'.repeat(133))).toEqual({ segments: 0, share: 0 });
  });
});

describe('registrars', () => {
  const text = 'थाना {#alphanumeric#} में {#numeric#} को';
  it.each([null, 'airtel', 'jio', 'vi', 'bsnl'] as const)('%s takes tags in the text', (name) => {
    expect(writeForRegistrar(text, name)).toEqual({ text, tags: [] });
  });
  it('with tags beside the text gets it as before, and the tags in order', () => {
    expect(writeForRegistrar(text, 'smartping')).toEqual({
      text: 'थाना {#var#} में {#var#} को',
      tags: ['#alphanumeric#', '#numeric#'],
    });
  });
  it.each([
    { registrar: null, longest: 30 },
    { registrar: 'jio' as const, longest: 30 },
    { registrar: 'smartping' as const, longest: 40 },
  ])('$registrar takes letters and digits up to $longest', ({ registrar, longest }) => {
    const whitelist = { whitelistedLinks: [], whitelistedNumbers: [], registrar };
    const fill = (length: number) =>
      fillTemplate('{#alphanumeric#}', ['a'.repeat(length)], whitelist);
    expect(fill(longest)).toHaveLength(longest);
    expect(() => fill(longest + 1)).toThrow(`1 to ${longest}`);
    expect(() => fillTemplate('{#numeric#}', ['1'.repeat(31)], whitelist)).toThrow('1 to 30');
  });
  it('each name their papers', () => {
    for (const { source } of [...Object.values(registrars), ...Object.values(variableTags)])
      expect(source).toMatch(/read \d\d\.\d\d\.20\d\d/);
  });
});

describe('the shipped texts', () => {
  it.each(messages.templates)(
    '$id has no fault and fits two segments with its link or code',
    (template) => {
      const faults = lintTemplate(template, messages);
      expect(faults.filter(({ severity }) => severity === 'error')).toEqual([]);
      const link = `${links.host.toLowerCase()}/q/BCDFGH`;
      const code = '012345';
      const others = template.id.startsWith('code-') ? [code] : [];
      const addresses = { app: link, stop: stopLink(links.host) };
      const text = fillTemplate(template.text, valuesWithLinks(template, addresses, others));
      expect(text).toContain(others[0] ?? link);
      expect(measureText(text).segments).toBeLessThanOrEqual(2);
    },
  );
  it('greet in both languages and offer keys 1, 2 and 9', () => {
    expect(messages.call.hi.menu.text).toMatch(/एक.*दो.*थ्री.*नौ/);
    expect(messages.call.en.menu.text).toMatch(/1.*2.*9/);
  });
});

describe('lintTemplate', () => {
  it('finds no fault in a good template', () => expect(rulesOf({}, 'error')).toEqual([]));
  it.each([
    { rule: 'header', change: { header: 'UPPOL' } },
    { rule: 'header', change: { header: 'UPPOLC-G' } },
    { rule: 'template-id', change: { templateId: '12345' } },
    { rule: 'variable-count', change: { text: 'क {#var#} ख {#var#} ग {#var#} घ {#var#} च' } },
    { rule: 'variable-adjacent', change: { text: 'नमस्कार आपका लिंक {#url#} {#numeric#} है' } },
    { rule: 'variable-form', change: { text: 'ऐप पाएँ {#link#} उत्तर प्रदेश पुलिस' } },
    { rule: 'variable-form', change: { text: 'ऐप पाएँ {var} उत्तर प्रदेश पुलिस' } },
    { rule: 'variable-form', change: { text: 'ऐप पाएँ {#address#} उत्तर प्रदेश पुलिस' } },
    { rule: 'variable-tag', change: { text: 'ऐप यहाँ पाएँ {#var#} उत्तर प्रदेश पुलिस' } },
    { rule: 'fixed-share', change: { text: 'कख {#url#} ग' } },
    { rule: 'link-shortener', change: { text: 'ऐप पाएँ https://bit.ly/abc उत्तर प्रदेश' } },
    { rule: 'link-whitelist', change: { text: 'ऐप पाएँ example.com/x उत्तर प्रदेश' } },
    { rule: 'invisible', change: { text: 'ऐप\u200D पाएँ उत्तर प्रदेश पुलिस' } },
    { rule: 'invisible', change: { text: 'ऐप\u00A0पाएँ उत्तर प्रदेश पुलिस' } },
    { rule: 'normalisation', change: { text: 'घर बैठे पढ\u093C\u095Cें उत्तर प्रदेश पुलिस' } },
    { rule: 'language', change: { text: 'Get the UP COP app' } },
    { rule: 'blanks', change: { text: 'ऐप  पाएँ उत्तर प्रदेश पुलिस' } },
    { rule: 'length', change: { text: 'क'.repeat(1601) } },
  ])('refuses: $rule', ({ rule, change }) => {
    expect(rulesOf(change, 'error')).toContain(rule);
    expect(isClean(lintTemplate({ ...good, ...change }, registration))).toBe(false);
  });
  it.each([
    { rule: 'template-id', change: { templateId: null } },
    { rule: 'gsm-7', change: { language: 'en' as const, text: 'Get the app – UP COP' } },
    { rule: 'segments', change: { text: 'क'.repeat(140) } },
    { rule: 'danda', change: { text: 'ऐप पाएँ | उत्तर प्रदेश पुलिस' } },
  ])('warns: $rule', ({ rule, change }) => {
    expect(rulesOf(change)).toContain(rule);
    expect(rulesOf(change, 'error')).not.toContain(rule);
  });
  it('takes a link below a registered path in any case, but no other path or host', () => {
    expect(isWhitelisted('https://uppolice.gov.in/q/BCDFGH', ['UPPOLICE.GOV.IN/Q/'])).toBe(true);
    expect(isWhitelisted('uppolice.gov.in/login', ['UPPOLICE.GOV.IN/Q/'])).toBe(false);
    expect(isWhitelisted('uppolice.gov.in.evil.com/q/', ['UPPOLICE.GOV.IN/Q/'])).toBe(false);
    expect(isWhitelisted('uppolice.gov.in/app/x', ['uppolice.gov.in/app'])).toBe(false);
  });
});

describe('fillTemplate', () => {
  it('fills variables in order', () => {
    expect(fillTemplate('{#alphanumeric#} से {#numeric#} तक', ['थाना हजरतगंज', '12'])).toBe(
      'थाना हजरतगंज से 12 तक',
    );
    expect(findVariables('क {#url#}')).toEqual([{ kind: 'url', at: 2, mark: '{#url#}' }]);
  });
  it.each([
    { label: 'a missing value', values: [] },
    { label: 'a value too many', values: ['1', '2'] },
    { label: 'an empty value', values: [''] },
    { label: 'a value of 31 characters', values: ['1'.repeat(31)] },
    { label: 'letters for a number', values: ['बारह'] },
  ])('refuses $label', ({ values }) => {
    const fill = () => fillTemplate('आपका क्रमांक {#numeric#} है', values);
    expect(fill).toThrow(ValueError);
    expect(fill).toThrow(/^Expected /);
    const [hi, en] = [/[\u0900-\u097F]/, /[a-z]/].map((script) => expect.stringMatching(script));
    expect(fill).toThrow(expect.objectContaining({ variable: expect.any(Number), hi, en }));
  });
});

describe('cutText', () => {
  const single = ['क', 'क्षि', 'श्री', 'a', '€', '[', ' ', '😀', 'é', '\n'];
  const pieces = fc.constantFrom(...single, 'पुलिस सेवाएँ ');
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 220 }).map((parts) => parts.join('')),
    fc
      .array(fc.constantFrom('a', '€', '{', ' ', '@'), { maxLength: 500 })
      .map((all) => all.join('')),
  );
  it('cuts into as many parts as are billed, each of at most 140 octets, and loses nothing', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { encoding, parts } = cutText(text);
        const measure = measureText(text);
        expect(encoding).toBe(measure.encoding);
        expect(parts).toHaveLength(measure.segments);
        expect(parts.flat()).toHaveLength(measure.units);
        const several = parts.length > 1;
        const most = encoding === 'GSM-7' ? (several ? 153 : 160) : several ? 67 : 70;
        for (const part of parts) expect(part.length).toBeLessThanOrEqual(most);
        if (encoding === 'UCS-2') expect(String.fromCharCode(...parts.flat())).toBe(text);
      }),
      { numRuns: 300 },
    );
  });
  it('cuts a letter that is longer than a part between characters', () => {
    const { parts } = cutText(`क${'\u0301'.repeat(200)}`);
    expect(parts.map(({ length }) => length)).toEqual([67, 67, 67]);
    const emoji = cutText(`x${'😀\u200d'.repeat(60)}`).parts.flat();
    expect(String.fromCharCode(...emoji)).toContain('😀');
    for (const part of cutText(`x${'😀\u200d'.repeat(60)}`).parts) {
      const last = part.at(-1) ?? 0;
      expect(last >= 0xd800 && last <= 0xdbff).toBe(false);
    }
  });
});

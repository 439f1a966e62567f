import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { makePlural } from '../../campaigns/words/plural.ts';
import { consoleEn } from '../../site/i18n/console-en.ts';
import { consoleHi } from '../../site/i18n/console-hi.ts';
import { formatDay, formatShortDay } from '../../site/i18n/format.ts';
import { formatMoment } from '../../site/islands/console/ui/format-moment.ts';

/** A word that an office does not write, and the one that stands everywhere instead. */
const forbidden: readonly [RegExp, string][] = [
  [/अनुमोद/, 'स्वीकृति'],
  [/(?:आपक[ाे]|पुरा?न[ाे]|अपन[ाे]) स्वीकृति/, 'आपकी स्वीकृति'],
  [/कार्य-पत्र/, 'कार्यादेश'],
  [/साधन-संग्रह/, 'प्रचार सामग्री'],
  [/निमंत्रण|निमन्त्रण/, 'आमंत्रण, आमंत्रित करें'],
  [/(?<!उतार-)चढ़ा(?:एँ|ई|कर)/, 'अपलोड करें'],
  [/बताया गया योग/, 'सूचित कुल संख्या'],
  [/ला(?:या|ई) जा रह/, 'लोड हो रहा है'],
  [/सदा के लिए बन्द/, 'स्थायी रूप से समाप्त करें'],
  [/क्या हुआ, क्या शेष/, 'कार्य की स्थिति'],
  [/जोन की स्वीकृति/, 'स्वीकृति: HQ approves too'],
  [/इकाइ(?:याँ|यों)/, 'वर्ण'],
  [/कोई मान'/, 'यह खाना खाली न छोड़ें'],
  [/फा[इई]ल/, 'फ़ाइल'],
  [/नवंबर|सितंबर|दिसंबर|नव॰/, 'नवम्बर, सितम्बर, दिसम्बर'],
  [/संदेश खण्ड|सेगमेंट(?!\))/, 'खण्ड'],
];
/** Files with spellings of their own: quotations, Marathi, and what citizens and reporters may write in any way. */
const asPeopleWrite =
  /^(?:campaigns\/press-notes|campaigns\/maharashtra|(?:campaigns\/languages|site\/i18n)\/(?:service\/)?mr\.ts|campaigns\/up-cop\/(?:press-notes|papers\/)|campaigns\/directory|assets\/(?!.*\.md))/;

test('a word that an office does not write stands in no page, document, message or guide', () => {
  const files = execFileSync(
    'git',
    ['ls-files', 'campaigns', 'generator', 'messaging', 'site', '*.md'],
    {
      encoding: 'utf8',
    },
  )
    .split('\n')
    .filter((path) => /\.(?:tsx?|astro|yaml|md)$/.test(path) && !asPeopleWrite.test(path));
  expect(files.length).toBeGreaterThan(500);
  const found = files.flatMap((path) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .flatMap((line, at) =>
        forbidden
          .filter(([word]) => word.test(line))
          .map(([, instead]) => `${path}:${at + 1}: ${line.trim().slice(0, 90)} → ${instead}`),
      ),
  );
  expect(found).toEqual([]);
});

test('a count of one reads as one, in Hindi and English', () => {
  expect(
    ['0', '1', '2', '1,234'].map((count) => `${count} ${makePlural('hi')(count, 'खाता', 'खाते')}`),
  ).toEqual(['0 खाता', '1 खाता', '2 खाते', '1,234 खाते']);
  expect([consoleHi.people.shown('1'), consoleEn.people.shown('1')]).toEqual([
    '1 खाता',
    '1 account',
  ]);
  expect([consoleHi.reports.rows('1'), consoleHi.reports.rows('12')]).toEqual([
    '1 पंक्ति',
    '12 पंक्तियाँ',
  ]);
});

test('months have the names of the office, and the clock 24 hours', () => {
  expect(formatDay('2026-11-25', 'hi')).toBe('25 नवम्बर 2026');
  expect(formatShortDay('2026-09-05', 'hi')).toBe('5 सितम्बर');
  expect(formatMoment('2026-11-25T10:16:00Z', 'hi')).toBe('25 नवम्बर 2026, 15:46 बजे');
  expect(formatMoment('2026-11-25T10:16:00Z', 'en')).toMatch(/^25 Nov 2026, 3:46\spm$/i);
});

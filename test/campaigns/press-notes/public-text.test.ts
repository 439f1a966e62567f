import { expect, test } from 'vitest';
import { publicText } from '../../../campaigns/press-notes/public-text.ts';
import { check, known } from './checked.ts';
import { isFound, loadSentences, type Sentence } from './sentences-fs.ts';

test('findings lie in the field in which they begin', () => {
  const found = publicText({ title: 'शातिर पकड़ा', details: 'मोबाइल 9876543210 और शातिर' }, known);
  expect(found.map(({ field, rule, from, to }) => [field, rule, from, to])).toEqual([
    ['title', 'guilt', 0, 5],
    ['details', 'mobile', 7, 17],
    ['details', 'guilt', 21, 26],
  ]);
});

test.each([
  { title: 'थाना पुलिस: दुष्', details: 'कर्म की घटना', rule: 'sexual-offence', to: 16 },
  { title: 'संपर्क 98390', details: '01234 पर', rule: 'mobile', to: 12 },
  { title: 'वाहन यूपी 32', details: 'एबी 1234 मिला', rule: 'vehicle', to: 12 },
  { title: 'A lady was mole', details: 'sted', rule: 'sexual-offence', to: 15 },
])(
  'what is cut in two by the end of a field is found: $title | $details',
  ({ title, details, rule, to }) => {
    const found = publicText({ title, details }, known);
    expect(found.map((finding) => [finding.field, finding.rule, finding.to])).toEqual([
      ['title', rule, to],
    ]);
  },
);

const isClean = ({ family }: Sentence) => family === 'clean';
const sentences = loadSentences('typed');
const texts = (each: Sentence) => publicText({ text: each.text.replace('‖', '\n') }, known);

test('the sentences are enough to mean something', () => {
  expect(sentences.filter((each) => !isClean(each)).length).toBeGreaterThanOrEqual(80);
  expect(sentences.filter(isClean).length).toBeGreaterThanOrEqual(60);
});

test.each(['tuning', 'held-out'])(
  'of typed words hardly one is missed, and hardly one alarmed at: %s',
  (half) => {
    const own = sentences.filter((each) => each.half === half);
    const bad = own.filter((each) => !isClean(each));
    const clean = own.filter(isClean);
    const missed = bad.filter((each) => !isFound(each, texts(each)));
    const alarms = clean.filter((each) => texts(each).length > 0);
    expect(missed.length / bad.length).toBeLessThan(0.05);
    expect(alarms.length / clean.length).toBeLessThan(0.1);
  },
);

test.each([
  'रेपो रेट में कटौती',
  'महिला हेल्प डेस्क पर ऐप की जानकारी',
  'एंटी रोमियो दल',
  'पुलिस अकादमी में प्रशिक्षण',
  'जबरन वसूली की शिकायत',
  'संस्करण 3.5.4 जारी',
  'twenty two years old is the record',
])('nothing is found: %s', (text) => {
  expect(check(text)).toEqual([]);
});

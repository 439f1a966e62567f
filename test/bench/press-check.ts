import { checkText } from '../../campaigns/press-notes/check-text.ts';
import { check, known } from '../campaigns/press-notes/checked.ts';
import { isFound, loadSentences, type Sentence } from '../campaigns/press-notes/sentences-fs.ts';
import { type Measure, median, report } from './report.ts';

const rounds = 40;
const characters = 12_000;
const sentence =
  'थाना हजरतगंज क्षेत्र में दिनांक 12.04.2019 को मोटरसाइकिल चोरी की ई-एफआईआर धारा 379 भादवि में दर्ज हुई, जिसे 5 दिन में बरामद कर लिया गया। ';

/** Processor milliseconds of one check, of which the first are left out: they warm it up. */
function checkMs(length: number): number {
  const text = sentence.repeat(Math.ceil(length / sentence.length)).slice(0, length);
  const taken = Array.from({ length: rounds }, () => {
    const before = process.cpuUsage();
    checkText(text, known);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return median(taken.slice(rounds / 4));
}

const heldOut = ({ half }: Sentence) => half === 'held-out';
const percent = (part: number, whole: number) => (100 * part) / whole;

function foundOf(sentences: readonly Sentence[]): number {
  return sentences.filter((each) => isFound(each, check(each.text))).length;
}

function measureRecall(
  sentences: readonly Sentence[],
  what: string,
  least: number | null,
): Measure[] {
  const families = [...Map.groupBy(sentences, ({ family }) => family)];
  const share = percent(foundOf(sentences), sentences.length);
  return [
    {
      what: `${what}: found of ${sentences.length}`,
      value: share,
      digits: 1,
      unit: '%',
      ...(least !== null && { least }),
    },
    ...families.map(([family, own]) => ({
      what: `  ${family}`,
      value: `${foundOf(own)} of ${own.length}`,
    })),
  ];
}

function measureAlarms(sentences: readonly Sentence[], what: string, bars: boolean): Measure[] {
  const found = sentences.map(({ text }) => check(text));
  const blocked = found.filter((each) => each.some(({ level }) => level === 'block')).length;
  const hinted = found.filter((each) => each.length > 0).length - blocked;
  return [
    { name: 'barred', count: blocked, most: 5 },
    { name: 'with a hint', count: hinted, most: 15 },
  ].map(({ name, count, most }) => ({
    what: `${what}: ${name}, of ${sentences.length}`,
    value: percent(count, sentences.length),
    digits: 1,
    unit: '%',
    ...(bars && { most }),
  }));
}

function typed(
  name: 'typed' | 'fresh',
  isMeasured: (sentence: Sentence) => boolean,
  what: string,
): Measure[] {
  const own = loadSentences(name).filter(isMeasured);
  const isClean = ({ family }: Sentence) => family === 'clean';
  return [
    ...measureRecall(
      own.filter((each) => !isClean(each)),
      what,
      null,
    ),
    ...measureAlarms(own.filter(isClean), `clean ${what}`, false),
  ];
}

const ms = checkMs(characters);
const fourfold = checkMs(4 * characters);
const later = loadSentences('later').filter(heldOut);
report('press-check', [
  {
    what: 'a check of 12,000 characters, processor time, median',
    value: ms,
    digits: 2,
    unit: 'ms',
    most: 10,
  },
  { what: 'four times the length over it', value: fourfold / ms, digits: 2, most: 6 },
  ...measureRecall(loadSentences('nasty').filter(heldOut), 'held-out half', 95),
  ...measureAlarms(loadSentences('clean').filter(heldOut), 'clean, held-out half', true),
  // Written after the lists: nearer to what a reader meets. No bar, since no list carries the promise.
  ...measureRecall(
    later.filter(({ family }) => family !== 'clean'),
    'written later, held-out half',
    null,
  ),
  ...measureAlarms(
    later.filter(({ family }) => family === 'clean'),
    'clean, written later',
    false,
  ),
  ...typed('typed', heldOut, 'words that leave the house, held-out half'),
  ...typed('fresh', () => true, 'words that leave the house, written later'),
]);

import { checkText } from '../../campaigns/press-notes/check-text.ts';
import { median, report } from './report.ts';

const rounds = 40;
const characters = 12_000;
const sentence =
  'थाना हजरतगंज क्षेत्र में दिनांक 12.04.2019 को मोटरसाइकिल चोरी की ई-एफआईआर धारा 379 भादवि में दर्ज हुई, जिसे 5 दिन में बरामद कर लिया गया। ';

/** Processor milliseconds of one check, of which the first are left out: they warm it up. */
function checkMs(length: number): number {
  const text = sentence.repeat(Math.ceil(length / sentence.length)).slice(0, length);
  const taken = Array.from({ length: rounds }, () => {
    const before = process.cpuUsage();
    checkText(text);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return median(taken.slice(rounds / 4));
}

const ms = checkMs(characters);
const fourfold = checkMs(4 * characters);
report('press-check', [
  {
    what: 'a check of 12,000 characters, processor time, median',
    value: ms.toFixed(2),
    unit: 'ms',
    bar: '≤ 5 ms',
    holds: ms <= 5,
  },
  {
    what: 'four times the length over it',
    value: (fourfold / ms).toFixed(2),
    bar: '≤ 6 (linear)',
    holds: fourfold / ms <= 6,
  },
]);

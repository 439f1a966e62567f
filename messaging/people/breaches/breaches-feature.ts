import { count, moment, text } from '../../../campaigns/fields/field.ts';
import type { Pair } from '../../../campaigns/words/pairs.ts';
import { type Entry, feature } from '../../kit/feature.ts';

const notYet: Pair = ['अभी नहीं', 'not yet'];
const unknown: Pair = ['ज्ञात नहीं', 'not known'];

const saved = (id: number): Pair => [`उल्लंघन ${id} सुरक्षित हुआ।`, `Breach ${id} is saved.`];
const entered = [
  'what',
  'whose',
  'measures',
  'people',
  'knownAt',
  'happenedAt',
  'boardToldAt',
  'peopleToldAt',
] as const;

/** Breaches of personal data (DPDP Act 2023, section 8(6)): what happened, and whether Board and people were told in time. */
export const breaches = feature({
  name: 'breach',
  path: 'breaches',
  table: 'breach',
  title: ['व्यक्तिगत डेटा के उल्लंघन', 'Breaches of personal data'],
  lead: [
    'व्यक्तिगत डेटा का हर उल्लंघन यहाँ दर्ज करें। जानकारी होने के 72 घंटे के भीतर डेटा संरक्षण बोर्ड को पूरी सूचना दें। जिनका डेटा है, उन्हें बिना देर किए बताएँ (DPDP नियम 2025, नियम 7)।',
    'Record every breach of personal data here. Within 72 hours of knowing of it the Data Protection Board gets the full report, and the people concerned are told without delay (DPDP Rules 2025, rule 7).',
  ],
  entry: (id) => [`उल्लंघन ${id}`, `Breach ${id}`],
  empty: ['कोई उल्लंघन दर्ज नहीं है।', 'No breach is recorded.'],
  read: 'breach.read',
  order: 'known_at DESC, id DESC',
  fields: {
    what: text(['क्या हुआ', 'What happened'], {
      hint: ['मोबाइल नंबर न लिखें', 'Please write no mobile number'],
      max: 2000,
      lines: 3,
    }),
    whose: text(['किसका और कौन-सा डेटा', 'Whose data, and which'], { max: 2000, lines: 3 }),
    measures: text(['क्या किया गया', 'What was done'], {
      none: notYet,
      min: 0,
      max: 2000,
      lines: 3,
    }),
    people: count(['कितने लोग (ज्ञात हो तो)', 'How many people (if known)'], {
      maybe: true,
      none: unknown,
      max: 2_000_000_000,
    }),
    knownAt: moment(['कब जानकारी हुई', 'When it became known']),
    happenedAt: moment(['कब हुआ (ज्ञात हो तो)', 'When it happened (if known)'], {
      maybe: true,
      none: unknown,
    }),
    boardToldAt: moment(['बोर्ड को कब बताया', 'When the Board was told'], {
      maybe: true,
      none: notYet,
    }),
    peopleToldAt: moment(['लोगों को कब बताया', 'When the people were told'], {
      maybe: true,
      none: notYet,
    }),
    recordedBy: text(['दर्ज करने वाले', 'Recorded by'], { max: 200 }),
    recordedAt: moment(['दर्ज', 'Recorded']),
  },
  acts: {
    record: {
      kind: 'make',
      may: 'breach.record',
      button: ['उल्लंघन दर्ज करें', 'Record a breach'],
      takes: entered,
      stamps: { by: 'recordedBy', at: 'recordedAt' },
      done: saved,
    },
    change: {
      kind: 'change',
      may: 'breach.record',
      button: ['लेखा आगे बढ़ाएँ', 'Continue the record'],
      takes: entered,
      done: saved,
    },
  },
});

const hourMs = 3_600_000;
/** DPDP Rules 2025, rule 7: the Board has the full report within 72 hours; people are told without delay. */
const boardLimitMs = 72 * hourMs;

/** How long there is to tell the Board, or whether it was told in time. @param now ms of the service's clock */
export function boardClock(
  { knownAt, boardToldAt }: Pick<Entry<typeof breaches>, 'knownAt' | 'boardToldAt'>,
  now: number,
): { isLate: boolean; words: Pair } {
  const leftMs =
    Date.parse(knownAt) + boardLimitMs - (boardToldAt === null ? now : Date.parse(boardToldAt));
  const isLate = leftMs < 0;
  const hours = Math.floor(Math.abs(leftMs) / hourMs);
  const days = Math.floor(hours / 24);
  const [lateHi, lateEn] =
    days < 3 ? [`${hours} घंटे`, `${hours} hours`] : [`${days} दिन`, `${days} days`];
  if (boardToldAt !== null) {
    return isLate
      ? {
          isLate,
          words: ['बोर्ड को 72 घंटे के बाद बताया गया', 'The Board was told after more than 72 hours'],
        }
      : { isLate, words: ['बोर्ड को समय पर बताया गया', 'The Board was told in time'] };
  }
  return isLate
    ? {
        isLate,
        words: [
          `बोर्ड को बताने का समय ${lateHi} पहले निकल गया`,
          `The time to tell the Board ran out ${lateEn} ago`,
        ],
      }
    : {
        isLate,
        words: [`बोर्ड को बताने के लिए ${hours} घंटे शेष`, `${hours} hours left to tell the Board`],
      };
}

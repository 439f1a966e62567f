import type { Campaign } from '../../../campaigns/campaign.ts';
import { addDays, type Day, toInstant } from '../../../campaigns/tracker/clock.ts';
import { sampleMark } from '../../../campaigns/tracker/sample.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { insertEvent } from '../../register/directions/events-sql.ts';
import {
  type FigureValues,
  findOccurrence,
  insertOccurrence,
  updateOccurrence,
} from '../../register/directions/occurrences-sql.ts';
import { insertStep, type NewStep } from '../../register/directions/steps-sql.ts';

interface SampleAnswer {
  key: readonly [obligation: string, office: string, period: string];
  figures: FigureValues;
  /** Day of the submission; what follows from it is of the day after. */
  on: Day;
  end: 'submitted' | 'accepted' | 'returned';
}

const agra = 'district:agra';
const answers: readonly SampleAnswer[] = [
  {
    key: ['2B', 'zone:agra', '2019-03'],
    figures: { districts: 8, reviewed: 96 },
    on: '2019-04-04',
    end: 'accepted',
  },
  {
    key: ['2B', 'zone:lucknow', '2019-03'],
    figures: { districts: 10, reviewed: 141 },
    on: '2019-04-05',
    end: 'accepted',
  },
  {
    key: ['2B', 'zone:meerut', '2019-03'],
    figures: { districts: 7, reviewed: 88 },
    on: '2019-04-08',
    end: 'submitted',
  },
  {
    key: ['2B', 'zone:kanpur', '2019-03'],
    figures: { districts: 5, reviewed: 40 },
    on: '2019-04-05',
    end: 'returned',
  },
  {
    key: ['L3', agra, '2019-03'],
    figures: { officers: 9, reviewed: 31 },
    on: '2019-04-05',
    end: 'accepted',
  },
  {
    key: ['L3', 'district:lucknow', '2019-03'],
    figures: { officers: 14, reviewed: 43 },
    on: '2019-04-09',
    end: 'submitted',
  },
  { key: ['3A', 'branch:iteccs', 'once'], figures: {}, on: '2019-04-10', end: 'submitted' },
  {
    key: ['S4', agra, '2019-04'],
    figures: { day: '2019-04-06', officers: 24 },
    on: '2019-04-06',
    end: 'submitted',
  },
];

/** An event that started a clock: somebody is the head of a station for the first time. */
export const sampleFirstPosting = { kind: 'first-posting', day: '2019-04-08', district: 'agra' };

/** Answers to directions, and an event that started a clock; each says that it is sample data. */
export async function storeSampleDirections(
  tx: Queryable,
  { register }: Pick<Campaign, 'register'>,
): Promise<number> {
  if (register === undefined) return 0;
  for (const { key, figures, on, end } of answers) {
    const [obligation, office, period] = key;
    const id = { obligation, office, period };
    await insertOccurrence(tx, id, true);
    const stored = await findOccurrence(tx, id, true);
    if (stored === undefined) throw new Error(`Expected ${key.join('/')} to be kept, got nothing`);
    const details = `${sampleMark} ${end === 'returned' ? 'आंशिक सूचना' : 'सूचना प्रेषित'}`;
    await updateOccurrence(tx, stored, {
      status: end,
      details,
      figures,
      submittedOn: on,
      madeBy: sampleMark,
    });
    const by = { occurrence: stored.id, byName: sampleMark, onBehalf: false } as const;
    const [byRole = 'hq'] = office.split(':');
    const step = (taken: Omit<NewStep, 'occurrence' | 'byName' | 'onBehalf'>) =>
      insertStep(tx, { ...by, ...taken, at: toInstant(taken.day, '11:00') });
    await step({ action: 'submit', details, figures, byRole, day: on });
    const after = addDays(on, 1);
    if (end === 'accepted') await step({ action: 'accept', byRole: 'hq', day: after });
    if (end === 'returned') {
      const remark = `${sampleMark} दो जनपदों की सूचना शेष है`;
      await step({ action: 'return', remark, byRole: 'hq', day: after });
    }
  }
  await insertEvent(tx, {
    ...sampleFirstPosting,
    station: 'etmadpur',
    remark: sampleMark,
    by: sampleMark,
    sample: true,
  });
  return answers.length;
}

/** Takes them away, with what officers made of them. */
export async function removeSampleDirections(tx: Queryable): Promise<void> {
  await tx.query('DELETE FROM direction_occurrence WHERE sample');
  await tx.query('DELETE FROM direction_event WHERE sample');
  await tx.query('DELETE FROM direction_meeting WHERE sample');
}

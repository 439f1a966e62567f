import type { Campaign } from '../../../campaigns/campaign.ts';
import { boardStations, type Directory } from '../../../campaigns/directory/station.ts';
import { addDays, type Day, toInstant } from '../../../campaigns/tracker/clock.ts';
import { makeSample, sampleMark, sampleOutcomes } from '../../../campaigns/tracker/sample.ts';
import { serviceName } from '../../../campaigns/tracker/service-name.ts';
import { curveEvents, outcomes } from '../../figures/annotations/annotations-feature.ts';
import { insertEntry } from '../../kit/entries-sql.ts';
import type { Row } from '../../kit/feature.ts';
import { breaches } from '../../people/breaches/breaches-feature.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import { insertEvent } from '../../register/directions/events-sql.ts';
import {
  type FigureValues,
  findOccurrence,
  insertOccurrence,
  updateOccurrence,
} from '../../register/directions/occurrences-sql.ts';
import { insertStep, type NewStep } from '../../register/directions/steps-sql.ts';
import { sampleActivities } from './sample-activities.ts';
import {
  dateSample,
  isLoaded,
  storeActivities,
  storeReadings,
  storeScans,
} from './sample-data-sql.ts';
import { storeSamplePhone } from './sample-phone-sql.ts';
import { storeSampleNotes } from './sample-press-notes.ts';

/** A breach that never was. */
const sampleBreach: Partial<Row<typeof breaches>> = {
  what: `${sampleMark} सूची की एक प्रति गलत ई-मेल पते पर चली गई`,
  happenedAt: new Date('2019-04-10T12:10:00Z'),
  knownAt: new Date('2019-04-11T05:30:00Z'),
  whose: `${sampleMark} चरित्र प्रमाण-पत्र के आवेदकों के मोबाइल नंबर, एक जनपद`,
  people: 320,
  measures: `${sampleMark} पाने वाले ने प्रति मिटाकर लिखित पुष्टि दी`,
  boardToldAt: null,
  peopleToldAt: new Date('2019-04-11T10:00:00Z'),
};

export type SampleOutcome =
  | {
      kind: 'loaded';
      activities: number;
      readings: number;
      scans: number;
      blasts: number;
      notes: number;
    }
  | { kind: 'already' };

/** Loads the sample into the database of a folder of practice; all that it holds is of the sample's day or before. */
export async function loadSample(
  database: Database,
  { directory, campaign }: { directory: Directory; campaign: Campaign },
): Promise<SampleOutcome> {
  const stations = Map.groupBy(boardStations(directory), ({ district }) => district);
  const sample = makeSample(
    directory.districts.map(({ id }) => ({
      id,
      stations: (stations.get(id) ?? []).map((station) => station.id),
    })),
  );
  return inTransaction(database.pool, async (tx): Promise<SampleOutcome> => {
    if (await isLoaded(tx)) return { kind: 'already' };
    const activities = await storeActivities(tx, sampleActivities(sample.activities, directory));
    await storeReadings(tx, sample);
    await storeScans(tx, sample);
    const districts = directory.districts.map(({ id }) => id);
    const blasts = await storeSamplePhone(tx, { campaign, districts });
    const notes = await storeSampleNotes(tx, { campaign, directory });
    for (const { day, kind, title, district } of sample.events) {
      // Sample blasts mark themselves.
      if (kind === 'blast') continue;
      await insertEntry(tx, curveEvents, {
        day,
        kind,
        titleHi: title.hi,
        titleEn: title.en,
        district,
        enteredBy: sampleMark,
      });
    }
    for (const outcome of sampleOutcomes) {
      if (serviceName(campaign, outcome.service) === undefined) continue;
      await insertEntry(tx, outcomes, { ...outcome, enteredBy: sampleMark });
    }
    await storeSampleDirections(tx, campaign);
    await dateSample(tx);
    await insertEntry(tx, breaches, { ...sampleBreach, recordedBy: sampleMark });
    const counts = {
      activities,
      readings: sample.readings.length,
      scans: sample.scans.length,
      blasts,
      notes,
    };
    await writeAudit(tx, {
      actor: 'command-line',
      action: 'sample.load',
      subject: 'sample',
      after: counts,
    });
    return { kind: 'loaded', ...counts };
  });
}

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
async function storeSampleDirections(
  tx: Queryable,
  { register }: Pick<Campaign, 'register'>,
): Promise<number> {
  if (register === undefined) return 0;
  for (const { key, figures, on, end } of answers) {
    const [obligation, office, period] = key;
    const id = { obligation, office, period };
    await insertOccurrence(tx, id);
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
  });
  return answers.length;
}

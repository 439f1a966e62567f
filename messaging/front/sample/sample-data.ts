import type { Campaign } from '../../../campaigns/campaign.ts';
import { boardStations, type Directory } from '../../../campaigns/directory/station.ts';
import {
  makeSample,
  sampleMark,
  sampleOutcomes,
  sampleToday,
} from '../../../campaigns/tracker/sample.ts';
import { curveEvents } from '../../figures/annotations/curve-events-feature.ts';
import { outcomes } from '../../figures/annotations/outcomes-feature.ts';
import { serviceName } from '../../figures/annotations/service-name.ts';
import { insertEntry } from '../../kit/entries-sql.ts';
import type { Row } from '../../kit/feature.ts';
import { breaches } from '../../people/breaches/breaches-feature.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { sampleActivities } from './sample-activities.ts';
import {
  countReal,
  dateSample,
  lockSampleDay,
  type RealData,
  removeSampleRows,
  setSampleDay,
  storeActivities,
  storeReadings,
  storeScans,
} from './sample-data-sql.ts';
import { removeSampleDirections, storeSampleDirections } from './sample-directions-sql.ts';
import { removeSamplePhone, storeSamplePhone } from './sample-phone-sql.ts';
import { removeSampleNotes, storeSampleNotes } from './sample-press-notes-sql.ts';

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
  | { kind: 'already' }
  | { kind: 'refused'; real: RealData };

/** Loads the sample and sets the campaign's clock to its day, unless the installation holds real figures. */
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
    if ((await lockSampleDay(tx)) !== null) return { kind: 'already' };
    const real = await countReal(tx);
    if (Object.values(real).some((count) => count > 0)) return { kind: 'refused', real };
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
    await insertEntry(tx, breaches, { ...sampleBreach, recordedBy: sampleMark, sample: true });
    await setSampleDay(tx, sampleToday);
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

/** Takes the sample away and gives the campaign its own clock back. False when none was loaded. */
export async function removeSample(database: Database): Promise<boolean> {
  return inTransaction(database.pool, async (tx) => {
    if ((await lockSampleDay(tx)) === null) return false;
    await removeSamplePhone(tx);
    await removeSampleNotes(tx);
    await removeSampleDirections(tx);
    await removeSampleRows(tx);
    await setSampleDay(tx, null);
    await writeAudit(tx, { actor: 'command-line', action: 'sample.remove', subject: 'sample' });
    return true;
  });
}

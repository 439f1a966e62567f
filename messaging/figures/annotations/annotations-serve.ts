import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import type { CurveEvent, ProgressFile } from '../../../campaigns/tracker/progress-file.ts';
import { blastMarkWords } from '../../../campaigns/words/curve-words.ts';
import { readEntries } from '../../kit/entries-sql.ts';
import type { House } from '../../kit/house.ts';
import { serve } from '../../kit/serve.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { Module } from '../../platform/http/module.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { sumAppServices } from '../reports/app-services-sql.ts';
import { curveEvents, outcomes } from './annotations-feature.ts';

/** Events and outcomes that headquarters writes beside the figures. */
export function openAnnotations(house: House): Module[] {
  const { campaign, clock, directory } = house;
  return [
    serve(curveEvents, house, {
      rules: {
        enter({ input: { district } }) {
          if (district !== null && !directory.districts.some(({ id }) => id === district))
            throw new Refusal('no-such-area');
        },
      },
    }),
    serve(outcomes, house, {
      rules: {
        enter({ input: { service, asOf } }) {
          // Nobody counts what tomorrow brings.
          if (serviceName(campaign, service) === undefined || asOf > clock.today())
            throw new Refusal('wrong-input');
        },
      },
    }),
  ];
}

/** The campaign's name of a service; undefined for one that it does not have. */
export function serviceName(
  campaign: Pick<Campaign, 'serviceGroups'>,
  id: string,
): { hi: string; en: string } | undefined {
  return campaign.serviceGroups
    .flatMap(({ services }) => services)
    .find((service) => service.id === id)?.name;
}

/** Marks on the curve: those entered, and each blast on the day its first text went out. */
export async function readCurveEvents(database: Queryable): Promise<CurveEvent[]> {
  const { rows: blasts } = await database.query<{
    id: number;
    day: Day;
    channel: keyof typeof blastMarkWords;
    district: string | null;
  }>(
    `SELECT id, (started_at AT TIME ZONE 'Asia/Kolkata')::date::text AS day, channel, district
     FROM blast WHERE started_at IS NOT NULL ORDER BY id DESC LIMIT 200`,
  );
  const events = await readEntries(database, curveEvents);
  return [
    ...events.map(({ id, day, kind, titleHi, titleEn, district }) => ({
      id: `e${id}`,
      day,
      kind,
      district,
      title: { hi: titleHi, en: titleEn },
    })),
    ...blasts.map(({ id, day, channel, district }) => ({
      id: `b${id}`,
      day,
      district,
      kind: 'blast' as const,
      title: blastMarkWords[channel],
    })),
  ];
}

/** Totals that somebody stated, then what the app's own files add up to. */
export async function readOutcomes(
  pool: Queryable,
  campaign: Pick<Campaign, 'serviceGroups'>,
): Promise<ProgressFile['outcomes']> {
  const stated = (await readEntries(pool, outcomes)).map(
    ({ enteredBy, enteredAt, ...outcome }) => outcome,
  );
  const told = (await sumAppServices(pool)).map((sum, at) => ({ ...sum, id: -1 - at, url: null }));
  return [...stated, ...told].flatMap((outcome) => {
    const name = serviceName(campaign, outcome.service);
    return name === undefined ? [] : [{ ...outcome, name }];
  });
}

import type { Campaign } from '../../../campaigns/campaign.ts';
import { dayMs } from '../../../campaigns/durations.ts';
import type { Effect } from '../../../campaigns/held-acts/effect.ts';
import {
  judgedDays,
  judgeTotals,
  type PublicTotal,
} from '../../../campaigns/held-acts/judge-totals.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import type { CurveEvent, ProgressFile } from '../../../campaigns/tracker/progress-file.ts';
import { serviceName } from '../../../campaigns/tracker/service-name.ts';
import { outcomeWithdrawnWords } from '../../../campaigns/words/effect-words.ts';
import { readEntries } from '../../kit/entries-sql.ts';
import type { Row } from '../../kit/feature.ts';
import type { House } from '../../kit/house.ts';
import { serve } from '../../kit/serve.ts';
import { queryRows } from '../../platform/database/sql.ts';
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
      judge: {
        enter: (tx, { input }) => judgeOutcomes(tx, house, { added: input }),
        remove: (tx, { before }) => judgeOutcomes(tx, house, { removed: before }),
      },
    }),
  ];
}

type Stated = Pick<Row<typeof outcomes>, 'service' | 'asOf' | 'count'>;

/** Judges the totals of a service as they are stated. */
async function judgeOutcomes(
  tx: Queryable,
  { campaign, clock }: House,
  { added, removed }: { added?: Stated; removed?: Row<typeof outcomes> },
): Promise<Effect> {
  const { service = '' } = added ?? removed ?? {};
  const stated = (await readEntries(tx, outcomes)).filter((each) => each.service === service);
  const total = (entries: readonly Stated[]): PublicTotal[] => [
    {
      code: service,
      what: serviceName(campaign, service) ?? { hi: service, en: service },
      curve: entries
        .toSorted((one, other) => (one.asOf < other.asOf ? -1 : 1))
        .map(({ asOf, count }) => [asOf, count]),
    },
  ];
  // Small ones are added up: they are judged by what stands for eight weeks, or by the first.
  const settledAt = clock.now().getTime() - judgedDays * dayMs;
  const first = Math.min(...stated.map(({ id }) => id));
  const effect = judgeTotals({
    settled: total(
      stated.filter(({ id, enteredAt }) => id === first || enteredAt.getTime() < settledAt),
    ),
    before: total(stated),
    after: total(
      [...stated, ...(added ? [added] : [])].filter(
        (each) => !('id' in each) || each.id !== removed?.id,
      ),
    ),
  });
  if (removed === undefined) return effect;
  const findings = [...effect.findings, { code: 'withdrawn', ...outcomeWithdrawnWords }];
  return { ...effect, findings };
}

/** Marks on the curve: those entered, and each blast to real phones on the day its first text went out. */
export async function readCurveEvents(database: Queryable): Promise<CurveEvent[]> {
  const blasts = await queryRows<{
    id: number;
    day: Day;
    channel: keyof typeof blastMarkWords;
    district: string | null;
  }>(database)`
    SELECT id, (started_at AT TIME ZONE 'Asia/Kolkata')::date::text AS day, channel, district
    FROM blast WHERE started_at IS NOT NULL AND gateway <> 'emulator' ORDER BY id DESC LIMIT 200`;
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

/** A blast as a mark on the curve of downloads. */
const blastMarkWords = {
  sms: { hi: 'एसएमएस प्रसारण', en: 'SMS blast' },
  ivr: { hi: 'कॉल प्रसारण', en: 'Call blast' },
  whatsapp: { hi: 'WhatsApp प्रसारण', en: 'WhatsApp blast' },
};

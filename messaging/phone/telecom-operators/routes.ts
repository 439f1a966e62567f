import type { Pool } from 'pg';
import { z } from 'zod';
import { judgeCounts } from '../../../campaigns/held-acts/judge-activities.ts';
import { judgedDays } from '../../../campaigns/held-acts/judge-totals.ts';
import { content, line, paragraph } from '../../../campaigns/text-types.ts';
import { file, instant, oneId, refusals } from '../../contract/route.ts';
import { type OperatorChannel, operatorGateway } from '../../contract/values.ts';
import { readSentTallies } from '../../figures/progress/tallies-sql.ts';
import {
  answerAct,
  auditedBy,
  byOfficer,
  type DoOrHold,
  describeMaker,
} from '../../kit/held-acts.ts';
import type { House } from '../../kit/house.ts';
import { heldAnswer } from '../../people/held-acts/held-acts-schemas.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import { execute, queryRows, raw } from '../../platform/database/sql.ts';
import { inTransaction, type Queryable, tryOut } from '../../platform/database/transaction.ts';
import type { DecoderTask } from '../../platform/decoding/decoders.ts';
import { paperTask } from '../../platform/documents/papers.ts';
import { sendDownload } from '../../platform/http/download.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import { unreadable } from '../../platform/lists/unreadable.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { nameDistrict } from '../audiences/audiences.ts';
import { readSegments } from '../audiences/audiences-sql.ts';
import type { Blast } from '../blasts/blast.ts';
import { requireBlast } from '../blasts/blast-request.ts';
import { recordPackTaken } from '../blasts/blasts-sql.ts';
import { estimateBlast } from '../blasts/estimates.ts';
import type { RetryingGateways } from '../blasts/selection-sql.ts';
import type { DeliveryRow, decode } from './delivery-report.ts';
import type { packForOperator } from './operator-pack.ts';

interface Operators
  extends Pick<House, 'campaign' | 'database' | 'decoders' | 'districts' | 'heldActs'> {
  gateways: RetryingGateways;
  today: () => string;
}

/** A provider's report as it is kept while it waits. */
interface GivenReport {
  operator: string;
  rows: DeliveryRow[];
}
type StoreReport = DoOrHold<GivenReport, { rows: number }>;

/** The door of providers' reports: what moves the state's messages or calls far, or lowers them, is held. */
function openReports({ heldActs }: Operators): StoreReport {
  return heldActs.open<GivenReport, { rows: number }>({
    kind: 'operator-report',
    title: ['सेवा प्रदाता की रिपोर्ट', 'Report of a service provider'],
    may: 'blast.run',
    async judge(tx, given) {
      const read = () => readSentTallies(tx);
      const before = await read();
      const settled = await tryOut(tx, () => undoLatelyAlone(tx).then(read));
      const from = { operator: given.operator, recordedBy: '' };
      const after = await tryOut(tx, () => storeDeliveries(tx, given.rows, from).then(read));
      return judgeCounts({ settled, before, after }, 'any');
    },
    async apply(tx, { operator, rows }, by) {
      const { maker, checker, effect } = by;
      const recordedBy = typeof maker === 'object' ? maker.id : maker;
      await storeDeliveries(tx, rows, { operator, recordedBy, acceptedBy: checker?.name });
      await writeAudit(tx, {
        ...auditedBy(by),
        action: 'operator-report.take',
        subject: `operator-report/${operator}`,
        after: {
          rows: rows.length,
          sent: rows.reduce((sum, { sent }) => sum + sent, 0),
          delivered: rows.reduce((sum, { delivered }) => sum + delivered, 0),
          ...(checker && { ...describeMaker(by), effect }),
        },
      });
      return { rows: rows.length };
    },
  });
}

const deliveryTask: DecoderTask<typeof decode> = {
  kind: 'table',
  module: new URL('./delivery-report.ts', import.meta.url),
};

const packTask = paperTask<typeof packForOperator>(
  new URL('./operator-pack.ts', import.meta.url),
  'packForOperator',
);

/** Makes the pack of a blast, and remembers that it was taken: the operator may be sending it by then. */
async function takePack(operators: Operators, blast: Blast, caller: Caller): Promise<Uint8Array> {
  const { database, campaign, gateways, districts, decoders, today } = operators;
  const { pool } = database;
  expectPackable(blast);
  const reached = blast.districts ?? (await findDistricts(pool, blast.audienceId));
  const estimate = await estimateBlast(pool, blast, gateways);
  const content = {
    campaign,
    blast,
    estimate,
    districts: districts
      .filter(({ id }) => reached?.includes(id))
      .map(({ nameHi: hi, nameEn: en }) => ({ hi, en })),
    districtCount: districts.length,
    today: today(),
  };
  const pack = await decoders.readWhole(packTask, content, caller.actor.id);
  await inTransaction(pool, async (tx) => {
    // It may have been stopped while the pack was made.
    expectPackable(await recordPackTaken(tx, blast.id));
    await writeAudit(tx, {
      ...caller,
      action: 'operator-pack.take',
      subject: `blast/${blast.id}`,
      district: blast.district ?? undefined,
      after: { revision: blast.revision, estimate },
    });
  });
  return pack;
}

/** A pack is of an approved blast, and of none that goes out from here as well: people would get it twice. */
function expectPackable({ gateway, status }: Blast): void {
  if (gateway !== operatorGateway) throw new Refusal('sent-here');
  if (status === 'stopped') throw new Refusal('not-possible', { status });
  if (status !== 'handed-over') throw new Refusal('pack-before-approval');
}

/** Null where the list does not name a district for everybody. */
async function findDistricts(pool: Pool, audienceId: number): Promise<string[] | null> {
  const segments = await readSegments(pool, audienceId);
  const named = segments.flatMap(({ district }) => district ?? []);
  return named.length === segments.length ? named : null;
}

async function readReport(
  { districts, decoders }: Operators,
  csv: string,
  { actor }: Caller,
): Promise<DeliveryRow[]> {
  const report = await decoders
    .readWhole(deliveryTask, { csv, districts: districts.map(nameDistrict) }, actor.id)
    .catch((error: unknown) => {
      throw unreadable(error, 'csv');
    });
  if (report.kind === 'read') return report.rows;
  const { faults, faultCount } = report;
  throw new Refusal('wrong-report', { faults, faultCount });
}

const sum = z.object({ sent: z.int(), delivered: z.int() });
const deliverySum = z.object({ sms: sum, ivr: sum });
/** Messages and calls that providers reported. */
export type DeliverySum = z.input<typeof deliverySum>;

const keyedSum = deliverySum.extend({ key: z.string() });
/** The sum of one provider, day or district. */
export type KeyedSum = z.input<typeof keyedSum>;

const deliveries = z.object({
  total: deliverySum,
  byOperator: z.array(keyedSum.extend({ recordedAt: instant })),
  byDay: z.array(keyedSum).describe('The latest first'),
  byDistrict: z.array(keyedSum),
});
export type DeliveriesAnswer = z.input<typeof deliveries>;

/** For blasts that a service provider sends itself: the pack for it, and its delivery report. */
export function operatorRoutes(operators: Operators) {
  const { pool } = operators.database;
  const store = openReports(operators);
  return [
    serveRoute('POST /api/blasts/:id/operator-pack.zip', {
      summary:
        'Letter, texts, ids, districts, volume and cost for a service provider; that it was taken is on record',
      params: oneId,
      body: z.object({}).default({}),
      response: { 200: file('application/zip', 'The pack'), ...refusals(404, 409) },
      may: 'blast.read',
      handler: async (request, reply) => {
        const blast = await requireBlast(request, pool, 'blast.read');
        const pack = await takePack(operators, blast, request.caller);
        return sendDownload(reply, `operator-pack-${blast.id}.zip`, pack);
      },
    }),
    serveRoute('POST /api/operator-reports', {
      summary: 'Takes a service provider’s totals by day and district',
      body: z.object({
        operator: line({ min: 1, max: 60 }),
        csv: content({ max: 2_000_000 }),
        reason: paragraph({ max: 500 }).default(''),
      }),
      response: { 201: z.object({ rows: z.int() }), 202: heldAnswer, ...refusals(409) },
      may: 'blast.run',
      handler: async ({ caller, body: { operator, csv, reason } }, reply) => {
        const rows = await readReport(operators, csv, caller);
        const subject = `operator-report/${operator}`;
        const input = { operator, rows };
        const outcome = await store({ input, subject, reason, ...byOfficer(caller) });
        return answerAct(reply, outcome, (done) => done);
      },
    }),
    serveRoute('GET /api/operator-reports', {
      summary: 'What providers reported: in all, by provider, day and district',
      response: { 200: deliveries },
      may: 'blast.read',
      handler: async () => readDeliveries(pool),
    }),
  ];
}

/** Whether a row is no longer the word of one officer alone: two accepted it, or a later one of its channel, or it is old. */
const isSettled =
  raw(`(own.accepted_by IS NOT NULL OR own.recorded_at <= now() - ${judgedDays} * interval '1 day' OR EXISTS (
  SELECT FROM operator_delivery AS later WHERE later.channel = own.channel AND later.accepted_at > own.recorded_at))`);

/**
 * Stores a report; the same day, district and channel of an operator is replaced, never added twice. What was settled of it is
 * kept beside what one officer alone makes of it.
 */
export async function storeDeliveries(
  database: Queryable,
  rows: readonly DeliveryRow[],
  from: { operator: string; recordedBy: string; acceptedBy?: string | undefined },
): Promise<void> {
  await execute(database)`
    INSERT INTO operator_delivery AS own
      (operator, day, district, channel, sent, delivered, recorded_by, accepted_by, accepted_at)
    SELECT ${from.operator}, day, district, channel, sent, delivered, ${from.recordedBy}, ${from.acceptedBy ?? null}::text,
      CASE WHEN ${from.acceptedBy ?? null}::text IS NULL THEN NULL ELSE now() END
    FROM unnest(${rows.map(({ day }) => day)}::date[], ${rows.map(({ district }) => district)}::text[],
      ${rows.map(({ channel }) => channel)}::text[], ${rows.map(({ sent }) => sent)}::integer[],
      ${rows.map(({ delivered }) => delivered)}::integer[])
      AS given (day, district, channel, sent, delivered)
    ON CONFLICT (operator, day, district, channel) DO UPDATE SET sent = excluded.sent,
      delivered = excluded.delivered, recorded_by = excluded.recorded_by, recorded_at = now(),
      settled_sent = CASE WHEN ${isSettled} THEN own.sent ELSE own.settled_sent END,
      settled_delivered = CASE WHEN ${isSettled} THEN own.delivered ELSE own.settled_delivered END,
      accepted_at = coalesce(excluded.accepted_at, own.accepted_at),
      accepted_by = CASE WHEN own.sent = excluded.sent AND own.delivered = excluded.delivered
        THEN own.accepted_by ELSE excluded.accepted_by END`;
}

/** Takes away what one officer alone brought in the last weeks, and no second one had before him, to see the figures without it. */
async function undoLatelyAlone(tx: Queryable): Promise<void> {
  await execute(tx)`
    UPDATE operator_delivery AS own SET sent = coalesce(settled_sent, 0), delivered = coalesce(settled_delivered, 0)
    WHERE NOT ${isSettled}`;
  await execute(tx)`DELETE FROM operator_delivery WHERE sent = 0`;
}

/** The operators' reports, summed in every way that the console shows. */
async function readDeliveries(pool: Pool): Promise<z.output<typeof deliveries>> {
  const rows = await queryRows<{
    by: 'total' | 'operator' | 'day' | 'district';
    key: string | null;
    channel: OperatorChannel;
    sent: string;
    delivered: string;
    recordedAt: Date;
  }>(pool)`
    SELECT CASE WHEN GROUPING(operator) = 0 THEN 'operator' WHEN GROUPING(day) = 0 THEN 'day'
        WHEN GROUPING(district) = 0 THEN 'district' ELSE 'total' END AS by,
      coalesce(operator, day::text, district) AS key, channel, sum(sent) AS sent, sum(delivered) AS delivered,
      max(recorded_at) AS "recordedAt"
    FROM operator_delivery
    GROUP BY GROUPING SETS ((channel), (operator, channel), (day, channel), (district, channel)) ORDER BY key`;
  const sumUp = (deliveries: readonly (typeof rows)[number][]): DeliverySum => {
    const sums = { sms: { sent: 0, delivered: 0 }, ivr: { sent: 0, delivered: 0 } };
    for (const { channel, sent, delivered } of deliveries) {
      sums[channel] = { sent: Number(sent), delivered: Number(delivered) };
    }
    return sums;
  };
  const groups = (by: 'operator' | 'day' | 'district') => {
    const ofKind = rows.filter((row) => row.by === by);
    return [...Map.groupBy(ofKind, ({ key }) => key ?? '')].map(([key, deliveries]) => ({
      key,
      ...sumUp(deliveries),
      recordedAt: new Date(Math.max(...deliveries.map((each) => each.recordedAt.getTime()))),
    }));
  };
  return {
    total: sumUp(rows.filter(({ by }) => by === 'total')),
    byOperator: groups('operator'),
    byDay: groups('day').reverse(),
    byDistrict: groups('district'),
  };
}

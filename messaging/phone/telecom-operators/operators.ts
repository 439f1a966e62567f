import type { Pool } from 'pg';
import type { Campaign } from '../../../campaigns/campaign.ts';
import type { District } from '../../../campaigns/directory/station.ts';
import { operatorGateway } from '../../contract/values.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Decoders, DecoderTask } from '../../platform/decoding/decoders.ts';
import { paperTask } from '../../platform/documents/papers.ts';
import { unreadable } from '../../platform/lists/unreadable.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { nameDistrict } from '../audiences/audiences.ts';
import { readSegments } from '../audiences/audiences-sql.ts';
import type { Blast } from '../blasts/blast.ts';
import { recordPackTaken } from '../blasts/blasts-sql.ts';
import { estimateBlast } from '../blasts/estimates.ts';
import type { RetryingGateways } from '../blasts/selection-sql.ts';
import type { decode } from './delivery-report.ts';
import { storeDeliveries } from './operator-deliveries-sql.ts';
import type { packForOperator } from './operator-pack.ts';

export interface Operators {
  database: Database;
  campaign: Campaign;
  gateways: RetryingGateways;
  districts: readonly District[];
  decoders: Decoders;
  today: () => string;
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
export async function takePack(
  operators: Operators,
  blast: Blast,
  caller: Caller,
): Promise<Uint8Array> {
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

/** @returns how many rows the report had */
export async function takeReport(
  { database, districts, decoders }: Operators,
  { operator, csv }: { operator: string; csv: string },
  caller: Caller,
): Promise<number> {
  const { id: recordedBy } = caller.actor;
  const report = await decoders
    .readWhole(deliveryTask, { csv, districts: districts.map(nameDistrict) }, recordedBy)
    .catch((error: unknown) => {
      throw unreadable(error, 'csv');
    });
  if (report.kind === 'faulty') {
    const { faults, faultCount } = report;
    throw new Refusal('wrong-report', { faults, faultCount });
  }
  const { rows } = report;
  await inTransaction(database.pool, async (tx) => {
    await storeDeliveries(tx, rows, { operator, recordedBy });
    await writeAudit(tx, {
      ...caller,
      action: 'operator-report.take',
      subject: `operator-report/${operator}`,
      after: {
        rows: rows.length,
        sent: rows.reduce((sum, { sent }) => sum + sent, 0),
        delivered: rows.reduce((sum, { delivered }) => sum + delivered, 0),
      },
    });
  });
  return rows.length;
}

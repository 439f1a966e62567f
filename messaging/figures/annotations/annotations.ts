import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Directory } from '../../../campaigns/directory/station.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import type { Clock } from '../../platform/process/clock.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import {
  deleteEvent,
  deleteOutcome,
  type EventEntry,
  insertEvent,
  insertOutcome,
  type OutcomeEntry,
  readEvents,
  readOutcomes,
} from './annotations-sql.ts';
import { serviceName } from './service-name.ts';

/** Everything that marks on the curve and service outcomes need. */
export interface Annotations {
  database: Pick<Database, 'pool'>;
  campaign: Campaign;
  directory: Directory;
  clock: Clock;
}

export async function listAnnotations({ database: { pool }, campaign }: Annotations) {
  return {
    events: await readEvents(pool),
    outcomes: (await readOutcomes(pool)).map((outcome) => addName(campaign, outcome)),
    services: campaign.serviceGroups
      .flatMap(({ services }) => services)
      .map(({ id, name }) => ({ id, name })),
  };
}

export async function enterEvent(
  { database, directory }: Annotations,
  event: EventEntry,
  caller: Caller,
) {
  const { district } = event;
  if (district !== null && !directory.districts.some(({ id }) => id === district))
    throw new Refusal('no-such-area');
  const insert = (tx: Queryable) => insertEvent(tx, event, caller.actor.name);
  return enter(database, { kind: 'curve-event', insert }, caller);
}

export async function removeEvent(
  { database }: Annotations,
  id: number,
  caller: Caller,
): Promise<void> {
  await remove(database, { kind: 'curve-event', id, take: deleteEvent }, caller);
}

export async function enterOutcome(
  { database, campaign, clock }: Annotations,
  outcome: OutcomeEntry,
  caller: Caller,
) {
  // Nobody counts what tomorrow brings.
  if (serviceName(campaign, outcome.service) === undefined || outcome.asOf > clock.today())
    throw new Refusal('wrong-input');
  const insert = (tx: Queryable) => insertOutcome(tx, outcome, caller.actor.name);
  return addName(campaign, await enter(database, { kind: 'service-outcome', insert }, caller));
}

export async function removeOutcome(
  { database }: Annotations,
  id: number,
  caller: Caller,
): Promise<void> {
  await remove(database, { kind: 'service-outcome', id, take: deleteOutcome }, caller);
}

async function enter<Entry extends { id: number }>(
  { pool }: Pick<Database, 'pool'>,
  { kind, insert }: { kind: string; insert: (tx: Queryable) => Promise<Entry> },
  caller: Caller,
): Promise<Entry> {
  return inTransaction(pool, async (tx) => {
    const after = await insert(tx);
    const subject = `${kind}/${after.id}`;
    await writeAudit(tx, { ...caller, action: `${kind}.enter`, subject, after });
    return after;
  });
}

async function remove(
  { pool }: Pick<Database, 'pool'>,
  {
    kind,
    id,
    take,
  }: { kind: string; id: number; take: (tx: Queryable, id: number) => Promise<unknown> },
  caller: Caller,
): Promise<void> {
  await inTransaction(pool, async (tx) => {
    const before = await take(tx, id);
    if (before === undefined) throw new Refusal('not-found');
    const subject = `${kind}/${id}`;
    await writeAudit(tx, { ...caller, action: `${kind}.remove`, subject, before });
  });
}

function addName<Row extends { service: string }>(campaign: Campaign, row: Row) {
  const name = serviceName(campaign, row.service) ?? { hi: row.service, en: row.service };
  return { ...row, name };
}

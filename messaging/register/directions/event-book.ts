import { type Directory, stationsOf } from '../../../campaigns/directory/station.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { can } from '../../../campaigns/offices/permission.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import type { ShownEvent } from '../../contract/register/directions.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { DirectionDesk } from './direction-desk.ts';
import { insertEvent, listEvents, setBase, withdrawEvent } from './events-sql.ts';
import { isEventTouched } from './occurrences-sql.ts';

export type EventBook = ReturnType<typeof createEventBook>;

/** What starts a clock: entered by who knows of it, taken back while nothing follows from it. */
export function createEventBook({
  database,
  desk,
  directory,
}: {
  database: Database;
  desk: DirectionDesk;
  directory: Directory;
}) {
  const { pool } = database;
  const placeOf = (district: string) =>
    district === '' ? 'state' : directory.districts.find(({ id }) => id === district);

  const mayEnter = (actor: Actor, district: string) => {
    const place = placeOf(district);
    return place !== undefined && can(actor, 'direction.event', place);
  };

  return {
    /** Events of the whole state, and of the districts that the officer may see. */
    async list(actor: Actor): Promise<ShownEvent[]> {
      return (await listEvents(pool)).filter(({ district }) => {
        const place = placeOf(district);
        return district === '' || (place !== undefined && can(actor, 'direction.read', place));
      });
    },

    async enter(
      { actor, requestId }: Caller,
      given: Pick<ShownEvent, 'kind' | 'day' | 'district' | 'station' | 'remark'>,
    ): Promise<void> {
      const { register, today, progress } = await desk.read();
      const kind = register.events.find(({ id }) => id === given.kind);
      const { district, station } = given;
      const isPlaced = (kind?.scope === 'district') === (district !== '');
      const isStation =
        station === '' || stationsOf(directory, district).some(({ id }) => id === station);
      if (kind === undefined || !isPlaced || !isStation || given.day > today)
        throw new Refusal('wrong-input');
      if (!mayEnter(actor, district)) throw new Refusal('not-allowed');
      await inTransaction(pool, async (tx) => {
        // One row at a time: two officers at once do not enter the same event twice.
        await tx.query('LOCK TABLE direction_event IN SHARE ROW EXCLUSIVE MODE');
        const known = await listEvents(tx);
        const same = known.some(
          (own) =>
            own.kind === kind.id &&
            (kind.once ||
              (own.district === district && own.station === station && own.day === given.day)),
        );
        if (same) throw new Refusal('direction-event-known');
        const id = await insertEvent(tx, {
          ...given,
          by: actor.name,
          sample: progress.sample,
        });
        await writeAudit(tx, {
          actor,
          action: 'direction.event',
          subject: `direction-event/${id}`,
          ...(district === '' ? {} : { district }),
          after: { ...given },
          requestId,
        });
      });
    },

    async withdraw({ actor, requestId }: Caller, id: number): Promise<void> {
      await inTransaction(pool, async (tx) => {
        const event = (await listEvents(tx)).find((own) => own.id === id);
        if (event === undefined) throw new Refusal('not-found');
        if (!mayEnter(actor, event.district)) throw new Refusal('not-allowed');
        if (await isEventTouched(tx, id)) throw new Refusal('direction-event-used');
        await withdrawEvent(tx, id);
        const { kind, day, district, station } = event;
        await writeAudit(tx, {
          actor,
          action: 'direction.event-withdraw',
          subject: `direction-event/${id}`,
          ...(district === '' ? {} : { district }),
          before: { kind, day, district, station },
          requestId,
        });
      });
    },

    /** The day from which a paper's computed dates count; null for the paper's own. */
    async setBase(
      { actor, requestId }: Caller,
      given: { paper: string; day: Day | null; reason: string },
    ): Promise<void> {
      const { register, bases } = await desk.read();
      const paper = register.papers.find(({ id }) => id === given.paper);
      if (paper === undefined) throw new Refusal('not-found');
      await inTransaction(pool, async (tx) => {
        await setBase(tx, { ...given, by: actor.name });
        await writeAudit(tx, {
          actor,
          action: 'direction.base',
          subject: `direction-paper/${given.paper}`,
          before: { day: bases[given.paper] ?? paper.day },
          after: { day: given.day ?? paper.day, reason: given.reason },
          requestId,
        });
      });
    },
  };
}

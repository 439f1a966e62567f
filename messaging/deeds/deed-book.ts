import type { Database } from '../../campaigns/database.ts';
import { type Deed, type DeedEntry, deedEntrySchema } from '../../campaigns/deeds/deed.ts';
import { type DeedAction, nextStatus } from '../../campaigns/deeds/deed-status.ts';
import { mayRecord } from '../../campaigns/deeds/rights.ts';
import type { Directory } from '../../campaigns/directory/station.ts';
import type { Actor } from '../../campaigns/offices/actor.ts';
import { writeAudit } from '../../campaigns/offices/audit-log.ts';
import { can, type Place } from '../../campaigns/offices/permission.ts';
import type { Day } from '../../campaigns/tracker/clock.ts';
import {
  type DeedChange,
  findBoard,
  insertDeed,
  lockDeed,
  type StoredDeed,
  updateDeed,
} from './deeds-sql.ts';

/** Who asks, and by which request. */
export interface Asked {
  actor: Actor;
  requestId?: string | undefined;
}

/** Why nothing was changed. */
export type DeedRefusal =
  | { kind: 'refused'; code: 'not-found' | 'not-allowed' | 'no-board-photo' }
  | { kind: 'refused'; code: 'wrong-entry'; issues: { path: string; message: string }[] }
  /** The station has a board already: correct that deed. */
  | { kind: 'refused'; code: 'exists'; deed: number }
  /** Somebody else changed it in the meantime. */
  | { kind: 'refused'; code: 'stale'; version: number }
  | { kind: 'refused'; code: 'not-possible'; status: Deed['status'] };

export type DeedOutcome = { kind: 'done'; deed: StoredDeed } | DeedRefusal;

export interface DeedBookDependencies {
  database: Database;
  directory: Directory;
  /** First day of the campaign. */
  firstDay: Day;
  today: () => Day;
}

/** A change that an officer asks for; the version is the one that was seen. */
export interface DeedRequest {
  id: number;
  version: number;
}

export type DeedBook = ReturnType<typeof createDeedBook>;

/** Enters and changes deeds by the rules of campaigns/deeds, each with its history and its line in the audit log. */
export function createDeedBook({ database, directory, firstDay, today }: DeedBookDependencies) {
  const { orm } = database;
  const districts = new Map(directory.districts.map((district) => [district.id, district]));
  const stations = new Set(directory.stations.map(({ district, id }) => `${district}/${id}`));

  /** Where a deed belongs; undefined for a district that is none. */
  function placeOf(district: string): Place | undefined {
    return district === '' ? 'state' : districts.get(district);
  }

  /** Checks an entry as a form, a row or a request gives it. */
  function checkEntry(given: unknown): { kind: 'entry'; entry: DeedEntry } | DeedRefusal {
    const parsed = deedEntrySchema({ first: firstDay, last: today() }).safeParse(given);
    if (!parsed.success) {
      const issues = parsed.error.issues.map(({ path, message }) => ({
        path: path.join('.'),
        message,
      }));
      return { kind: 'refused', code: 'wrong-entry', issues };
    }
    const { district, station } = parsed.data;
    const wrong = (path: string, message: string): DeedRefusal => ({
      kind: 'refused',
      code: 'wrong-entry',
      issues: [{ path, message }],
    });
    if (placeOf(district) === undefined)
      return wrong('district', `Expected a district, got "${district}"`);
    if (station !== null && !stations.has(`${district}/${station}`)) {
      return wrong('station', `Expected a station of ${district}, got "${station}"`);
    }
    return { kind: 'entry', entry: parsed.data };
  }

  async function record({ actor, requestId }: Asked, given: unknown): Promise<DeedOutcome> {
    const checked = checkEntry(given);
    if (checked.kind === 'refused') return checked;
    const { entry } = checked;
    if (!mayRecord(actor, entry.kind, placeOf(entry.district) ?? 'state')) return notAllowed;
    return orm.transaction(async (tx) => {
      const deed = await insertDeed(tx, entry, { name: actor.name });
      if (deed === undefined) {
        const board = await findBoard(tx, entry.district, entry.station ?? '');
        return { kind: 'refused', code: 'exists', deed: board?.id ?? 0 };
      }
      await writeAudit(tx, auditOf({ actor, requestId }, 'enter', { after: deed }));
      return { kind: 'done', deed };
    });
  }

  /** Applies an action to a deed as it now is; `change` is asked for what goes with the new status. */
  async function act(
    asked: Asked,
    { id, version }: DeedRequest,
    action: DeedAction,
    change: (deed: StoredDeed) => DeedChange | DeedRefusal,
  ): Promise<DeedOutcome> {
    return orm.transaction(async (tx): Promise<DeedOutcome> => {
      const deed = await lockDeed(tx, id);
      const place = deed === undefined ? undefined : placeOf(deed.district);
      // What an officer may not see is not there for that officer.
      if (deed === undefined || place === undefined || !can(asked.actor, 'deed.read', place))
        return notFound;
      const decides = action === 'approve' || action === 'reject';
      const allowed = decides
        ? can(asked.actor, 'deed.approve', place)
        : mayRecord(asked.actor, deed.kind, place);
      if (!allowed) return notAllowed;
      if (deed.version !== version)
        return { kind: 'refused', code: 'stale', version: deed.version };
      const status = nextStatus(
        {
          status: deed.status,
          hasPhoto: deed.photo !== null,
          restoresTo: deed.restoresTo ?? undefined,
        },
        action,
      );
      if (status === null) return { kind: 'refused', code: 'not-possible', status: deed.status };
      const changed = change(deed);
      if ('code' in changed) return changed;
      if (action === 'restore' && deed.station !== null) {
        const other = await findBoard(tx, deed.district, deed.station);
        if (other !== undefined) return { kind: 'refused', code: 'exists', deed: other.id };
      }
      const next = await updateDeed(
        tx,
        deed,
        { ...changed, status },
        { action, by: asked.actor.name },
      );
      await writeAudit(tx, auditOf(asked, action, { before: deed, after: next }));
      return { kind: 'done', deed: next };
    });
  }

  return {
    placeOf,
    checkEntry,
    record,
    act,
    /** Changes the day, the details and the remark; kind and station stay: take the deed back and enter anew. */
    correct: (
      asked: Asked,
      request: DeedRequest,
      given: Pick<DeedEntry, 'day' | 'details' | 'remark'>,
    ) =>
      act(asked, request, 'correct', ({ kind, district, station }) => {
        const checked = checkEntry({ ...given, kind, district, station });
        if (checked.kind === 'refused') return checked;
        const { day, details, remark } = checked.entry;
        return { day, details, remark };
      }),
    decide: (
      asked: Asked,
      request: DeedRequest,
      decision: { action: 'approve' | 'reject'; reason: string },
    ) => act(asked, request, decision.action, () => ({ reason: decision.reason })),
    withdraw: (asked: Asked, request: DeedRequest, reason: string) =>
      act(asked, request, 'withdraw', ({ status }) => ({ reason, restoresTo: status })),
    restore: (asked: Asked, request: DeedRequest) =>
      act(asked, request, 'restore', () => ({ reason: '', restoresTo: null })),
  };
}

export const notFound: DeedRefusal = { kind: 'refused', code: 'not-found' };
export const notAllowed: DeedRefusal = { kind: 'refused', code: 'not-allowed' };

export function auditOf(
  { actor, requestId }: Asked,
  verb: string,
  { before, after }: { before?: StoredDeed; after: StoredDeed },
) {
  return {
    actor,
    action: `deed.${verb}`,
    subject: `deed/${after.id}`,
    district: after.district === '' ? undefined : after.district,
    before,
    after,
    requestId,
  };
}

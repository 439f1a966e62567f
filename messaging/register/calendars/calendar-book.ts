import { createHash, randomBytes } from 'node:crypto';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { calendarEntries, calendarUntil } from '../../../campaigns/directions/calendar-entries.ts';
import { calendarFile } from '../../../campaigns/directions/calendar-file.ts';
import { officeKey } from '../../../campaigns/directions/occurrence-key.ts';
import { findOffice } from '../../../campaigns/directions/rights.ts';
import type { District } from '../../../campaigns/directory/station.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { owingOfficeName } from '../../../campaigns/words/direction-words.ts';
import { localPath } from '../../mail/delivery/audit-letters.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { DirectionDesk, LiveRegister } from '../directions/direction-desk.ts';
import {
  findCalendar,
  insertCalendar,
  keepEntries,
  listCalendars,
  listEntries,
  noteUse,
  type StoredCalendar,
  updateRevoked,
} from './calendars-sql.ts';

export type CalendarBook = ReturnType<typeof createCalendarBook>;

/** Calendars of offices: a new address, its end, and what stands behind it. */
export function createCalendarBook({
  database,
  campaign,
  districts,
  desk,
  publicUrl,
}: {
  database: Database;
  campaign: Campaign;
  districts: readonly District[];
  desk: DirectionDesk;
  publicUrl: string;
}) {
  const { pool } = database;

  const named = ({ register, offices }: LiveRegister, calendar: StoredCalendar) => {
    const office = offices.find((own) => officeKey(own) === calendar.office);
    const places = { campaign, districts, branches: register.branches };
    const unknown = { hi: calendar.office, en: calendar.office };
    return {
      ...calendar,
      name: office === undefined ? unknown : owingOfficeName(office, places),
    };
  };

  async function list(actor: Actor) {
    const own = ownKey(actor);
    // Who has no office in the register is the administrator: the route lets nobody else in.
    const calendars = await listCalendars(pool, own);
    const known = await desk.read();
    return calendars.map((calendar) => named(known, calendar));
  }

  return {
    list,

    /** A new secret for the officer's own office; the one before ends with it. */
    async make({ actor, requestId }: Caller) {
      const known = await desk.read();
      const office = known.offices.map(officeKey).find((key) => key === ownKey(actor));
      if (office === undefined) throw new Refusal('not-allowed');
      const token = randomBytes(32).toString('base64url');
      const calendar = await inTransaction(pool, async (tx) => {
        // Two officers at once do not both have the last word.
        await tx.query('LOCK TABLE direction_calendar IN SHARE ROW EXCLUSIVE MODE');
        const before = await listCalendars(tx, office);
        for (const { id } of before) await updateRevoked(tx, id, actor.name);
        const tokenSha256 = sha256(token);
        const made = await insertCalendar(tx, { office, tokenSha256, by: actor.name });
        const action = before.length === 0 ? 'calendar.make' : 'calendar.renew';
        await audit(tx, { actor, requestId }, { action, calendar: made });
        return made;
      });
      return { calendar: named(known, calendar), url: `${publicUrl}/calendar/${token}.ics` };
    },

    async revoke({ actor, requestId }: Caller, id: number) {
      await inTransaction(pool, async (tx) => {
        const calendar = (await listCalendars(tx, ownKey(actor))).find((own) => own.id === id);
        if (calendar === undefined || !(await updateRevoked(tx, id, actor.name)))
          throw new Refusal('not-found');
        await audit(tx, { actor, requestId }, { action: 'calendar.revoke', calendar });
      });
      return list(actor);
    },

    /** The calendar behind a secret, or undefined: a wrong one is not told from one that was ended. */
    async open(token: string, language: 'hi' | 'en'): Promise<string | undefined> {
      const calendar = await findCalendar(pool, sha256(token));
      if (calendar === undefined) return undefined;
      const known = await desk.read();
      const { register, today, events, bases } = known;
      const office = known.offices.find((own) => officeKey(own) === calendar.office);
      if (office === undefined) return undefined;
      if (calendar.lastUsedOn !== today) await noteUse(pool, calendar.id, today);
      const owed = await desk.stated(known, { offices: [office], until: calendarUntil(today) });
      const entries = calendarEntries(register, owed, { today, events, bases });
      const now = entries.map((entry) => ({
        entry: entry.id,
        sha256: sha256(JSON.stringify(entry)),
      }));
      const revisions = await revisionsOf(calendar.office, now);
      const { name } = named(known, calendar);
      const title = { hi: `निर्देश: ${name.hi}`, en: `Directions: ${name.en}` };
      const page = localPath(language, '/console/directions/');
      return calendarFile(entries, {
        name: known.progress.sample
          ? { hi: `नमूना, ${title.hi}`, en: `Sample, ${title.en}` }[language]
          : title[language],
        ...{ language, office: calendar.office, campaign: campaign.id },
        revisionOf: ({ id }) => {
          const found = revisions.get(id);
          if (found === undefined) throw new Error(`Expected a revision of ${id}, got none`);
          return found;
        },
        pageOf: ({ query }) => `${publicUrl}${page}?${query}`,
      });
    },
  };

  /** Writes only where an entry says something else than when it was last asked for. */
  async function revisionsOf(office: string, now: readonly { entry: string; sha256: string }[]) {
    let kept = new Map((await listEntries(pool, office)).map((row) => [row.entry, row]));
    const changed = now.filter(({ entry, sha256: own }) => kept.get(entry)?.sha256 !== own);
    if (changed.length > 0) {
      await keepEntries(pool, office, changed);
      kept = new Map((await listEntries(pool, office)).map((row) => [row.entry, row]));
    }
    return kept;
  }
}

function ownKey(actor: Actor): string | null {
  const own = findOffice(actor);
  return own === null ? null : officeKey(own);
}

async function audit(
  tx: Queryable,
  { actor, requestId }: Caller,
  { action, calendar: { id, office } }: { action: string; calendar: StoredCalendar },
): Promise<void> {
  const [role, area] = office.split(':');
  await writeAudit(tx, {
    ...{ actor, action, subject: `direction-calendar/${id}`, requestId, after: { office } },
    ...(role === 'district' && area !== undefined ? { district: area } : {}),
  });
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

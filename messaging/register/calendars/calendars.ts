import { createHash, randomBytes } from 'node:crypto';
import type { Bilingual } from '../../../campaigns/bilingual.ts';
import type { Demonstration } from '../../../campaigns/demonstration.ts';
import { calendarEntries, calendarUntil } from '../../../campaigns/directions/calendar-entries.ts';
import { calendarFile } from '../../../campaigns/directions/calendar-file.ts';
import { officeKey } from '../../../campaigns/directions/occurrence-key.ts';
import { findOffice } from '../../../campaigns/directions/rights.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { owingOfficeName } from '../../../campaigns/words/direction-words.ts';
import { localPath } from '../../mail/delivery/audit-letters.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import {
  type DirectionSources,
  type LiveRegister,
  listStated,
  readLive,
} from '../directions/live-register.ts';
import {
  findCalendar,
  insertCalendar,
  keepEntries,
  listCalendars,
  listEntries,
  lockCalendars,
  noteUse,
  type StoredCalendar,
  updateRevoked,
} from './calendars-sql.ts';

/** Everything that calendars of offices need. */
export interface CalendarSources {
  sources: DirectionSources;
  publicUrl: string;
}

export async function listOwnCalendars({ sources }: CalendarSources, actor: Actor) {
  // Who has no office in the register is the administrator: the route lets nobody else in.
  const calendars = await listCalendars(sources.database.pool, findOfficeKey(actor));
  const known = await readLive(sources);
  return calendars.map((calendar) => addName(sources, known, calendar));
}

/** A new secret for the officer's own office; the one before ends with it. */
export async function makeCalendar({ sources, publicUrl }: CalendarSources, caller: Caller) {
  const { actor } = caller;
  const known = await readLive(sources);
  const office = known.offices.map(officeKey).find((key) => key === findOfficeKey(actor));
  if (office === undefined) throw new Refusal('not-allowed');
  const token = randomBytes(32).toString('base64url');
  const calendar = await inTransaction(sources.database.pool, async (tx) => {
    await lockCalendars(tx);
    const before = await listCalendars(tx, office);
    for (const { id } of before) await updateRevoked(tx, id, actor.name);
    const made = await insertCalendar(tx, { office, tokenSha256: sha256(token), by: actor.name });
    const action = before.length === 0 ? 'calendar.make' : 'calendar.renew';
    await audit(tx, { action, calendar: made }, caller);
    return made;
  });
  const url = `${publicUrl}/calendar/${token}.ics`;
  return { calendar: addName(sources, known, calendar), url };
}

export async function revokeCalendar(
  calendars: CalendarSources,
  id: number,
  caller: Caller,
): ReturnType<typeof listOwnCalendars> {
  const { actor } = caller;
  await inTransaction(calendars.sources.database.pool, async (tx) => {
    const all = await listCalendars(tx, findOfficeKey(actor));
    const calendar = all.find((each) => each.id === id);
    if (calendar === undefined || !(await updateRevoked(tx, id, actor.name)))
      throw new Refusal('not-found');
    await audit(tx, { action: 'calendar.revoke', calendar }, caller);
  });
  return listOwnCalendars(calendars, actor);
}

/** The calendar behind a secret, or undefined: a wrong one is not told from one that was ended. */
export async function findBySecret({ sources }: CalendarSources, token: string) {
  return findCalendar(sources.database.pool, sha256(token));
}

/** Text of a calendar today; undefined for an office that is no more. */
export async function writeCalendar(
  { sources, publicUrl }: CalendarSources,
  calendar: StoredCalendar,
  language: 'hi' | 'en',
): Promise<string | undefined> {
  const { pool } = sources.database;
  const known = await readLive(sources);
  const { register, today, bases } = known;
  const office = known.offices.find((each) => officeKey(each) === calendar.office);
  if (office === undefined) return undefined;
  if (calendar.lastUsedOn !== today) await noteUse(pool, calendar.id, today);
  const until = calendarUntil(today);
  const owed = await listStated(sources, known, { offices: [office], until });
  const entries = calendarEntries(register, owed, { today, bases });
  const revisions = await keepRevisions(pool, calendar.office, entries);
  const page = localPath(language, '/console/directions/');
  return calendarFile(entries, {
    name: calendarTitle(addName(sources, known, calendar).name, sources.campaign)[language],
    language,
    office: calendar.office,
    campaign: sources.campaign.id,
    revisionOf: ({ id }) => {
      const found = revisions.get(id);
      if (found === undefined) throw new Error(`Expected a revision of ${id}, got none`);
      return found;
    },
    pageOf: ({ query }) => `${publicUrl}${page}?${query}`,
  });
}

/** Writes only where an entry says something else than when it was last asked for. */
async function keepRevisions(
  database: Queryable,
  office: string,
  entries: readonly { id: string }[],
) {
  const readKept = async () =>
    new Map((await listEntries(database, office)).map((row) => [row.entry, row]));
  const kept = await readKept();
  const changed = entries
    .map((entry) => ({ entry: entry.id, sha256: sha256(JSON.stringify(entry)) }))
    .filter(({ entry, sha256: hash }) => kept.get(entry)?.sha256 !== hash);
  if (changed.length === 0) return kept;
  await keepEntries(database, office, changed);
  return readKept();
}

function addName(
  { campaign, directory: { districts } }: DirectionSources,
  { register, offices }: LiveRegister,
  calendar: StoredCalendar,
) {
  const office = offices.find((each) => officeKey(each) === calendar.office);
  const places = { campaign, districts, branches: register.branches };
  const unknown = { hi: calendar.office, en: calendar.office };
  const name = office === undefined ? unknown : owingOfficeName(office, places);
  return { ...calendar, name };
}

function findOfficeKey(actor: Actor): string | null {
  const office = findOffice(actor);
  return office === null ? null : officeKey(office);
}

async function audit(
  tx: Queryable,
  { action, calendar: { id, office } }: { action: string; calendar: StoredCalendar },
  { actor, requestId }: Caller,
): Promise<void> {
  const [role, area] = office.split(':');
  await writeAudit(tx, {
    actor,
    action,
    subject: `direction-calendar/${id}`,
    requestId,
    after: { office },
    ...(role === 'district' && area !== undefined ? { district: area } : {}),
  });
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Name of an office's calendar of directions. */
function calendarTitle(
  office: Bilingual,
  { demonstration }: { demonstration?: Demonstration | undefined },
): Bilingual {
  const title = { hi: `निर्देश: ${office.hi}`, en: `Directions: ${office.en}` };
  const mark = demonstration?.stamp;
  return mark ? { hi: `${mark.hi}, ${title.hi}`, en: `${mark.en}, ${title.en}` } : title;
}

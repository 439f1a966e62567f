import { createHash } from 'node:crypto';
import type { District } from '../../../campaigns/directory/station.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { type Action, can } from '../../../campaigns/offices/permission.ts';
import { checkFields } from '../../../campaigns/press-notes/check-fields.ts';
import { checkText } from '../../../campaigns/press-notes/check-text.ts';
import {
  isTyped,
  type PressNoteFields,
  type ReadingAnswers,
  readingQuestions,
} from '../../../campaigns/press-notes/note-fields.ts';
import { isPossible, type PressNoteAction } from '../../../campaigns/press-notes/note-status.ts';
import { requireSecondPerson } from '../../people/accounts/second-person.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { NoteDesk } from './note-desk.ts';
import { findReaders } from './note-readers.ts';
import {
  findNote,
  insertNote,
  isMonthIssued,
  lockNote,
  type NoteChange,
  type StoredNote,
  takeNumber,
  updateNote,
} from './press-notes-sql.ts';

/** A change that an officer asks for; the version is the one that was seen. */
export interface NoteRequest {
  id: number;
  version: number;
}

/** What the steps work with. */
export interface NoteOffice {
  database: Database;
  desk: NoteDesk;
}

const needed: Record<PressNoteAction, Action> = {
  change: 'press-note.draft',
  submit: 'press-note.draft',
  read: 'press-note.clear',
  return: 'press-note.clear',
  issue: 'press-note.draft',
  cancel: 'press-note.draft',
};

/** A note that the officer may see; another one is not there. */
export async function seeNote({ database, desk }: NoteOffice, actor: Actor, id: number) {
  return visible(desk, actor, await findNote(database.pool, id));
}

function visible(desk: NoteDesk, actor: Actor, note: StoredNote | undefined) {
  const district = note && desk.district(note.district);
  if (note === undefined || district === undefined || !can(actor, 'press-note.read', district))
    throw new Refusal('not-found');
  return { note, district };
}

export async function draftNote(
  { database, desk }: NoteOffice,
  { actor, requestId }: Caller,
  given: { district: string; fields: PressNoteFields },
): Promise<number> {
  const district = desk.district(given.district);
  if (district === undefined || !can(actor, 'press-note.draft', district))
    throw new Refusal('not-allowed');
  examine(desk, district, given.fields);
  const { title } = desk.write(district, given.fields);
  return inTransaction(database.pool, async (tx) => {
    const id = await insertNote(tx, { ...given, title }, actor);
    await writeAudit(tx, {
      actor,
      action: 'press-note.draft',
      subject: `press-note/${id}`,
      district: given.district,
      after: { status: 'draft', kind: given.fields.kind, sha256: hashFields(given.fields) },
      requestId,
    });
    return id;
  });
}

export async function changeNote(
  office: NoteOffice,
  asked: Caller,
  request: NoteRequest & { fields: PressNoteFields },
): Promise<void> {
  const { fields } = request;
  await takeStep(office, asked, { ...request, action: 'change' }, ({ note, district }) => {
    examine(office.desk, district, fields);
    const { title } = office.desk.write(district, fields);
    return { change: { fields, title, status: 'draft', ...addMaker(note, asked.actor) } };
  });
}

/** Hands a note with typed words to the second officer. */
export async function submitNote(
  office: NoteOffice,
  asked: Caller,
  request: NoteRequest,
): Promise<void> {
  await takeStep(
    office,
    asked,
    { ...request, action: 'submit' },
    async ({ note, district, tx }) => {
      examine(office.desk, district, note.fields);
      if (!isTyped(note.fields)) throw new Refusal('press-note-untyped');
      const makers = addMaker(note, asked.actor);
      const { level, readers } = await findReaders(tx, { ...note, ...makers }, district);
      return {
        change: { status: 'waiting', remark: '', ...makers },
        told: { level, readers: readers.map(({ id }) => id) },
      };
    },
  );
}

/** The second officer has read it and answers; a note of which one question is answered with yes does not go out. */
export async function readNote(
  office: NoteOffice,
  asked: Caller,
  request: NoteRequest & { answers: ReadingAnswers },
): Promise<void> {
  const { answers } = request;
  await takeStep(office, asked, { ...request, action: 'read' }, async ({ note, district, tx }) => {
    await requireSecondPerson(tx, asked.actor.id, note.makers);
    if (readingQuestions.some((question) => answers[question] !== 'no'))
      throw new Refusal('press-note-answers');
    const issued = await issue(office.desk, tx, { note, district, by: asked.actor.name });
    return {
      change: { ...issued, reading: answers, readBy: asked.actor.name },
      told: { number: issued.number, year: issued.year, answers },
    };
  });
}

export async function returnNote(
  office: NoteOffice,
  asked: Caller,
  request: NoteRequest & { reason: string },
): Promise<void> {
  const { reason } = request;
  await takeStep(
    office,
    asked,
    { ...request, action: 'return' },
    async ({ note, district, tx }) => {
      await requireSecondPerson(tx, asked.actor.id, note.makers);
      mustBeDiscreet(office.desk, district, reason);
      return { change: { status: 'draft', remark: reason }, told: { reason } };
    },
  );
}

/** A note of chosen values goes out by its own officer. */
export async function issueNote(
  office: NoteOffice,
  asked: Caller,
  request: NoteRequest,
): Promise<void> {
  await takeStep(office, asked, { ...request, action: 'issue' }, async ({ note, district, tx }) => {
    if (isTyped(note.fields)) throw new Refusal('press-note-unread');
    const issued = await issue(office.desk, tx, { note, district, by: asked.actor.name });
    return {
      change: { ...issued, reading: null, readBy: null },
      told: { number: issued.number, year: issued.year },
    };
  });
}

export async function cancelNote(
  office: NoteOffice,
  asked: Caller,
  request: NoteRequest & { reason: string },
): Promise<void> {
  const { reason } = request;
  await takeStep(office, asked, { ...request, action: 'cancel' }, ({ note, district }) => {
    mustBeDiscreet(office.desk, district, reason);
    const { number, year } = note;
    return { change: { status: 'cancelled', remark: reason }, told: { number, year, reason } };
  });
}

interface Step {
  note: StoredNote;
  district: District;
  tx: Queryable;
}
type Stepped = { change: NoteChange; told?: object };

/**
 * Takes a step with a note as it now is, and writes it into the audit log with the hash of what was typed: the log is kept for
 * good, and the words of a draft are not.
 */
async function takeStep(
  { database, desk }: NoteOffice,
  { actor, requestId }: Caller,
  { id, version, action }: NoteRequest & { action: PressNoteAction },
  step: (step: Step) => Promise<Stepped> | Stepped,
): Promise<void> {
  await inTransaction(database.pool, async (tx) => {
    const { note, district } = visible(desk, actor, await lockNote(tx, id));
    if (!can(actor, needed[action], district)) throw new Refusal('not-allowed');
    if (note.version !== version) throw new Refusal('stale', { version: note.version });
    if (!isPossible(note.status, action))
      throw new Refusal('not-possible', { status: note.status });
    const { change, told } = await step({ note, district, tx });
    await updateNote(tx, note, change);
    const after = { ...note, ...change };
    await writeAudit(tx, {
      actor,
      action: `press-note.${action}`,
      subject: `press-note/${id}`,
      district: note.district,
      before: { status: note.status },
      after: {
        status: after.status,
        kind: after.fields.kind,
        sha256: hashFields(after.fields),
        ...told,
      },
      requestId,
    });
  });
}

/** Gives a note its number and its words. The rules may have grown since it was kept: they are asked again. */
async function issue(
  desk: NoteDesk,
  tx: Queryable,
  { note, district, by }: { note: StoredNote; district: District; by: string },
) {
  const { fields } = note;
  examine(desk, district, fields);
  const on = desk.days().last;
  const year = Number(on.slice(0, 4));
  // From here on other notes of the district wait, so that what is asked for next stays so.
  const number = await takeNumber(tx, note.district, year);
  if (fields.kind === 'counts' && (await isMonthIssued(tx, note.district, fields.month)))
    throw new Refusal('press-note-month');
  const content = desk.write(district, fields, { number, year, on });
  const { title } = content;
  return { status: 'issued' as const, number, year, issuedOn: on, issuedBy: by, content, title };
}

/** @throws a refusal for fields that are none of their lists, and for findings that block */
function examine(desk: NoteDesk, district: District, fields: PressNoteFields): void {
  const issues = desk.faults(district, fields);
  if (issues.length > 0) throw new Refusal('wrong-entry', { issues });
  const findings = checkFields(fields, desk.known(district));
  if (findings.some(({ level }) => level === 'block'))
    throw new Refusal('press-note-blocked', { findings });
}

const telling: readonly string[] = ['mobile', 'long-number', 'vehicle', 'electronic-address'];

/** @throws a refusal for a reason by which somebody is known: the log keeps it for good */
function mustBeDiscreet(desk: NoteDesk, district: District, reason: string): void {
  const findings = checkText(reason, desk.known(district));
  if (findings.some(({ level, rule }) => level === 'block' || telling.includes(rule)))
    throw new Refusal('press-note-reason');
}

function addMaker({ makers }: StoredNote, { id, name }: Actor) {
  return { makers: [...new Set([...makers, id])], madeBy: name };
}

/** Of the fields in one order: the database keeps them in another one than they came in. */
function hashFields(fields: PressNoteFields): string {
  const sorted = JSON.stringify(fields, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)),
        )
      : value,
  );
  return createHash('sha256').update(sorted).digest('hex');
}

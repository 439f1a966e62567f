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
import { findReaders } from './note-readers.ts';
import {
  findDistrict,
  findFaults,
  listKnownWords,
  type NoteSources,
  readDays,
  writeContent,
} from './note-sources.ts';
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

export interface PressNoteSources extends NoteSources {
  database: Database;
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
export async function seeNote(sources: PressNoteSources, id: number, actor: Actor) {
  return expectVisible(sources, await findNote(sources.database.pool, id), actor);
}

function expectVisible(sources: NoteSources, note: StoredNote | undefined, actor: Actor) {
  const district = note && findDistrict(sources, note.district);
  if (note === undefined || district === undefined || !can(actor, 'press-note.read', district))
    throw new Refusal('not-found');
  return { note, district };
}

export async function draftNote(
  sources: PressNoteSources,
  draft: { district: string; fields: PressNoteFields },
  { actor, requestId }: Caller,
): Promise<number> {
  const district = findDistrict(sources, draft.district);
  if (district === undefined || !can(actor, 'press-note.draft', district))
    throw new Refusal('not-allowed');
  examine(sources, district, draft.fields);
  const { title } = writeContent(sources, district, draft.fields);
  return inTransaction(sources.database.pool, async (tx) => {
    const id = await insertNote(tx, { ...draft, title }, actor);
    await writeAudit(tx, {
      actor,
      action: 'press-note.draft',
      subject: `press-note/${id}`,
      district: draft.district,
      after: { status: 'draft', kind: draft.fields.kind, sha256: hashFields(draft.fields) },
      requestId,
    });
    return id;
  });
}

export async function changeNote(
  sources: PressNoteSources,
  request: NoteRequest & { fields: PressNoteFields },
  caller: Caller,
): Promise<void> {
  const { id, version, fields } = request;
  const step: NoteStep = ({ note, district }) => {
    examine(sources, district, fields);
    const { title } = writeContent(sources, district, fields);
    return { change: { fields, title, status: 'draft', ...addMaker(note, caller.actor) } };
  };
  await takeStep(sources, { id, version, action: 'change', step }, caller);
}

/** Hands a note with typed words to the second officer. */
export async function submitNote(
  sources: PressNoteSources,
  request: NoteRequest,
  caller: Caller,
): Promise<void> {
  const { id, version } = request;
  const step: NoteStep = async ({ note, district, tx }) => {
    examine(sources, district, note.fields);
    if (!isTyped(note.fields)) throw new Refusal('press-note-untyped');
    const makers = addMaker(note, caller.actor);
    const { level, readers } = await findReaders(tx, { ...note, ...makers }, district);
    return {
      change: { status: 'waiting', remark: '', ...makers },
      told: { level, readers: readers.map(({ id }) => id) },
    };
  };
  await takeStep(sources, { id, version, action: 'submit', step }, caller);
}

/** The second officer has read it and answers; a note of which one question is answered with yes does not go out. */
export async function readNote(
  sources: PressNoteSources,
  request: NoteRequest & { answers: ReadingAnswers },
  caller: Caller,
): Promise<void> {
  const { id, version, answers } = request;
  const step: NoteStep = async ({ note, district, tx }) => {
    await requireSecondPerson(tx, caller.actor.id, note.makers);
    if (readingQuestions.some((question) => answers[question] !== 'no'))
      throw new Refusal('press-note-answers');
    const issued = await issue(tx, sources, { note, district, by: caller.actor.name });
    return {
      change: { ...issued, reading: answers, readBy: caller.actor.name },
      told: { number: issued.number, year: issued.year, answers },
    };
  };
  await takeStep(sources, { id, version, action: 'read', step }, caller);
}

export async function returnNote(
  sources: PressNoteSources,
  request: NoteRequest & { reason: string },
  caller: Caller,
): Promise<void> {
  const { id, version, reason } = request;
  const step: NoteStep = async ({ note, district, tx }) => {
    await requireSecondPerson(tx, caller.actor.id, note.makers);
    mustBeDiscreet(sources, district, reason);
    return { change: { status: 'draft', remark: reason }, told: { reason } };
  };
  await takeStep(sources, { id, version, action: 'return', step }, caller);
}

/** A note of chosen values goes out by its own officer. */
export async function issueNote(
  sources: PressNoteSources,
  request: NoteRequest,
  caller: Caller,
): Promise<void> {
  const { id, version } = request;
  const step: NoteStep = async ({ note, district, tx }) => {
    if (isTyped(note.fields)) throw new Refusal('press-note-unread');
    const issued = await issue(tx, sources, { note, district, by: caller.actor.name });
    return {
      change: { ...issued, reading: null, readBy: null },
      told: { number: issued.number, year: issued.year },
    };
  };
  await takeStep(sources, { id, version, action: 'issue', step }, caller);
}

export async function cancelNote(
  sources: PressNoteSources,
  request: NoteRequest & { reason: string },
  caller: Caller,
): Promise<void> {
  const { id, version, reason } = request;
  const step: NoteStep = ({ note, district }) => {
    mustBeDiscreet(sources, district, reason);
    const { number, year } = note;
    return { change: { status: 'cancelled', remark: reason }, told: { number, year, reason } };
  };
  await takeStep(sources, { id, version, action: 'cancel', step }, caller);
}

interface Step {
  note: StoredNote;
  district: District;
  tx: Queryable;
}
interface Stepped {
  change: NoteChange;
  told?: object;
}
type NoteStep = (step: Step) => Promise<Stepped> | Stepped;

/**
 * Takes a step with a note as it now is, and writes it into the audit log with the hash of what was typed: the log is kept for
 * good, and the words of a draft are not.
 */
async function takeStep(
  sources: PressNoteSources,
  {
    id,
    version,
    action,
    step,
  }: NoteRequest & {
    action: PressNoteAction;
    step: NoteStep;
  },
  { actor, requestId }: Caller,
): Promise<void> {
  await inTransaction(sources.database.pool, async (tx) => {
    const { note, district } = expectVisible(sources, await lockNote(tx, id), actor);
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
  tx: Queryable,
  sources: NoteSources,
  { note, district, by }: { note: StoredNote; district: District; by: string },
) {
  const { fields } = note;
  examine(sources, district, fields);
  const on = readDays(sources).last;
  const year = Number(on.slice(0, 4));
  // From here on other notes of the district wait, so that what is asked for next stays so.
  const number = await takeNumber(tx, note.district, year);
  if (fields.kind === 'counts' && (await isMonthIssued(tx, note.district, fields.month)))
    throw new Refusal('press-note-month');
  const content = writeContent(sources, district, fields, { number, year, on });
  const { title } = content;
  return { status: 'issued' as const, number, year, issuedOn: on, issuedBy: by, content, title };
}

/** @throws a refusal for values that are not in their lists, and for findings that block */
function examine(sources: NoteSources, district: District, fields: PressNoteFields): void {
  const issues = findFaults(sources, district, fields);
  if (issues.length > 0) throw new Refusal('wrong-entry', { issues });
  const findings = checkFields(fields, listKnownWords(sources, district));
  if (findings.some(({ level }) => level === 'block'))
    throw new Refusal('press-note-blocked', { findings });
}

const telling: readonly string[] = ['mobile', 'long-number', 'vehicle', 'electronic-address'];

/** @throws a refusal for a reason by which somebody is known: the log keeps it for good */
function mustBeDiscreet(sources: NoteSources, district: District, reason: string): void {
  const findings = checkText(reason, listKnownWords(sources, district));
  if (findings.some(({ level, rule }) => level === 'block' || telling.includes(rule)))
    throw new Refusal('press-note-reason');
}

function addMaker({ makers }: StoredNote, { id, name }: Actor) {
  return { makers: [...new Set([...makers, id])], madeBy: name };
}

/** Hashes the fields in one order: the database keeps them in another one than they came in. */
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

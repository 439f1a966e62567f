import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { District } from '../../../campaigns/directory/station.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { type Action, can, rolesFor } from '../../../campaigns/offices/permission.ts';
import { checkText } from '../../../campaigns/press-notes/check-text.ts';
import {
  isTyped,
  type PressNoteFields,
  readingQuestions,
} from '../../../campaigns/press-notes/note-fields.ts';
import { isPossible, type PressNoteAction } from '../../../campaigns/press-notes/note-status.ts';
import { publicText } from '../../../campaigns/press-notes/public-text.ts';
import { oneId, refusals } from '../../contract/route.ts';
import { requireSecondPerson } from '../../people/accounts/second-person.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { findReaders } from './note-readers.ts';
import {
  describeNote,
  expectVisible,
  findDistrict,
  findFaults,
  listKnownWords,
  type PressNoteSources,
  readDays,
  writeContent,
} from './note-sources.ts';
import { answers, changed, detail, fields, id, reason, seen } from './press-notes-schemas.ts';
import {
  findNote,
  insertNote,
  isMonthIssued,
  type NoteChange,
  type StoredNote,
  takeNumber,
  updateNote,
} from './press-notes-sql.ts';

const needed: Record<PressNoteAction, Action> = {
  change: 'press-note.draft',
  submit: 'press-note.draft',
  read: 'press-note.clear',
  return: 'press-note.clear',
  issue: 'press-note.draft',
  cancel: 'press-note.draft',
};

interface Asked<Body> {
  note: StoredNote;
  district: District;
  tx: Queryable;
  actor: Actor;
  body: Body;
}
interface Stepped {
  change: NoteChange;
  /** Written into the audit log. */
  told?: object;
}
type NoteStep<Body> = (asked: Asked<Body>) => Promise<Stepped> | Stepped;
interface Wish<Body> {
  id: number;
  action: PressNoteAction;
  /** Its version is the one that was seen. */
  body: Body & { version: number };
  step: NoteStep<Body>;
}

/** Steps of notes: written by the district, and read by a second officer where words are typed. */
export function stepRoutes(sources: PressNoteSources) {
  const change: NoteStep<{ fields: PressNoteFields }> = async ({
    note,
    district,
    tx,
    actor,
    body,
  }) => {
    await examine(tx, sources, district, body.fields);
    const { title } = writeContent(sources, district, body.fields);
    return { change: { fields: body.fields, title, status: 'draft', ...addMaker(note, actor) } };
  };
  return [
    serveRoute('POST /api/press-notes', {
      summary: 'Keeps a new draft; refused with its findings while one of them blocks',
      body: z.object({ district: id, fields }),
      response: { 201: detail, ...refusals(409) },
      may: 'press-note.draft',
      handler: async ({ actor, caller, body }) => {
        const drafted = await draftNote(sources, body, caller);
        return describeNote(sources, drafted, actor);
      },
    }),
    serveRoute('PUT /api/press-notes/:id', {
      summary: 'Changes what is not issued yet; it is a draft again',
      params: oneId,
      body: z.object({ ...seen, fields }),
      response: changed,
      config: { access: rolesFor(needed.change) },
      handler: async ({ caller, params, body }) =>
        takeStep(sources, { ...params, action: 'change', body, step: change }, caller),
    }),
    stepRoute(sources, 'submit', {
      summary: 'Hands a draft with typed words to the second officer',
      body: {},
      async step({ note, district, tx, actor }) {
        await examine(tx, sources, district, note.fields);
        if (!isTyped(note.fields)) throw new Refusal('press-note-untyped');
        const makers = addMaker(note, actor);
        const { level, readers } = await findReaders(tx, { ...note, ...makers }, district);
        return {
          change: { status: 'waiting', remark: '', ...makers },
          told: { level, readers: readers.map((reader) => reader.id) },
        };
      },
    }),
    stepRoute(sources, 'read', {
      summary: 'The second officer has read it, answers four questions with no, and it is issued',
      body: { answers },
      async step({ note, district, tx, actor, body }) {
        await requireSecondPerson(tx, actor.id, note.makers);
        if (readingQuestions.some((question) => body.answers[question] !== 'no'))
          throw new Refusal('press-note-answers');
        const issued = await issue(tx, sources, { note, district, by: actor.name });
        return {
          change: { ...issued, reading: body.answers, readBy: actor.name },
          told: { number: issued.number, year: issued.year, answers: body.answers },
        };
      },
    }),
    stepRoute(sources, 'return', {
      summary: 'The second officer sends a note back and says why',
      body: { reason },
      async step({ note, district, tx, actor, body }) {
        await requireSecondPerson(tx, actor.id, note.makers);
        await mustBeDiscreet(tx, sources, district, body.reason);
        return { change: { status: 'draft', remark: body.reason }, told: { reason: body.reason } };
      },
    }),
    stepRoute(sources, 'issue', {
      summary:
        'Issues a draft in which nothing is typed, with the next number of its district and year',
      body: {},
      async step({ note, district, tx, actor }) {
        if (isTyped(note.fields)) throw new Refusal('press-note-unread');
        const issued = await issue(tx, sources, { note, district, by: actor.name });
        return {
          change: { ...issued, reading: null, readBy: null },
          told: { number: issued.number, year: issued.year },
        };
      },
    }),
    stepRoute(sources, 'cancel', {
      summary: 'Cancels an issued note, which keeps its number',
      body: { reason },
      async step({ note: { number, year }, district, tx, body }) {
        await mustBeDiscreet(tx, sources, district, body.reason);
        const told = { number, year, reason: body.reason };
        return { change: { status: 'cancelled', remark: body.reason }, told };
      },
    }),
  ];
}

function stepRoute<const Name extends PressNoteAction, Body extends z.ZodRawShape>(
  sources: PressNoteSources,
  action: Name,
  given: { summary: string; body: Body; step: NoteStep<z.output<z.ZodObject<Body>>> },
) {
  return serveRoute(`POST /api/press-notes/:id/${action}`, {
    summary: given.summary,
    params: oneId,
    body: z.object({ ...seen, ...given.body }),
    response: changed,
    config: { access: rolesFor(needed[action]) },
    handler: async ({ caller, params, body }) => {
      const sent = body as { version: number } & z.output<z.ZodObject<Body>>;
      return takeStep(sources, { ...params, action, body: sent, step: given.step }, caller);
    },
  });
}

async function draftNote(
  sources: PressNoteSources,
  draft: { district: string; fields: PressNoteFields },
  { actor, requestId }: Caller,
): Promise<number> {
  const district = findDistrict(sources, draft.district);
  if (district === undefined || !can(actor, 'press-note.draft', district))
    throw new Refusal('not-allowed');
  const { pool } = sources.database;
  await examine(pool, sources, district, draft.fields);
  const { title } = writeContent(sources, district, draft.fields);
  return inTransaction(pool, async (tx) => {
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

/**
 * Takes a step with a note as it now is, and writes it into the audit log with the hash of what was typed: the log is kept for
 * good, and the words of a draft are not.
 */
async function takeStep<Body>(
  sources: PressNoteSources,
  { id, action, body, step }: Wish<Body>,
  { actor, requestId }: Caller,
) {
  await inTransaction(sources.database.pool, async (tx) => {
    const { note, district } = expectVisible(sources, await findNote(tx, id, true), actor);
    if (!can(actor, needed[action], district)) throw new Refusal('not-allowed');
    if (note.version !== body.version) throw new Refusal('stale', { version: note.version });
    if (!isPossible(note.status, action))
      throw new Refusal('not-possible', { status: note.status });
    const { change, told } = await step({ note, district, tx, actor, body });
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
  return describeNote(sources, id, actor);
}

/** Gives a note its number and its words. The rules may have grown since it was kept: they are asked again. */
async function issue(
  tx: Queryable,
  sources: PressNoteSources,
  { note, district, by }: { note: StoredNote; district: District; by: string },
) {
  const { fields } = note;
  await examine(tx, sources, district, fields);
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
async function examine(
  tx: Queryable,
  sources: PressNoteSources,
  district: District,
  fields: PressNoteFields,
): Promise<void> {
  const issues = findFaults(sources, district, fields);
  if (issues.length > 0) throw new Refusal('wrong-entry', { issues });
  const { title, details } = fields;
  const findings = publicText({ title, details }, await listKnownWords(sources, tx, district));
  if (findings.some(({ level }) => level === 'block'))
    throw new Refusal('press-note-blocked', { findings });
}

const telling: readonly string[] = ['mobile', 'long-number', 'vehicle', 'electronic-address'];

/** @throws a refusal for a reason by which somebody is known: the log keeps it for good */
async function mustBeDiscreet(
  tx: Queryable,
  sources: PressNoteSources,
  district: District,
  reason: string,
): Promise<void> {
  const findings = checkText(reason, await listKnownWords(sources, tx, district));
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

import { createHash } from 'node:crypto';
import type { District } from '../../campaigns/directory/station.ts';
import type { Actor } from '../../campaigns/offices/actor.ts';
import { type Action, can } from '../../campaigns/offices/permission.ts';
import {
  checkFields,
  type FieldFinding,
  isOverruled,
  type Overrule,
} from '../../campaigns/press-notes/check-fields.ts';
import { checkText } from '../../campaigns/press-notes/check-text.ts';
import type { PressNoteFields } from '../../campaigns/press-notes/note-fields.ts';
import { isPossible, type PressNoteAction } from '../../campaigns/press-notes/note-status.ts';
import { requireSecondPerson } from '../accounts/second-person.ts';
import { writeAudit } from '../database/audit-log-sql.ts';
import type { Database } from '../database/database.ts';
import { inTransaction, type Queryable } from '../database/transaction.ts';
import { ApiError } from '../http/api-error.ts';
import type { NoteDesk } from './note-desk.ts';
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

/** Who asks, and by which request. */
export interface Asked {
  actor: Actor;
  requestId: string;
}

/** A change that an officer asks for; the version is the one that was seen. */
export interface NoteRequest {
  id: number;
  version: number;
}

const actionNeeds: Record<PressNoteAction, Action> = {
  change: 'press-note.draft',
  check: 'press-note.draft',
  clear: 'press-note.clear',
  return: 'press-note.clear',
  issue: 'press-note.draft',
  cancel: 'press-note.draft',
};

export type NoteBook = ReturnType<typeof createNoteBook>;

/**
 * Writes press notes by the rules of campaigns/press-notes, each step in the audit log with the hash of what was typed: the
 * log is kept for good, and the words of a draft are not.
 */
export function createNoteBook({ database, desk }: { database: Database; desk: NoteDesk }) {
  const { pool } = database;

  /** @throws ApiError for fields that are none of their lists, and for findings that block */
  function examine(district: District, fields: PressNoteFields): FieldFinding[] {
    const issues = desk.faults(district, fields);
    if (issues.length > 0) throw new ApiError('wrong-entry', { more: { issues } });
    const findings = checkFields(fields);
    if (findings.some(({ level }) => level === 'block'))
      throw new ApiError('press-note-blocked', { more: { findings } });
    return findings;
  }

  /** A note that the officer may see; another one is not there. */
  async function see(database_: Queryable, actor: Actor, id: number, lock = false) {
    const note = await (lock ? lockNote : findNote)(database_, id);
    const district = note && desk.district(note.district);
    if (note === undefined || district === undefined || !can(actor, 'press-note.read', district))
      throw new ApiError('not-found');
    return { note, district };
  }

  /** Takes a step with a note as it now is, and writes it into the audit log. */
  async function act(
    { actor, requestId }: Asked,
    { id, version }: NoteRequest,
    action: PressNoteAction,
    step: (
      note: StoredNote,
      district: District,
      tx: Queryable,
    ) => Promise<{ change: NoteChange; told?: object }> | { change: NoteChange; told?: object },
  ): Promise<void> {
    await inTransaction(pool, async (tx) => {
      const { note, district } = await see(tx, actor, id, true);
      if (!can(actor, actionNeeds[action], district)) throw new ApiError('not-allowed');
      if (note.version !== version)
        throw new ApiError('stale', { more: { version: note.version } });
      if (!isPossible(note.status, action))
        throw new ApiError('not-possible', { more: { status: note.status } });
      const { change, told } = await step(note, district, tx);
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
          sha256: hashOf(after.fields),
          ...told,
        },
        requestId,
      });
    });
  }

  const withMaker = ({ makers }: StoredNote, { id, name }: Actor) => ({
    makers: [...new Set([...makers, id])],
    madeBy: name,
  });

  return {
    see: (actor: Actor, id: number) => see(pool, actor, id),

    async draft({ actor, requestId }: Asked, given: { district: string; fields: PressNoteFields }) {
      const district = desk.district(given.district);
      if (district === undefined || !can(actor, 'press-note.draft', district))
        throw new ApiError('not-allowed');
      examine(district, given.fields);
      const { title } = desk.write(district, given.fields);
      return inTransaction(pool, async (tx) => {
        const id = await insertNote(tx, { ...given, title }, actor);
        await writeAudit(tx, {
          actor,
          action: 'press-note.draft',
          subject: `press-note/${id}`,
          district: given.district,
          after: { status: 'draft', kind: given.fields.kind, sha256: hashOf(given.fields) },
          requestId,
        });
        return id;
      });
    },

    change: (asked: Asked, request: NoteRequest, fields: PressNoteFields) =>
      act(asked, request, 'change', (note, district) => {
        examine(district, fields);
        const { title } = desk.write(district, fields);
        const cleared = { status: 'draft' as const, overrules: [], clearedBy: null };
        return { change: { fields, title, ...cleared, ...withMaker(note, asked.actor) } };
      }),

    check: (asked: Asked, request: NoteRequest, overrules: readonly Overrule[]) =>
      act(asked, request, 'check', (note, district) => {
        const findings = examine(district, note.fields);
        if (findings.some((finding) => !isOverruled(finding, overrules)))
          throw new ApiError('press-note-findings', { more: { findings } });
        const own = overrules.filter((overrule) =>
          findings.some((finding) => isOverruled(finding, [overrule])),
        );
        // The log keeps a reason for good: nobody is to be known by it.
        if (own.some(({ reason }) => checkText(reason).some(isTelling)))
          throw new ApiError('press-note-reason');
        const status = own.length === 0 ? ('checked' as const) : ('waiting' as const);
        return {
          change: { status, overrules: own, remark: '', ...withMaker(note, asked.actor) },
          told: { overrules: own.map(({ rule, field, reason }) => ({ rule, field, reason })) },
        };
      }),

    clear: (asked: Asked, request: NoteRequest) =>
      act(asked, request, 'clear', async (note, _district, tx) => {
        await requireSecondPerson(tx, asked.actor.id, note.makers);
        return {
          change: { status: 'checked', clearedBy: asked.actor.name },
          told: {
            overrules: note.overrules.map(({ rule, field, reason }) => ({ rule, field, reason })),
          },
        };
      }),

    sendBack: (asked: Asked, request: NoteRequest, reason: string) =>
      act(asked, request, 'return', async (note, _district, tx) => {
        await requireSecondPerson(tx, asked.actor.id, note.makers);
        if (checkText(reason).some(isTelling)) throw new ApiError('press-note-reason');
        return { change: { status: 'draft', overrules: [], remark: reason }, told: { reason } };
      }),

    issue: (asked: Asked, request: NoteRequest) =>
      act(asked, request, 'issue', async (note, district, tx) => {
        // The rules may have grown since it was checked.
        const findings = examine(district, note.fields);
        if (findings.some((finding) => !isOverruled(finding, note.overrules)))
          throw new ApiError('press-note-findings', { more: { findings } });
        const on = desk.days().last;
        const year = Number(on.slice(0, 4));
        // From here on other notes of the district wait, so that what is asked for next stays so.
        const number = await takeNumber(tx, note.district, year);
        const { fields } = note;
        if (fields.kind === 'counts' && (await isMonthIssued(tx, note.district, fields.month)))
          throw new ApiError('press-note-month');
        const content = desk.write(district, fields, { number, year, on });
        return {
          change: {
            status: 'issued',
            number,
            year,
            issuedOn: on,
            issuedBy: asked.actor.name,
            content,
            title: content.title,
          },
          told: { number, year, clearedBy: note.clearedBy },
        };
      }),

    cancel: (asked: Asked, request: NoteRequest, reason: string) =>
      act(asked, request, 'cancel', ({ number, year }) => {
        if (checkText(reason).some(isTelling)) throw new ApiError('press-note-reason');
        return { change: { status: 'cancelled', remark: reason }, told: { number, year, reason } };
      }),
  };
}

function isTelling({ level, rule }: { level: string; rule: string }): boolean {
  return (
    level === 'block' || ['mobile', 'long-number', 'vehicle', 'electronic-address'].includes(rule)
  );
}

/** Of the fields in one order: the database keeps them in another one than they came in. */
function hashOf(fields: PressNoteFields): string {
  const sorted = JSON.stringify(fields, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)),
        )
      : value,
  );
  return createHash('sha256').update(sorted).digest('hex');
}

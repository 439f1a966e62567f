import { checkEntry } from '../../../campaigns/activities/check-entry.ts';
import { can } from '../../../campaigns/offices/permission.ts';
import { checkText } from '../../../campaigns/press-notes/check-text.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { toAuditEntry } from '../activities/activities.ts';
import { insertActivity } from '../activities/activities-sql.ts';
import { photoPath } from '../activities/photo-files.ts';
import type { PhotoReader } from '../activities/photo-reader.ts';
import type { NoteDesk } from './note-desk.ts';
import { seeNote } from './note-steps.ts';
import {
  hasAppearance,
  insertAppearance,
  listAppearances,
  lockNote,
  updateCutting,
} from './press-notes-sql.ts';

export interface AppearanceDependencies {
  database: Database;
  desk: NoteDesk;
  reader: PhotoReader;
  cuttings: FileStore;
}

export type AppearanceLog = ReturnType<typeof createAppearanceLog>;

/** Where issued notes were printed: each is an activity of the district, which the progress counts as a news item. */
export function createAppearanceLog(dependencies: AppearanceDependencies) {
  const { database, desk, reader, cuttings } = dependencies;

  /** The note, where the officer may write into its log. */
  async function ownNote({ actor }: Caller, id: number) {
    const { note, district } = await seeNote(dependencies, actor, id);
    if (!can(actor, 'press-note.draft', district)) throw new Refusal('not-allowed');
    return { ...note, known: desk.known(district) };
  }

  async function find(noteId: number, id: number) {
    const found = (await listAppearances(database.pool, noteId)).find((each) => each.id === id);
    if (found === undefined) throw new Refusal('not-found');
    return found;
  }

  return {
    async record(asked: Caller, noteId: number, { paper, day }: { paper: string; day: string }) {
      const { district, issuedOn, known } = await ownNote(asked, noteId);
      // A paper has a name; what the checker finds in it is no paper's.
      if (checkText(paper, known).some(({ level }) => level === 'block'))
        throw new Refusal('press-note-blocked', { place: 'paper' });
      const given = {
        kind: 'newspaper',
        district,
        day,
        details: { newspaper: paper, type: 'news', items: 1 },
        remark: '',
      };
      const checked = checkEntry(given, desk.days());
      if ('issues' in checked) throw new Refusal('wrong-entry', { issues: checked.issues });
      if (issuedOn !== null && day < issuedOn) {
        const message = `Expected a day from ${issuedOn}, got "${day}"`;
        throw new Refusal('wrong-entry', { issues: [{ path: 'day', message }] });
      }
      await inTransaction(database.pool, async (tx) => {
        // Locked: of two officers at once one finds the other's entry.
        const note = await lockNote(tx, noteId);
        if (note?.status !== 'issued') throw new Refusal('not-possible', { status: note?.status });
        if (await hasAppearance(tx, { noteId, paper, day }))
          throw new Refusal('press-note-appeared');
        const { name } = asked.actor;
        const activity = await insertActivity(tx, checked.entry, { name, sample: note.sample });
        if (activity === undefined) throw new Error('Expected a new activity, got none');
        await insertAppearance(tx, {
          noteId,
          activityId: activity.id,
          paper,
          day,
          by: name,
        });
        await writeAudit(tx, toAuditEntry(asked, 'enter', { after: activity }));
        await writeAudit(tx, {
          actor: asked.actor,
          action: 'press-note.appear',
          subject: `press-note/${noteId}`,
          district,
          after: { paper, day, activity: activity.id },
          requestId: asked.requestId,
        });
      });
    },

    /** @throws PhotoError when the file is no picture that can be taken */
    async keepCutting(asked: Caller, noteId: number, id: number, path: string) {
      const { district } = await ownNote(asked, noteId);
      await find(noteId, id);
      const photo = await reader.read(path, asked.actor.id);
      await inTransaction(database.pool, async (tx) => {
        await updateCutting(tx, id, { sha256: photo.sha256, by: asked.actor.name });
        // After the row, which waits for whoever deletes the same picture.
        await cuttings.put(photoPath(photo.sha256), photo.jpeg);
        await writeAudit(tx, {
          actor: asked.actor,
          action: 'press-note.cutting',
          subject: `press-note/${noteId}`,
          district,
          after: { appearance: id, sha256: photo.sha256 },
          requestId: asked.requestId,
        });
      });
    },

    async openCutting(asked: Caller, noteId: number, id: number) {
      const { note } = await seeNote(dependencies, asked.actor, noteId);
      const { cutting } = await find(note.id, id);
      const file = cutting === null ? undefined : await cuttings.get(photoPath(cutting));
      if (file === undefined) throw new Refusal('not-found');
      return file;
    },
  };
}

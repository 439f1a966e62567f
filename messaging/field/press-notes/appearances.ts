import type { ActivityEntry } from '../../../campaigns/activities/activity.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { can } from '../../../campaigns/offices/permission.ts';
import { checkText } from '../../../campaigns/press-notes/check-text.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { toAuditEntry } from '../activities/activities.ts';
import { insertActivity } from '../activities/activities-sql.ts';
import { checkDays } from '../activities/check-activity.ts';
import { checkEntry } from '../activities/check-entry.ts';
import type { PhotoReader } from '../activities/photo-reader.ts';
import { photoPath } from '../activities/photo-upload.ts';
import { listKnownWords, type PressNoteSources, readDays, seeNote } from './note-sources.ts';
import {
  findNote,
  hasAppearance,
  insertAppearance,
  listAppearances,
  type StoredNote,
  updateCutting,
} from './press-notes-sql.ts';

/** Reads and keeps pictures of cuttings. */
export interface CuttingFiles {
  sources: PressNoteSources;
  reader: PhotoReader;
  cuttings: FileStore;
}

interface NewAppearance {
  noteId: number;
  paper: string;
  day: string;
}

/** An appearance of a note. */
interface AppearanceRequest {
  id: number;
  appearance: number;
}

/** Where an issued note was printed: an activity of the district, which the progress counts as a news item. */
export async function recordAppearance(
  sources: PressNoteSources,
  appearance: NewAppearance,
  caller: Caller,
): Promise<void> {
  const { note, district } = await findWritable(sources, appearance.noteId, caller);
  // A newspaper has a name; text in which the checker finds faults is not one.
  const findings = checkText(
    appearance.paper,
    await listKnownWords(sources, sources.database.pool, district),
  );
  if (findings.some(({ level }) => level === 'block'))
    throw new Refusal('press-note-blocked', { place: 'paper' });
  const entry = toEntry(sources, appearance, note);
  await inTransaction(sources.database.pool, (tx) =>
    storeAppearance(tx, sources, { appearance, entry }, caller),
  );
}

/** @throws a refusal for a day that is outside the campaign, or before the note went out */
function toEntry(
  sources: PressNoteSources,
  { paper, day }: NewAppearance,
  { district, issuedOn }: StoredNote,
): ActivityEntry {
  const details = { newspaper: paper, type: 'news', items: 1 };
  const input = { kind: 'newspaper', district, day, details, remark: '' };
  const checked = checkEntry(input, readDays(sources));
  if ('issues' in checked) throw new Refusal('wrong-entry', { issues: checked.issues });
  if (issuedOn !== null && day < issuedOn) {
    const message = `Expected a day from ${issuedOn}, got "${day}"`;
    throw new Refusal('wrong-entry', { issues: [{ path: 'day', message }] });
  }
  return checked.entry;
}

async function storeAppearance(
  tx: Queryable,
  { directory }: PressNoteSources,
  { appearance, entry }: { appearance: NewAppearance; entry: ActivityEntry },
  caller: Caller,
): Promise<void> {
  const { noteId, paper, day } = appearance;
  // Locked: of two officers at once one finds the other's entry.
  const note = await findNote(tx, noteId, true);
  if (note?.status !== 'issued') throw new Refusal('not-possible', { status: note?.status });
  if (await hasAppearance(tx, appearance)) throw new Refusal('press-note-appeared');
  const { name } = caller.actor;
  const beyond = await checkDays(tx, { directory }, { entry, counted: null, but: null });
  const reason = `प्रेस नोट ${note.number}/${note.year}`;
  const start = beyond === null ? {} : { status: 'appealed' as const, reason };
  const activity = await insertActivity(tx, entry, { name, ...start });
  if (activity === undefined) throw new Error('Expected a new activity, got none');
  await insertAppearance(tx, { ...appearance, activityId: activity.id, by: name });
  await writeAudit(tx, toAuditEntry(caller, 'enter', { after: activity }));
  await writeAudit(tx, {
    ...caller,
    action: 'press-note.appear',
    subject: `press-note/${noteId}`,
    district: note.district,
    after: { paper, day, activity: activity.id },
  });
}

/** @throws PhotoError when the file is not a picture that can be taken */
export async function keepCutting(
  { sources, reader, cuttings }: CuttingFiles,
  { id, appearance, path }: AppearanceRequest & { path: string },
  caller: Caller,
): Promise<void> {
  const { district } = await findWritable(sources, id, caller);
  await findAppearance(sources, { id, appearance });
  const photo = await reader.read(path, caller.actor.id);
  const { sha256 } = photo;
  await inTransaction(sources.database.pool, async (tx) => {
    await updateCutting(tx, appearance, { sha256, by: caller.actor.name });
    // After the row, which waits for any transaction that deletes the same picture.
    await cuttings.put(photoPath(sha256), photo.jpeg);
    await writeAudit(tx, {
      ...caller,
      action: 'press-note.cutting',
      subject: `press-note/${id}`,
      district: district.id,
      after: { appearance, sha256 },
    });
  });
}

export async function openCutting(
  { sources, cuttings }: CuttingFiles,
  request: AppearanceRequest,
  actor: Actor,
) {
  await seeNote(sources, request.id, actor);
  const { cutting } = await findAppearance(sources, request);
  const file = cutting === null ? undefined : await cuttings.get(photoPath(cutting));
  if (file === undefined) throw new Refusal('not-found');
  return file;
}

/** The note, where the officer may write into its log. */
async function findWritable(sources: PressNoteSources, id: number, { actor }: Caller) {
  const seen = await seeNote(sources, id, actor);
  if (!can(actor, 'press-note.draft', seen.district)) throw new Refusal('not-allowed');
  return seen;
}

async function findAppearance(
  { database }: PressNoteSources,
  { id, appearance }: AppearanceRequest,
) {
  const all = await listAppearances(database.pool, id);
  const found = all.find((each) => each.id === appearance);
  if (found === undefined) throw new Refusal('not-found');
  return found;
}

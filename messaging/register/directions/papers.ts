import type { Actor } from '../../../campaigns/offices/actor.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { Decoders, DecoderTask } from '../../platform/decoding/decoders.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { type DirectionSources, isGatheredBy, readLive } from './live-register.ts';
import {
  act,
  addMaker,
  findAuditDistrict,
  findVisible,
  type OccurrenceRequest,
  type Step,
} from './occurrences.ts';
import type { StoredOccurrence } from './occurrences-sql.ts';
import type { decode } from './paper-decoder.ts';
import { paperPath } from './paper-retention-sql.ts';
import { findFile, insertFile, listFiles, removeFile } from './steps-sql.ts';

export const mostPaperBytes = 10 * 1024 ** 2;
const mostPapers = 5;
const paperTask: DecoderTask<typeof decode> = {
  kind: 'paper',
  module: new URL('./paper-decoder.ts', import.meta.url),
};

/** Keeps papers of occurrences under their hash; their office takes them off until they are handed in. */
export interface DirectionPapers {
  sources: DirectionSources;
  store: FileStore;
  decoders: Decoders;
}

interface PaperChange extends OccurrenceRequest {
  action: 'attach' | 'detach';
  /** @returns the paper's name for the log */
  work: (tx: Queryable, stored: StoredOccurrence) => Promise<{ name: string }>;
}

export async function attachPaper(
  { sources, store, decoders }: DirectionPapers,
  {
    key,
    version,
    name,
    path,
    bytes,
  }: OccurrenceRequest & {
    name: string;
    path: string;
    bytes: number;
  },
  caller: Caller,
): Promise<void> {
  const { id: account, name: by } = caller.actor;
  const { type, sha256, isWritten } = await decoders.readWhole(paperTask, { path }, account);
  if (type === null) throw new Refusal('wrong-paper');
  if (!isWritten) throw new Refusal('empty-paper');
  const shown = toFileName(name);
  const work = async (tx: Queryable, { id: occurrence }: StoredOccurrence) => {
    const papers = await listFiles(tx, occurrence);
    if (papers.length >= mostPapers && papers.every((paper) => paper.sha256 !== sha256))
      throw new Refusal('enough-papers');
    await insertFile(tx, { occurrence, sha256, name: shown, type, bytes, by });
    // After its row, which waits for the job that deletes files, and before the commit: no row is seen without its paper.
    await store.put(paperPath(occurrence, sha256), { path });
    return { name: shown };
  };
  await changePapers(sources, { key, version, action: 'attach', work }, caller);
}

/** @returns the key of its occurrence */
export async function detachPaper(
  { sources }: DirectionPapers,
  { id, version }: { id: number; version: number },
  caller: Caller,
): Promise<string> {
  const file = await findFile(sources.database.pool, id);
  if (file === undefined) throw new Refusal('not-found');
  const key = `${file.obligation}/${file.office}/${file.period}`;
  const work = async (tx: Queryable) => {
    await removeFile(tx, id);
    return { name: file.name };
  };
  await changePapers(sources, { key, version, action: 'detach', work }, caller);
  return key;
}

/** The paper with its content, where the officer may see it: its own office's, or one that its office consolidates. */
export async function openPaper({ sources, store }: DirectionPapers, id: number, actor: Actor) {
  const file = await findFile(sources.database.pool, id);
  if (file === undefined) throw new Refusal('not-found');
  const known = await readLive(sources);
  const key = `${file.obligation}/${file.office}/${file.period}`;
  if (!isGatheredBy(known, actor, file.obligation)) findVisible(sources, known, { actor, key });
  const found = await store.get(paperPath(file.occurrence, file.sha256));
  if (found === undefined) throw new Refusal('not-found');
  return { file, content: found.content };
}

/** Changes the papers of an occurrence that may be worked on, as it now is. */
async function changePapers(
  sources: DirectionSources,
  { key, version, action, work }: PaperChange,
  caller: Caller,
): Promise<void> {
  const step: Step = async ({ found: { occurrence, office }, stored, tx }) => {
    const { name } = await work(tx, stored);
    await writeAudit(tx, {
      ...caller,
      action: `direction.${action}`,
      subject: `direction/${key}`,
      ...findAuditDistrict(office),
      after: { name, direction: occurrence.direction, office: occurrence.office },
    });
    return { change: addMaker(stored, caller.actor) };
  };
  await act(sources, { key, version, action: 'save', step }, caller);
}

function toFileName(name: string): string {
  const shown = name
    .replaceAll(/[\p{Cc}"\\/]/gu, ' ')
    .trim()
    .slice(-120);
  return shown || 'paper';
}

import { isPossible, statusAfter } from '../../../campaigns/directions/occurrence-state.ts';
import { mayAct } from '../../../campaigns/directions/rights.ts';
import type { District } from '../../../campaigns/directory/station.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { Decoders, DecoderTask } from '../../platform/decoding/decoders.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { DirectionDesk } from './direction-desk.ts';
import type { OccurrenceBook, OccurrenceRequest } from './occurrence-book.ts';
import {
  findOccurrence,
  insertOccurrence,
  type StoredOccurrence,
  updateOccurrence,
} from './occurrences-sql.ts';
import type { decode } from './paper-decoder.ts';
import { paperPath } from './paper-path.ts';
import { findFile, insertFile, listFiles, removeFile } from './steps-sql.ts';

export const mostPaperBytes = 10 * 1024 ** 2;
const mostPapers = 5;
const paperTask: DecoderTask<typeof decode> = {
  kind: 'paper',
  module: new URL('./paper-decoder.ts', import.meta.url),
};

export type PaperBook = ReturnType<typeof createPaperBook>;

/** Papers of what is owed: kept under their hash, taken off by their office until they are handed in. */
export function createPaperBook({
  database,
  desk,
  book,
  districts,
  store,
  decoders,
}: {
  database: Database;
  desk: DirectionDesk;
  book: OccurrenceBook;
  districts: readonly District[];
  store: FileStore;
  decoders: Decoders;
}) {
  /** Changes the papers of an occurrence that may be worked on, as it now is. */
  async function change(
    { actor, requestId }: Caller,
    { key, version }: OccurrenceRequest,
    action: 'attach' | 'detach',
    work: (tx: Queryable, stored: StoredOccurrence) => Promise<{ name: string }>,
  ): Promise<void> {
    await inTransaction(database.pool, async (tx) => {
      const known = await desk.read(tx);
      const { occurrence, office } = book.find(known, actor, key);
      if (!mayAct(actor, { action: 'save', office: occurrence.office, districts }))
        throw new Refusal('not-allowed');
      const kept = await findOccurrence(tx, occurrence, true);
      if ((kept?.version ?? 0) !== version)
        throw new Refusal('stale', { version: kept?.version ?? 0 });
      const before = kept?.status ?? 'to-start';
      if (!isPossible(before, 'save')) throw new Refusal('not-possible', { status: before });
      const stored = kept ?? (await insertOccurrence(tx, occurrence, known.progress.sample));
      if (stored === undefined) throw new Refusal('stale', { version: 0 });
      const { name } = await work(tx, stored);
      await updateOccurrence(tx, stored, {
        status: statusAfter(before, 'save'),
        makers: [...new Set([...stored.makers, actor.id])],
        madeBy: actor.name,
      });
      await writeAudit(tx, {
        actor,
        action: `direction.${action}`,
        subject: `direction/${key}`,
        ...(office.role === 'district' && office.area !== null ? { district: office.area } : {}),
        after: { name, direction: occurrence.direction, office: occurrence.office },
        requestId,
      });
    });
  }

  return {
    async attach(
      asked: Caller,
      request: OccurrenceRequest,
      { name, path, bytes }: { name: string; path: string; bytes: number },
    ) {
      const { type, sha256 } = await decoders.readWhole(paperTask, { path }, asked.actor.id);
      if (type === null) throw new Refusal('wrong-paper');
      await change(asked, request, 'attach', async (tx, stored) => {
        const papers = await listFiles(tx, stored.id);
        if (papers.length >= mostPapers && papers.every((own) => own.sha256 !== sha256))
          throw new Refusal('enough-papers');
        const shown =
          name
            .replaceAll(/[\p{Cc}"\\/]/gu, ' ')
            .trim()
            .slice(-120) || 'paper';
        await insertFile(tx, {
          ...{ occurrence: stored.id, sha256, name: shown, type },
          ...{ bytes, by: asked.actor.name },
        });
        // After its row, which waits for the job that deletes files, and before the commit: no row is seen without its paper.
        await store.put(paperPath(stored.id, sha256), { path });
        return { name: shown };
      });
    },

    async detach(asked: Caller, id: number, version: number): Promise<string> {
      const file = await findFile(database.pool, id);
      if (file === undefined) throw new Refusal('not-found');
      const key = `${file.obligation}/${file.office}/${file.period}`;
      await change(asked, { key, version }, 'detach', async (tx) => {
        await removeFile(tx, id);
        return { name: file.name };
      });
      return key;
    },

    /** The paper with its content, where the officer may see it: its own office's, or one that its office consolidates. */
    async open({ actor }: Caller, id: number) {
      const file = await findFile(database.pool, id);
      if (file === undefined) throw new Refusal('not-found');
      const known = await desk.read();
      const key = `${file.obligation}/${file.office}/${file.period}`;
      if (!desk.isGatheredBy(known, actor, file.obligation)) book.find(known, actor, key);
      const found = await store.get(paperPath(file.occurrence, file.sha256));
      if (found === undefined) throw new Refusal('not-found');
      return { file, content: found.content };
    },
  };
}

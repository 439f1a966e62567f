import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordingScript } from '../../../campaigns/radio/script.ts';
import { takeFormats } from '../../../campaigns/radio/take-format.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Decoders, DecoderTask } from '../../platform/decoding/decoders.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import type { SavedUpload } from '../../platform/http/upload-room-fs.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { maskPhoneNumbers } from '../../platform/process/phone-mask.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { textHash } from './current-takes.ts';
import { takeFileName } from './master.ts';
import type { SoundType } from './sound-type.ts';
import type { decode } from './take-decoder.ts';
import { dropRefused, insertTake, type Take, withdrawTake } from './takes-sql.ts';

/** Takes recordings in, and takes them back. */
export interface TakeBook {
  /** @throws a refusal for a file that is no recording; one with faults is kept back and says which */
  record(asked: Caller, script: RecordingScript, upload: SavedUpload): Promise<Take>;
  /** @throws a refusal where there is none */
  withdraw(asked: Caller, id: number): Promise<Take>;
}

const takeTask: DecoderTask<typeof decode> = {
  kind: 'recording',
  module: new URL('./take-decoder.ts', import.meta.url),
};

export function createTakeBook(options: {
  database: Pick<Database, 'pool'>;
  store: FileStore;
  decoders: Decoders;
  /** Told once a take counts, or counts no longer. */
  onChanged(): Promise<void>;
}): TakeBook {
  const {
    database: { pool },
    store,
    decoders,
    onChanged,
  } = options;

  async function process(script: RecordingScript, upload: SavedUpload, account: string) {
    const folder = await mkdtemp(join(tmpdir(), 'take-'));
    const key = randomUUID();
    try {
      const { path } = upload;
      const read = await decoders.readWhole(takeTask, { path, script, folder }, account);
      if (read.kind === 'refused')
        throw new Refusal(read.code, {}, { cause: new Error(read.message) });
      const { kind: _, ...taken } = read;
      try {
        await store.put(`${key}/${originalName(taken.type)}`, { path });
        if (taken.master !== null) {
          for (const format of takeFormats) {
            const name = takeFileName(format);
            await store.put(`${key}/${name}`, { path: join(folder, name) });
          }
        }
      } catch (error) {
        await deleteFiles(store, { key, type: taken.type });
        throw error;
      }
      return { key, ...taken };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  return {
    async record({ actor, requestId }, script, upload) {
      if (script.proposal) throw new Refusal('unchecked-script');
      const taken = await process(script, upload, actor.id);
      const dropped: Take[] = [];
      const take = await inTransaction(pool, async (tx) => {
        const stored = await insertTake(tx, {
          ...taken,
          script: script.id,
          textSha256: textHash(script),
          status: taken.master === null ? 'refused' : 'mastered',
          name: maskPhoneNumbers(upload.name).slice(0, 200),
          recordedBy: actor.name,
        });
        dropped.push(...(await dropRefused(tx, script.id, stored.id)));
        const { status, findings, master } = stored;
        const after = {
          script: script.id,
          status,
          findings: findings.map(({ code, weight }) => `${weight} ${code}`),
          ...(master && { seconds: master.seconds, lufs: master.lufs }),
        };
        const subject = `take/${stored.id}`;
        await writeAudit(tx, { actor, action: 'take.record', subject, after, requestId });
        return stored;
      }).catch(async (error: unknown) => {
        await deleteFiles(store, taken);
        throw error;
      });
      for (const old of dropped) await deleteFiles(store, old);
      await onChanged();
      return take;
    },
    async withdraw({ actor, requestId }, id) {
      const take = await inTransaction(pool, async (tx) => {
        const withdrawn = await withdrawTake(tx, id);
        if (withdrawn === undefined) throw new Refusal('no-such-take');
        const before = { script: withdrawn.script, status: withdrawn.status };
        const subject = `take/${id}`;
        await writeAudit(tx, { actor, action: 'take.withdraw', subject, before, requestId });
        return withdrawn;
      });
      await onChanged();
      return take;
    },
  };
}

/** Name of a recording as it came, in the folder of its take. */
export function originalName(type: SoundType): string {
  return `original.${type === 'mov' ? 'm4a' : type}`;
}

async function deleteFiles(
  store: FileStore,
  { key, type }: Pick<Take, 'key' | 'type'>,
): Promise<void> {
  await store.delete(`${key}/${originalName(type)}`);
  for (const format of takeFormats) await store.delete(`${key}/${takeFileName(format)}`);
}

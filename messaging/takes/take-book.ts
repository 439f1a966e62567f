import { randomUUID } from 'node:crypto';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '../../campaigns/offices/actor.ts';
import type { RecordingScript } from '../../campaigns/radio/script.ts';
import { takeFormats } from '../../campaigns/radio/take-format.ts';
import { writeAudit } from '../database/audit-log-sql.ts';
import type { Database } from '../database/database.ts';
import { inTransaction } from '../database/transaction.ts';
import type { FileStore } from '../files/file-store.ts';
import { ApiError } from '../http/api-error.ts';
import type { SavedUpload } from '../http/upload-room-fs.ts';
import { maskPhoneNumbers } from '../process/phone-mask.ts';
import { textHash } from './current-takes.ts';
import { decodeSound } from './decode.ts';
import { isRefused, judgeMaster, judgeTake } from './judge.ts';
import { masterTake, takeFileName } from './master.ts';
import { measureSound } from './measure.ts';
import { SoundError } from './sound-tool.ts';
import { type SoundType, soundHeadBytes, soundTypeOf } from './sound-type.ts';
import { dropRefused, insertTake, type Take, withdrawTake } from './takes-sql.ts';

export interface Asked {
  actor: Actor;
  requestId: string;
}

/** Takes recordings in, and takes them back. */
export interface TakeBook {
  /** @throws ApiError for a file that is no recording; one with faults is kept back and says which */
  record(asked: Asked, script: RecordingScript, upload: SavedUpload): Promise<Take>;
  /** @throws ApiError where there is none */
  withdraw(asked: Asked, id: number): Promise<Take>;
}

export function createTakeBook(options: {
  database: Pick<Database, 'pool'>;
  store: FileStore;
  /** Told once a take counts, or counts no longer. */
  onChanged(): Promise<void>;
}): TakeBook {
  const {
    database: { pool },
    store,
    onChanged,
  } = options;
  /** Mastering keeps a core busy for seconds: one at a time leaves the others to scans and calls. */
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const mine = turn.then(work, work);
    turn = mine.catch(() => {});
    return mine;
  };

  async function process(script: RecordingScript, upload: SavedUpload, type: SoundType) {
    const sound = await decodeSound(upload.path, type);
    const figures = measureSound(sound);
    const findings = judgeTake(figures, script);
    const folder = await mkdtemp(join(tmpdir(), 'take-'));
    const key = randomUUID();
    try {
      const recording = { path: upload.path, type, figures };
      const master = isRefused(findings) ? null : await masterTake(recording, script, folder);
      if (master !== null) findings.push(...judgeMaster(master.lufs, script.loudness.lufs));
      const kept = isRefused(findings) ? null : master;
      await store.put(`${key}/${originalName(type)}`, { path: upload.path });
      if (kept !== null) {
        for (const format of takeFormats) {
          const name = takeFileName(format);
          await store.put(`${key}/${name}`, { path: join(folder, name) });
        }
      }
      return { key, type, figures, findings, master: kept };
    } catch (error) {
      await deleteFiles(store, { key, type });
      throw error;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  return {
    async record({ actor, requestId }, script, upload) {
      if (script.proposal) throw new ApiError('unchecked-script');
      const type = soundTypeOf(await firstBytes(upload.path));
      if (type === null) throw new ApiError('wrong-sound-type');
      const taken = await inTurn(() => process(script, upload, type)).catch(asRefusal);
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
        if (withdrawn === undefined) throw new ApiError('no-such-take');
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

async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(
      Buffer.alloc(soundHeadBytes),
      0,
      soundHeadBytes,
      0,
    );
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function asRefusal(error: unknown): never {
  if (error instanceof SoundError) throw new ApiError(error.code, { cause: error });
  throw error;
}

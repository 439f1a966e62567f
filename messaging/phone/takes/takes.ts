import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordingScript } from '../../../campaigns/channels/radio/script.ts';
import { takeFormats } from '../../../campaigns/channels/radio/take-format.ts';
import { type ActOutcome, byOfficer, type HeldActs } from '../../kit/held-acts.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { Decoders, DecoderTask } from '../../platform/decoding/decoders.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import type { SavedUpload } from '../../platform/http/upload-room-fs.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { maskPhoneNumbers } from '../../platform/process/phone-mask.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { textHash } from './current-takes.ts';
import { type Air, airKind } from './held-takes.ts';
import { takeFileName } from './master.ts';
import type { SoundType } from './sound-type.ts';
import type { decode } from './take-decoder.ts';
import { dropRefused, findWaiting, insertTake, type Take, withdrawTake } from './takes-sql.ts';

export interface Recordings {
  database: Pick<Database, 'pool'>;
  store: FileStore;
  decoders: Decoders;
  heldActs: Pick<HeldActs, 'end' | 'lock'>;
  air: Air;
  /** Told once a take counts, or counts no longer. */
  onChanged(): Promise<void>;
}

const takeTask: DecoderTask<typeof decode> = {
  kind: 'recording',
  module: new URL('./take-decoder.ts', import.meta.url),
};

/**
 * Takes a recording in; one with faults is kept back and says which, another waits to be heard in place of one that waited.
 * @throws a refusal for a file that is no recording
 */
export async function recordTake(
  takes: Recordings,
  { script, upload }: { script: RecordingScript; upload: SavedUpload },
  caller: Caller,
): Promise<{ take: Take; outcome?: ActOutcome<void> }> {
  const { actor, requestId } = caller;
  const { database, store } = takes;
  if (script.proposal) throw new Refusal('unchecked-script');
  const read = await readUpload(takes, { script, upload }, actor.id);
  const dropped: Take[] = [];
  const recorded = await inTransaction(database.pool, async (tx) => {
    await takes.heldActs.lock(tx, airKind);
    const waited = read.master === null ? undefined : await findWaiting(tx, script.id);
    if (waited !== undefined)
      await withdraw(takes, tx, { id: waited.id, status: 'waiting' }, caller);
    const stored = await insertTake(tx, {
      ...read,
      script: script.id,
      textSha256: textHash(script),
      status: read.master === null ? 'refused' : 'waiting',
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
    if (status === 'refused') return { take: stored };
    const wanted = { input: { id: stored.id }, subject, reason: '', within: tx };
    return { take: stored, outcome: await takes.air({ ...wanted, ...byOfficer(caller) }) };
  }).catch(async (error: unknown) => {
    await deleteFiles(store, read);
    throw error;
  });
  for (const old of dropped) await deleteFiles(store, old);
  await takes.onChanged();
  return recorded;
}

/** @throws a refusal where there is none */
export async function takeBack(takes: Recordings, id: number, caller: Caller): Promise<Take> {
  const take = await inTransaction(takes.database.pool, async (tx) => {
    const withdrawn = await withdraw(takes, tx, { id }, caller);
    if (withdrawn === undefined) throw new Refusal('no-such-take');
    return withdrawn;
  });
  await takes.onChanged();
  return take;
}

/** With what waits for it. A status, if given, is that which it must still have. */
async function withdraw(
  { heldActs }: Recordings,
  tx: Queryable,
  { id, status }: Pick<Take, 'id'> & Partial<Pick<Take, 'status'>>,
  { actor, requestId }: Caller,
): Promise<Take | undefined> {
  const subject = `take/${id}`;
  await heldActs.end(tx, { kind: airKind, subject, by: actor.name });
  const withdrawn = await withdrawTake(tx, id, status);
  if (withdrawn === undefined) return undefined;
  const before = { script: withdrawn.script, status: withdrawn.status };
  await writeAudit(tx, { actor, action: 'take.withdraw', subject, before, requestId });
  return withdrawn;
}

/** Checks and masters an upload, and stores what came of it under a new key. */
async function readUpload(
  { store, decoders }: Recordings,
  { script, upload: { path } }: { script: RecordingScript; upload: SavedUpload },
  account: string,
) {
  const folder = await mkdtemp(join(tmpdir(), 'take-'));
  try {
    const read = await decoders.readWhole(takeTask, { path, script, folder }, account);
    if (read.kind === 'refused') {
      throw new Refusal(read.code, {}, { cause: new Error(read.message) });
    }
    const { kind: _, ...sound } = read;
    const key = randomUUID();
    await storeFiles(store, { key, path, folder, ...sound }).catch(async (error: unknown) => {
      await deleteFiles(store, { key, type: sound.type });
      throw error;
    });
    return { key, ...sound };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function storeFiles(
  store: FileStore,
  take: Pick<Take, 'key' | 'type' | 'master'> & { path: string; folder: string },
): Promise<void> {
  await store.put(`${take.key}/${originalName(take.type)}`, { path: take.path });
  if (take.master === null) return;
  for (const name of takeFormats.map(takeFileName)) {
    await store.put(`${take.key}/${name}`, { path: join(take.folder, name) });
  }
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

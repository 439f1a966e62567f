import { constants } from 'node:fs';
import { open, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { syncPath } from '../../../campaigns/files/sync-fs.ts';
import type { Submission } from '../ledger/ledger-sql.ts';

export type Handed = Pick<Submission, 'id' | 'attempt'>;

/**
 * Messages that are handed to a socket and have no answer yet. A mark is on the disk before a byte of its message leaves, so
 * that after a kill or a power cut whatever has none surely never left.
 */
export interface HandedMarks {
  /** Resolves to whether they are marked. */
  mark(list: readonly Handed[]): Promise<boolean>;
  /** Their answers are in the ledger. It takes effect with the next mark: until then a mark says too much, never too little. */
  clear(list: readonly Handed[]): void;
  close(): Promise<void>;
}

// The file has two halves, written by turns, so that a torn write leaves the marks before it. A half is length (4), CRC-32 (4)
// of the rest, turn (8), sender (4), then for each mark its row (8) and attempt (4).
const halfBytes = 128 * 1024;
const headBytes = 20;
const entryBytes = 12;
const mostMarks = Math.floor((halfBytes - headBytes) / entryBytes);

const pathIn = (folder: string) => join(folder, 'handed');

/** @param sender names this process in the ledger */
export async function openHandedMarks(folder: string, sender: number): Promise<HandedMarks> {
  const path = pathIn(folder);
  const fresh = await open(path, 'w', 0o600);
  const head = writeHalf({ turn: 0n, sender, marks: new Map() });
  await fresh.writeFile(Buffer.concat([head, Buffer.alloc(2 * halfBytes - head.length)]));
  await fresh.sync();
  await fresh.close();
  await syncPath(folder);
  const file = await open(path, constants.O_WRONLY | constants.O_DSYNC);
  const marks = new Map<string, number>();
  let turn = 0n;
  let next: Promise<boolean> | undefined;
  let running: Promise<unknown> = Promise.resolve();

  async function write(): Promise<boolean> {
    // Those of the same turn of the event loop go together.
    await new Promise((resolve) => setImmediate(resolve));
    next = undefined;
    turn += 1n;
    const half = writeHalf({ turn, sender, marks });
    const at = Number(turn % 2n) * halfBytes;
    const { bytesWritten } = await file.write(half, 0, half.length, at);
    return bytesWritten === half.length;
  }

  return {
    async mark(list) {
      if (marks.size + list.length > mostMarks) return false;
      for (const { id, attempt } of list) marks.set(id, attempt);
      next ??= running.then(write, write);
      running = next;
      try {
        if (await next) return true;
      } catch {
        // As a part of it.
      }
      for (const { id } of list) marks.delete(id);
      return false;
    },
    clear(list) {
      for (const { id, attempt } of list) if (marks.get(id) === attempt) marks.delete(id);
    },
    async close() {
      await running.catch(() => undefined);
      await file.close();
      if (marks.size === 0) await unlink(path);
    },
  };
}

interface Half {
  turn: bigint;
  sender: number;
  marks: ReadonlyMap<string, number>;
}

function writeHalf({ turn, sender, marks }: Half): Buffer {
  const half = Buffer.alloc(headBytes + marks.size * entryBytes);
  half.writeUInt32LE(half.length, 0);
  half.writeBigUInt64LE(turn, 8);
  half.writeInt32LE(sender, 16);
  let at = headBytes;
  for (const [id, attempt] of marks) {
    half.writeBigUInt64LE(BigInt(id), at);
    half.writeUInt32LE(attempt, at + 8);
    at += entryBytes;
  }
  half.writeUInt32LE(crc32(half.subarray(8)), 4);
  return half;
}

function readHalf(bytes: Buffer): (Half & { marks: Map<string, number> }) | null {
  if (bytes.length < headBytes) return null;
  const length = bytes.readUInt32LE(0);
  if (length < headBytes || length > bytes.length) return null;
  const half = bytes.subarray(0, length);
  if (crc32(half.subarray(8)) !== half.readUInt32LE(4)) return null;
  const marks = new Map<string, number>();
  for (let at = headBytes; at < length; at += entryBytes) {
    marks.set(String(half.readBigUInt64LE(at)), half.readUInt32LE(at + 8));
  }
  return { turn: half.readBigUInt64LE(8), sender: half.readInt32LE(16), marks };
}

/** Marks that a process left when it died; null where it left none, or none that can be read: then all of it is in doubt. */
export async function readHandedMarks(
  folder: string,
): Promise<{ sender: number; handed: Handed[] } | null> {
  const bytes = await readFile(pathIn(folder)).catch(() => null);
  if (bytes === null) return null;
  const [last] = [bytes.subarray(0, halfBytes), bytes.subarray(halfBytes)]
    .flatMap((half) => readHalf(half) ?? [])
    .sort((one, other) => Number(other.turn - one.turn));
  if (last === undefined) return null;
  const { sender, marks } = last;
  return { sender, handed: [...marks].map(([id, attempt]) => ({ id, attempt })) };
}

export async function deleteHandedMarks(folder: string): Promise<void> {
  await unlink(pathIn(folder)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
}

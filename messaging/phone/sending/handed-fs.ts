import { constants, writeSync } from 'node:fs';
import { open, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { syncPath } from '../../../campaigns/files/sync-fs.ts';
import type { Submission } from '../ledger/ledger-sql.ts';

export type Handed = Pick<Submission, 'id' | 'attempt'>;

/**
 * Messages that are handed to a socket and have no answer yet. A mark is on the disk before a byte of its message leaves, so
 * that after a power cut a message without one surely never left. Most of a place's time may be the disk's: so the moment of
 * leaving is noted as well, unsynced, which a kill of the process does not lose.
 */
export interface HandedMarks {
  /** Resolves to whether they may leave, at once: they are marked, and noted as leaving. */
  hand(list: readonly Handed[]): Promise<boolean>;
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
// Behind the halves: the machine's boot (16), then a place for each mark, filled with its row and attempt as it leaves.
const bootAt = 2 * halfBytes;
const bootBytes = 16;
const placesAt = bootAt + bootBytes;

interface Mark {
  attempt: number;
  place: number;
}

const pathIn = (folder: string) => join(folder, 'handed');

/** @param sender names this process in the ledger */
export async function openHandedMarks(folder: string, sender: number): Promise<HandedMarks> {
  const path = pathIn(folder);
  const unsynced = await open(path, 'w', 0o600);
  const content = Buffer.alloc(placesAt + mostMarks * entryBytes);
  writeHalf({ turn: 0n, sender, marks: new Map() }).copy(content);
  (await readBoot())?.copy(content, bootAt);
  await unsynced.writeFile(content);
  await unsynced.sync();
  await syncPath(folder);
  const file = await open(path, constants.O_WRONLY | constants.O_DSYNC);
  const marks = new Map<string, Mark>();
  const free = Array.from({ length: mostMarks }, (_, place) => place);
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

  function leave(list: readonly Handed[]): void {
    for (const { id, attempt } of list) {
      const { place = 0 } = marks.get(id) ?? {};
      writeSync(unsynced.fd, writeEntry(id, attempt), 0, entryBytes, placesAt + place * entryBytes);
    }
  }

  function clear(list: readonly Handed[]): void {
    for (const { id, attempt } of list) {
      const mark = marks.get(id);
      if (mark?.attempt !== attempt) continue;
      marks.delete(id);
      free.push(mark.place);
    }
  }

  return {
    async hand(list) {
      if (marks.size + list.length > mostMarks) return false;
      for (const { id, attempt } of list) {
        const place = marks.get(id)?.place ?? free.pop() ?? 0;
        marks.set(id, { attempt, place });
      }
      next ??= running.then(write, write);
      running = next;
      try {
        if (await next) {
          // Each request in a turn of its own, so that none is noted and then waits for the others to be written.
          await new Promise((resolve) => setImmediate(resolve));
          leave(list);
          return true;
        }
      } catch {
        // As a part of it.
      }
      clear(list);
      return false;
    },
    clear,
    async close() {
      await running.catch(() => undefined);
      await Promise.all([file.close(), unsynced.close()]);
      if (marks.size === 0) await unlink(path);
    },
  };
}

interface Half {
  turn: bigint;
  sender: number;
  marks: ReadonlyMap<string, Pick<Mark, 'attempt'>>;
}

function writeHalf({ turn, sender, marks }: Half): Buffer {
  const half = Buffer.alloc(headBytes + marks.size * entryBytes);
  half.writeUInt32LE(half.length, 0);
  half.writeBigUInt64LE(turn, 8);
  half.writeInt32LE(sender, 16);
  let at = headBytes;
  for (const [id, { attempt }] of marks) {
    writeEntry(id, attempt).copy(half, at);
    at += entryBytes;
  }
  half.writeUInt32LE(crc32(half.subarray(8)), 4);
  return half;
}

function writeEntry(id: string, attempt: number): Buffer {
  const entry = Buffer.alloc(entryBytes);
  entry.writeBigUInt64LE(BigInt(id));
  entry.writeUInt32LE(attempt, 8);
  return entry;
}

function readEntries(bytes: Buffer): Handed[] {
  return Array.from({ length: Math.floor(bytes.length / entryBytes) }, (_, index) => ({
    id: String(bytes.readBigUInt64LE(index * entryBytes)),
    attempt: bytes.readUInt32LE(index * entryBytes + 8),
  }));
}

/** Names this run of the machine, since when what was written unsynced is there; null where it has no name. */
async function readBoot(): Promise<Buffer | null> {
  const text = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  const boot = Buffer.from(text.replaceAll('-', ''), 'hex');
  return boot.length === bootBytes ? boot : null;
}

function readHalf(bytes: Buffer): { turn: bigint; sender: number; handed: Handed[] } | null {
  if (bytes.length < headBytes) return null;
  const length = bytes.readUInt32LE(0);
  if (length < headBytes || length > bytes.length) return null;
  const half = bytes.subarray(0, length);
  if (crc32(half.subarray(8)) !== half.readUInt32LE(4)) return null;
  const handed = readEntries(half.subarray(headBytes));
  return { turn: half.readBigUInt64LE(8), sender: half.readInt32LE(16), handed };
}

/** Messages that had left when a process died; null where it left no marks, or none that can be read: then all of it is in doubt. */
export async function readHandedMarks(
  folder: string,
): Promise<{ sender: number; handed: Handed[] } | null> {
  const bytes = await readFile(pathIn(folder)).catch(() => null);
  if (bytes === null) return null;
  const [last] = [bytes.subarray(0, halfBytes), bytes.subarray(halfBytes, bootAt)]
    .flatMap((half) => readHalf(half) ?? [])
    .sort((one, other) => Number(other.turn - one.turn));
  if (last === undefined) return null;
  const { sender, handed } = last;
  const boot = await readBoot();
  if (boot?.equals(bytes.subarray(bootAt, placesAt)) !== true) return { sender, handed };
  // An earlier attempt may be noted at another place.
  const name = ({ id, attempt }: Handed) => `${id} ${attempt}`;
  const noted = new Set(readEntries(bytes.subarray(placesAt)).map(name));
  return { sender, handed: handed.filter((one) => noted.has(name(one))) };
}

export async function deleteHandedMarks(folder: string): Promise<void> {
  await unlink(pathIn(folder)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
}

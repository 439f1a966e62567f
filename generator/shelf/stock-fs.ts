import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, rmSync, statSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { tryFileLock } from '../../campaigns/files/file-lock-fs.ts';
import { readListing } from '../../campaigns/files/listing-fs.ts';
import { syncPath } from '../../campaigns/files/sync-fs.ts';
import { writeWholeText } from '../../campaigns/files/whole-file-fs.ts';
import {
  type PlannedShelfFile,
  type ShelfChannel,
  type ShelfFile,
  shelfSchema,
} from '../../campaigns/shelf.ts';
import { inRoom, type ShelfItem } from './item.ts';

export interface Stocking {
  /** The print folder. */
  out: string;
  campaign: string;
  channel: ShelfChannel;
  items: readonly ShelfItem[];
  /** Whether the items are all that the channel has: other files of the shelf are then left-overs. */
  whole: boolean;
  /** Makes everything again. */
  force: boolean;
  signal: AbortSignal;
  /** Told after each item, the fresh ones included. */
  onItem?(done: number, total: number): void;
  /** Told within an item that says how far it is, with the path of its first file. */
  onStep?: ((what: string, done: number, total: number) => void) | undefined;
}

export interface Stocked {
  made: number;
  fresh: number;
  removed: number;
  faults: { what: string; message: string }[];
}

/**
 * Makes the items of a channel that are missing or no longer true, one after the other. Files are whole or absent,
 * and what is made is in `shelf.json` at once: a run that is stopped or killed goes on where it was. One item
 * that fails leaves the others.
 * @throws when another run is at work on the same channel
 */
export async function stockShelf(stocking: Stocking): Promise<Stocked> {
  const { out, channel, items, whole, force, signal, onItem, onStep } = stocking;
  const folder = join(out, channel);
  mkdirSync(folder, { recursive: true });
  const lock = tryFileLock(join(folder, '.run.lock'));
  if (lock === null)
    throw new Error(`Another run is writing into ${folder}; wait for it or stop it.`);
  const room = join(folder, '.unfinished');
  try {
    if (whole) writePlan(stocking);
    const kept = new Map(readShelf(stocking).map((file) => [file.path, file]));
    const stocked: Stocked = { made: 0, fresh: 0, removed: 0, faults: [] };
    for (const [index, item] of items.entries()) {
      if (signal.aborted) break;
      if (!force && item.files.every((file) => isFresh(out, kept.get(file.path), item, file))) {
        stocked.fresh += item.files.length;
      } else {
        try {
          for (const file of await make(item, { out, channel, room, signal, onStep })) {
            kept.set(file.path, file);
          }
          stocked.made += item.files.length;
          writeShelf(stocking, kept);
        } catch (error) {
          if (signal.aborted) break;
          const what = item.files[0]?.path ?? channel;
          stocked.faults.push({ what, message: (error as Error).message });
        }
      }
      onItem?.(index + 1, items.length);
    }
    if (whole && !signal.aborted) stocked.removed = removeOthers(stocking, kept);
    return stocked;
  } finally {
    rmSync(room, { recursive: true, force: true });
    lock.release();
  }
}

/** Lists what the channel will hold, so that pages can be built before it is made. */
export function writePlan({
  out,
  campaign,
  channel,
  items,
}: Pick<Stocking, 'out' | 'campaign' | 'channel' | 'items'>): void {
  mkdirSync(join(out, channel), { recursive: true });
  const files = items.flatMap((item) => item.files);
  writeWholeText(join(out, channel, 'plan.json'), lines(campaign, channel, files));
}

function isFresh(
  out: string,
  kept: ShelfFile | undefined,
  { inputs }: ShelfItem,
  file: PlannedShelfFile,
): boolean {
  if (kept?.inputs !== inputs) return false;
  const { bytes, sha256, inputs: of, ...planned } = kept;
  const size = statSync(join(out, file.path), { throwIfNoEntry: false })?.size;
  return size === bytes && JSON.stringify(sorted(planned)) === JSON.stringify(sorted(file));
}

function sorted(file: object): [string, unknown][] {
  return Object.entries(file).sort(([a], [b]) => (a < b ? -1 : 1));
}

async function make(
  item: ShelfItem,
  at: Pick<Stocking, 'out' | 'channel' | 'signal' | 'onStep'> & { room: string },
): Promise<ShelfFile[]> {
  const { out, channel, room, signal, onStep } = at;
  rmSync(room, { recursive: true, force: true });
  mkdirSync(room, { recursive: true });
  const places = item.files.map((file) => {
    if (!file.path.startsWith(`${channel}/`)) {
      throw new Error(`Expected a path below ${channel}/, got ${file.path}`);
    }
    return { file, made: inRoom(room, file.path) };
  });
  for (const { made } of places) mkdirSync(dirname(made), { recursive: true });
  const what = item.files[0]?.path ?? channel;
  await item.make(room, signal, (done, total) => onStep?.(what, done, total));
  signal.throwIfAborted();
  const files: ShelfFile[] = [];
  for (const { file, made } of places) {
    const bytes = statSync(made, { throwIfNoEntry: false })?.size ?? 0;
    if (bytes === 0) throw new Error(`Expected ${file.path} to be made, got nothing`);
    await syncPath(made);
    files.push({ ...file, bytes, sha256: await hashFile(made), inputs: item.inputs });
  }
  for (const { file, made } of places) {
    const target = join(out, file.path);
    mkdirSync(dirname(target), { recursive: true });
    await rename(made, target);
  }
  return files;
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

function readShelf({ out, campaign, channel }: Stocking): ShelfFile[] {
  const shelf = readListing(join(out, channel, 'shelf.json'), shelfSchema);
  // Of another campaign: all of it is made again.
  return shelf?.campaign === campaign ? shelf.files : [];
}

function writeShelf(
  { out, campaign, channel }: Stocking,
  kept: ReadonlyMap<string, ShelfFile>,
): void {
  const files = [...kept.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  writeWholeText(join(out, channel, 'shelf.json'), lines(campaign, channel, files));
}

function removeOthers(stocking: Stocking, kept: Map<string, ShelfFile>): number {
  const planned = new Set(stocking.items.flatMap(({ files }) => files.map(({ path }) => path)));
  // What was made for one district or station on demand is no part of the plan and stays.
  const gone = [...kept.values()].filter(
    ({ path, district }) => district === null && !planned.has(path),
  );
  for (const { path } of gone) {
    rmSync(join(stocking.out, path), { force: true });
    kept.delete(path);
  }
  if (gone.length > 0) writeShelf(stocking, kept);
  return gone.length;
}

function lines(campaign: string, channel: ShelfChannel, files: readonly object[]): string {
  const each = files.map((file) => `    ${JSON.stringify(file)}`).join(',\n');
  const head = `  "campaign": ${JSON.stringify(campaign)},\n  "channel": "${channel}",\n`;
  return `{\n${head}  "files": [\n${each}\n  ]\n}\n`;
}

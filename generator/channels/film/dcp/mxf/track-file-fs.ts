import { type FileHandle, open } from 'node:fs/promises';
import {
  constantIndex,
  essenceContainers,
  headerMetadata,
  partitionPack,
  randomIndexPack,
  streamIds,
  variableIndex,
} from './header-metadata.ts';
import type { Essence, TrackFacts } from './packages.ts';
import { essenceKeys, fill, keyLength, keyLengthBytes } from './values.ts';

/** Header partition with its fill; the essence may be written before the header is known. */
const headerBytes = 16_384;

export interface TrackFile {
  write(frame: Buffer): Promise<void>;
  /** Frames written so far. */
  readonly duration: number;
  /** Writes index, footer and header; the file is whole then. */
  close(facts: Omit<TrackFacts, 'essence' | 'duration'>): Promise<void>;
  /** Lets go of a file that will not be finished; nothing after `close`. */
  abandon(): Promise<void>;
}

/**
 * Opens a track file of ST 429-3 (picture: ST 429-4): header partition, body partition with a KLV packet a frame, footer
 * with the index table, random index pack. One frame is in memory.
 */
export async function openTrackFile(path: string, essence: Essence): Promise<TrackFile> {
  const handle = await open(path, 'wx');
  const containers = essenceContainers(essence);
  const body = { kind: 'body', at: headerBytes, previous: 0, bodySid: streamIds.body } as const;
  const rest = { essenceContainers: containers, headerBytes: 0, indexBytes: 0, indexSid: 0 };
  const essenceStart = headerBytes + partitionPack({ ...body, ...rest, footer: 0 }).length;
  const offsets: number[] = [];
  let end = essenceStart;
  let isOpen = true;
  const letGo = async () => {
    if (isOpen) await handle.close();
    isOpen = false;
  };
  return {
    abandon: letGo,
    get duration() {
      return offsets.length;
    },
    async write(frame) {
      offsets.push(end - essenceStart);
      const head = keyLength(essenceKeys[essence], frame.length);
      await writeAll(handle, [head, frame], end);
      end += head.length + frame.length;
    },
    async close(facts) {
      const duration = offsets.length;
      const footer = end;
      const index =
        essence === 'picture'
          ? variableIndex(facts.id, offsets)
          : constantIndex(facts.id, (footer - essenceStart) / duration, duration);
      const foot = partitionPack({
        ...rest,
        kind: 'footer',
        at: footer,
        previous: body.at,
        footer,
        indexBytes: index.length,
        indexSid: streamIds.index,
        bodySid: 0,
      });
      const pairs = [{ bodySid: 0, at: 0 }, body, { bodySid: 0, at: footer }];
      await writeAll(handle, [foot, index, randomIndexPack(pairs)], footer);
      const header = headerPartition({ ...facts, essence, duration }, footer, containers);
      await writeAll(handle, [header, partitionPack({ ...body, ...rest, footer })], 0);
      await letGo();
    },
  };
}

function headerPartition(facts: TrackFacts, footer: number, containers: Buffer): Buffer {
  const writePack = (bytes: number) =>
    partitionPack({
      kind: 'header',
      at: 0,
      previous: 0,
      footer,
      headerBytes: bytes,
      indexBytes: 0,
      indexSid: 0,
      bodySid: 0,
      essenceContainers: containers,
    });
  const packBytes = writePack(0).length;
  const metadata = headerMetadata(facts);
  const filled = headerBytes - packBytes - metadata.length;
  if (filled < keyLengthBytes) {
    throw new Error(`Expected at most ${headerBytes} bytes of header, got ${headerBytes - filled}`);
  }
  return Buffer.concat([writePack(headerBytes - packBytes), metadata, fill(filled)]);
}

async function writeAll(handle: FileHandle, parts: Buffer[], at: number): Promise<void> {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const { bytesWritten } = await handle.writev(parts, at);
  if (bytesWritten !== length) {
    throw new Error(`Expected ${length} bytes to be written, got ${bytesWritten}`);
  }
}

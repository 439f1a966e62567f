import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PlannedShelfFile } from '../../../../campaigns/shelf.ts';
import { plainFile, type ShelfItem } from '../../../shelf/item.ts';
import { type CompositionName, compositionName } from './composition-name.ts';
import { encodeFrames, type Frame } from './encode.ts';
import { editRate } from './mxf/packages.ts';
import { writePackage } from './package-fs.ts';
import { type HallSound, hallSound } from './sound.ts';
import { readWav } from './wav.ts';
import { zipPackage } from './zip-fs.ts';

/** Raised when the package would come out otherwise from the same film. */
const writerVersion = 1;

/** 1.85:1 of 2K (ST 428-1). */
export const dcpSize = { width: 1998, height: 1080 } as const;

export type DcpOrder = CompositionName & {
  /** File in the channel's folder, without its ending: `upcop-dcp`. */
  file: string;
  /** Whole frames of 24 a second, 1998×1080 RGBA in sRGB; asked for when the package is made. */
  frames(): AsyncIterable<Frame>;
  /** Writes a 48 kHz WAV of one, two or six channels into the folder and says where; null for a silent film. */
  sound: ((room: string, signal: AbortSignal) => Promise<string>) | null;
  seconds: number;
  fullTitle: { text: string; language: string };
  issuer: string;
  creator: string;
  /** Hash of all that frames and sound depend on. */
  inputs: string;
  code: string | null;
  url: string | null;
  preview: string | null;
  /** Told the sound's loudness once it is known. */
  onSound?(loudness: HallSound['leqM']): void;
};

/**
 * The film as a SMPTE D-cinema package, on the shelf as one stored ZIP. Its names are upper case (`ASSETMAP.xml`) and say
 * what the naming convention asks for, which paths of the shelf do not; a hall's server wants all or nothing of it, and
 * one file is one download.
 */
export function dcpItem(input: DcpOrder): ShelfItem {
  // Without sound nothing is spoken.
  const order = input.sound === null ? { ...input, language: null } : input;
  const { file, seconds, code, url, preview, language } = order;
  const name = compositionName(order);
  const planned: PlannedShelfFile = {
    ...plainFile,
    item: 'dcp',
    format: 'zip',
    path: `film/${file}.zip`,
    language: language === 'hi' || language === 'en' ? language : null,
    px: dcpSize,
    seconds,
    code,
    url,
    preview,
  };
  // Where the sound lies does not matter; what it says is in `inputs`.
  const said = { ...order, sound: order.sound !== null };
  const hash = createHash('sha256').update(JSON.stringify([writerVersion, name, said]));
  return {
    files: [planned],
    inputs: hash.digest('hex'),
    make: (room, signal) => makePackage(order, { name, room, signal }),
  };
}

async function makePackage(
  order: DcpOrder,
  { name, room, signal }: { name: string; room: string; signal: AbortSignal },
): Promise<void> {
  const frames = order.seconds * editRate;
  if (!Number.isInteger(frames)) {
    throw new Error(`Expected whole frames of ${editRate} a second, got ${order.seconds} s`);
  }
  const file = await order.sound?.(room, signal);
  const wav = file === undefined ? null : readWav(await readFile(file), file);
  const { channels, leqM } = hallSound(wav, frames);
  order.onSound?.(leqM);
  const folder = join(room, 'package');
  const files = await writePackage(
    folder,
    {
      ...order,
      name,
      frames,
      channels,
      versionNumber: order.version,
      issuedAt: `${order.issued}T00:00:00+00:00`,
      pictures: encodeFrames(order.frames(), dcpSize, signal),
    },
    signal,
  );
  await zipPackage(join(room, `${order.file}.zip`), { folder, inside: name, files, signal });
  await rm(folder, { recursive: true });
}

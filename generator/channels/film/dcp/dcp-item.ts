import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PlannedShelfFile } from '../../../../campaigns/shelf.ts';
import { inRoom, plainFile, type ShelfItem } from '../../../shelf/item.ts';
import { encodeFrames, type Frame } from './encode.ts';
import { editRate } from './mxf/packages.ts';
import { writePackage, zipPackage } from './package-fs.ts';
import { type HallSound, hallSound, readWav } from './sound.ts';

/** Raised when the package would come out otherwise from the same film. */
const writerVersion = 1;

/** 1.85:1 of 2K (ST 428-1). */
export const dcpSize = { width: 1998, height: 1080 } as const;

export type DcpOrder = CompositionName & {
  /** Of the ZIP, from the channel's folder on. */
  path: string;
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
  const { path, seconds, code, url, preview, language } = order;
  const name = compositionName(order);
  const planned: PlannedShelfFile = {
    ...plainFile,
    item: 'dcp',
    format: 'zip',
    path,
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
  await zipPackage(inRoom(room, order.path), { folder, inside: name, files, signal });
  await rm(folder, { recursive: true });
}

export interface CompositionName {
  /** Without spaces and underscores, as the naming convention writes it: `UpCop`. */
  title: string;
  /** Version of the public service announcement. */
  version: number;
  /** Spoken language as a two-letter code, null for a film without words. */
  language: string | null;
  /** Language of captions that are part of the picture, null without; signs in the picture do not count. */
  captions: string | null;
  territory: string;
  /** The certificate's rating, null before there is one: an advertisement may not be shown without (Cinematograph Act, s. 4). */
  rating: string | null;
  /** Two to four letters each. */
  studio: string;
  facility: string;
  /** Day of the issue, `2026-11-25`. */
  issued: string;
}

export const mostTitleCharacters = 15;

/**
 * The composition's name by the Digital Cinema Naming Convention (ISDCF Document 9):
 * `UpCop_PSA-1_F_HI-hi_IN-U_51_2K_UPP_20261125_UPP_SMPTE_OV`. A projectionist reads from it what the file is.
 */
export function compositionName(parts: CompositionName): string {
  const { title, version, language, captions, territory, rating, studio, facility, issued } = parts;
  const needed: [name: string, value: string, pattern: RegExp][] = [
    ['title', title, new RegExp(`^[A-Za-z0-9-]{1,${mostTitleCharacters}}$`)],
    ['version', String(version), /^[1-9][0-9]?$/],
    ['language', language ?? 'XX', /^[A-Za-z]{2,3}$/],
    ['captions', captions ?? 'xx', /^[a-z]{2,3}$/],
    ['territory', territory, /^[A-Z]{2,3}$/],
    ['rating', rating ?? 'U', /^[A-Z0-9]{1,4}$/],
    ['studio', studio, /^[A-Z0-9]{2,4}$/],
    ['facility', facility, /^[A-Z0-9]{2,4}$/],
    ['issued', issued, /^\d{4}-\d{2}-\d{2}$/],
  ];
  for (const [name, value, pattern] of needed) {
    if (!pattern.test(value)) {
      throw new Error(`Expected ${name} of the composition to match ${pattern}, got "${value}"`);
    }
  }
  return [
    title,
    `PSA-${version}`,
    // 1.85:1, "flat".
    'F',
    // In small letters: they are part of the picture, and no server switches them off (Appendix 1).
    `${(language ?? 'xx').toUpperCase()}-${captions ?? 'XX'}`,
    rating === null ? territory : `${territory}-${rating}`,
    '51',
    '2K',
    studio,
    issued.replaceAll('-', ''),
    facility,
    'SMPTE',
    'OV',
  ].join('_');
}

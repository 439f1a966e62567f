import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { planZip } from '../../../../campaigns/files/zip.ts';
import { type CodestreamHeader, readCodestreamHeader } from './codestream.ts';
import type { CodedFrame } from './encode.ts';
import {
  type Descriptors,
  mcaLabels,
  pictureDescriptors,
  soundDescriptors,
} from './mxf/descriptors.ts';
import { openTrackFile } from './mxf/track-file-fs.ts';
import { soundFrame } from './sound.ts';
import { makeUuid } from './uuid.ts';
import { type Composition, compositionPlaylist } from './xml/composition-playlist.ts';
import { assetMap, type PackedFile, packingList, volumeIndex } from './xml/packing-list.ts';

/** Code for sound without words, which has no language for ISO 639 to name. */
const noLanguage = 'zxx';

export type PackageOrder = Omit<Composition, 'picture' | 'sound' | 'duration'> & {
  /** Must come to this many. */
  frames: number;
  pictures: AsyncIterable<CodedFrame>;
  /** L, R, C, LFE, Ls, Rs. */
  channels: readonly Float32Array[];
  /** Language of the voice; null without words. */
  language: string | null;
};

export type PackageFile = FileSums & { file: string };

/**
 * Writes a D-cinema package into an empty folder: two track files, composition playlist, packing list, asset map and
 * volume index. Ids are made of the content: the same film with the same date gives the same bytes.
 * @throws when the pictures are another number than the film's
 */
export async function writePackage(
  folder: string,
  order: PackageOrder,
  signal?: AbortSignal,
): Promise<PackageFile[]> {
  const { frames, name, issuer, creator, issuedAt } = order;
  await mkdir(folder, { recursive: true });
  const created = new Date(issuedAt);
  const picture = await writePicture(folder, { ...order, created });
  signal?.throwIfAborted();
  const sound = await writeSound(folder, { ...order, created });
  const put = async (id: string, path: string, type: PackedFile['type']): Promise<Packed> => {
    return { id, file: path, type, ...(await sumFile(join(folder, path), signal)) };
  };
  const tracks = [
    await put(picture.id, picture.file, 'application/mxf'),
    await put(sound.id, sound.file, 'application/mxf'),
  ] as const;
  const playlist = compositionPlaylist({
    ...order,
    duration: frames,
    picture: { ...picture.coded, id: picture.id, hash: tracks[0].hash },
    sound: {
      id: sound.id,
      hash: tracks[1].hash,
      language: order.language ?? noLanguage,
      labels: sound.labels,
    },
  });
  const playlistFile = `cpl_${playlist.id}.xml`;
  await writeFile(join(folder, playlistFile), playlist.xml);
  const packed = [...tracks, await put(playlist.id, playlistFile, 'text/xml')];
  const issue = { name, issuer, creator, issuedAt };
  const list = packingList(issue, packed);
  const listFile = `pkl_${list.id}.xml`;
  await writeFile(join(folder, listFile), list.xml);
  const mapped = [...packed, await put(list.id, listFile, 'text/xml')];
  await writeFile(join(folder, 'ASSETMAP.xml'), assetMap(issue, mapped, list.id));
  await writeFile(join(folder, 'VOLINDEX.xml'), volumeIndex());
  const rest = ['ASSETMAP.xml', 'VOLINDEX.xml'].map(async (file) => ({
    file,
    ...(await sumFile(join(folder, file))),
  }));
  return [...(await Promise.all(rest)), ...mapped];
}

type Packed = PackedFile & FileSums;

async function writePicture(
  folder: string,
  { pictures, frames, created }: PackageOrder & { created: Date },
): Promise<{ id: string; file: string; coded: CodestreamHeader }> {
  const unnamed = join(folder, 'picture.mxf');
  const track = await openTrackFile(unnamed, 'picture');
  const content = createHash('sha1');
  let coded: CodestreamHeader | undefined;
  try {
    for await (const { codestream, repeats } of pictures) {
      coded ??= readCodestreamHeader(codestream);
      content.update(`${repeats} ${codestream.length}\n`).update(codestream);
      for (let time = 0; time < repeats; time += 1) await track.write(codestream);
    }
    if (coded === undefined || track.duration !== frames) {
      throw new Error(`Expected ${frames} frames of picture, got ${track.duration}`);
    }
    const id = makeUuid('picture', content.digest('hex'), created.toISOString());
    await track.close({ id, created, descriptors: pictureDescriptors(id, coded) });
    return { id, coded, file: await named(folder, unnamed, `j2c_${id}.mxf`) };
  } finally {
    await track.abandon();
  }
}

async function writeSound(
  folder: string,
  { channels, frames, language, created }: PackageOrder & { created: Date },
) {
  const unnamed = join(folder, 'sound.mxf');
  const track = await openTrackFile(unnamed, 'sound');
  const content = createHash('sha1').update(language ?? noLanguage);
  try {
    for (let frame = 0; frame < frames; frame += 1) {
      const samples = soundFrame(channels, frame);
      content.update(samples);
      await track.write(samples);
    }
    const id = makeUuid('sound', content.digest('hex'), created.toISOString());
    const labels = mcaLabels(id, language ?? noLanguage);
    const descriptors: Descriptors = soundDescriptors(id, labels);
    await track.close({ id, created, descriptors });
    return { id, labels, file: await named(folder, unnamed, `pcm_${id}.mxf`) };
  } finally {
    await track.abandon();
  }
}

async function named(folder: string, from: string, file: string): Promise<string> {
  await rename(from, join(folder, file));
  return file;
}

export interface FileSums {
  bytes: number;
  /** SHA-1 in base 64, as ST 429-8, 6.3 writes it. */
  hash: string;
  /** As a ZIP wants it. */
  crc32: number;
}

/** Length, hash and checksum of a file in one pass. */
export async function sumFile(path: string, signal?: AbortSignal): Promise<FileSums> {
  const sha1 = createHash('sha1');
  let bytes = 0;
  let crc = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20, signal })) {
    const part = chunk as Buffer;
    sha1.update(part);
    crc = crc32(part, crc);
    bytes += part.length;
  }
  return { bytes, hash: sha1.digest('base64'), crc32: crc };
}

/**
 * Puts a package into one ZIP, stored: the pictures do not shrink, and a cinema's server takes the folder in it as it is.
 * @param inside the folder's name in the ZIP
 */
export async function zipPackage(
  zip: string,
  call: { folder: string; inside: string; files: readonly PackageFile[]; signal?: AbortSignal },
): Promise<void> {
  const { folder, inside, files, signal } = call;
  const plan = planZip(
    files.map(({ file, bytes, crc32 }) => ({ name: `${inside}/${file}`, bytes, crc32 })),
  );
  const out = await open(zip, 'wx');
  try {
    let written = 0;
    for (const piece of plan.pieces) {
      if (piece.kind === 'frame') {
        written += (await out.write(piece.data)).bytesWritten;
        continue;
      }
      const { file } = files[piece.index] as PackageFile;
      const content = createReadStream(join(folder, file), { highWaterMark: 1 << 20, signal });
      for await (const chunk of content) {
        written += (await out.write(chunk as Buffer)).bytesWritten;
      }
    }
    if (written !== plan.bytes) {
      throw new Error(`Expected ${plan.bytes} bytes in the ZIP, got ${written}`);
    }
  } finally {
    await out.close();
  }
}

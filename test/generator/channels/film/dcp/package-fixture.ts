import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dcpSize } from '../../../../../generator/channels/film/dcp/dcp-item.ts';
import type { CodedFrame, Frame } from '../../../../../generator/channels/film/dcp/encode.ts';
import {
  type PackageOrder,
  writePackage,
} from '../../../../../generator/channels/film/dcp/package-fs.ts';

export const name = 'UpCop_PSA-1_F_HI-hi_IN_51_2K_UPP_20261125_UPP_SMPTE_OV';

/** A second of film: three different pictures, the last one held. */
export const repeats = [1, 3, 20] as const;

/** Blue grounds with a white and a red block that moves. */
export function makePixels(frame: number): Uint8Array {
  const { width, height } = dcpSize;
  const words = new Uint32Array(width * height).fill(0xff5b2a0b);
  for (let y = 200; y < 500; y += 1) {
    words.fill(0xffffffff, y * width + 300, y * width + 900);
    words.fill(0xff2b00e4, y * width + 1000 + frame * 40, y * width + 1300 + frame * 40);
  }
  return new Uint8Array(words.buffer);
}

export async function* frames(): AsyncGenerator<Frame> {
  for (const [frame, times] of repeats.entries()) {
    yield { pixels: makePixels(frame), repeats: times };
  }
}

/** A tone of 1 kHz in the centre, and silence beside it. */
export function channels(seconds: number, amplitude = 0.02): Float32Array[] {
  const length = seconds * 48_000;
  const tone = Float32Array.from(
    { length },
    (_, n) => amplitude * Math.sin((2 * Math.PI * 1000 * n) / 48_000),
  );
  return [0, 1, 2, 3, 4, 5].map((channel) => (channel === 2 ? tone : new Float32Array(length)));
}

export function makeOrder(coded: readonly CodedFrame[], sound = channels(1)): PackageOrder {
  return {
    name,
    issuer: 'Uttar Pradesh Police',
    creator: 'UP COP outreach toolkit',
    issuedAt: '2026-11-25T00:00:00+00:00',
    fullTitle: { text: 'यूपी कॉप', language: 'hi' },
    versionNumber: 1,
    facility: 'UPP',
    frames: coded.reduce((sum, { repeats: times }) => sum + times, 0),
    channels: sound,
    language: 'hi',
    captions: 'hi',
    pictures: (async function* () {
      yield* coded;
    })(),
  };
}

export async function makePackage(
  coded: readonly CodedFrame[],
  sound?: Float32Array[],
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'dcp-'));
  await writePackage(folder, makeOrder(coded, sound));
  return folder;
}

export type Kind = 'map' | 'volume' | 'pkl' | 'cpl' | 'picture' | 'sound';

const starts = { pkl: 'pkl_', cpl: 'cpl_', picture: 'j2c_', sound: 'pcm_' } as const;

/** A copy of a package, to plant a fault into. */
export class Copy {
  readonly folder = mkdtempSync(join(tmpdir(), 'dcp-fault-'));

  constructor(from: string) {
    cpSync(from, this.folder, { recursive: true });
  }

  file(kind: Kind): string {
    if (kind === 'map') return 'ASSETMAP.xml';
    if (kind === 'volume') return 'VOLINDEX.xml';
    return readdirSync(this.folder).find((file) => file.startsWith(starts[kind])) ?? kind;
  }

  path(kind: Kind): string {
    return join(this.folder, this.file(kind));
  }

  text(kind: Kind, from: string | RegExp, to: string): void {
    const before = readFileSync(this.path(kind), 'utf8');
    const after = before.replace(from, to);
    if (before === after) throw new Error(`Expected ${from} in ${kind}`);
    writeFileSync(this.path(kind), after);
  }

  bytes(kind: Kind, change: (bytes: Buffer) => unknown): void {
    const bytes = readFileSync(this.path(kind));
    change(bytes);
    writeFileSync(this.path(kind), bytes);
  }

  /** Makes lengths and hashes true again, so that only the planted fault shows. */
  seal(): void {
    for (const kind of ['picture', 'sound', 'cpl'] as const) {
      const file = this.file(kind);
      const bytes = readFileSync(join(this.folder, file));
      const hash = createHash('sha1').update(bytes).digest('base64');
      const id = file.slice(4, 40);
      const own = `(<Id>urn:uuid:${id}</Id>(?:(?!</Asset>|</Main)[^])*?<Hash>)[^<]*`;
      if (kind !== 'cpl') this.replace('cpl', new RegExp(own), `$1${hash}`);
      this.replace('pkl', new RegExp(own), `$1${hash}`);
      this.replace(
        'pkl',
        new RegExp(`(${hash.replaceAll('+', '\\+')}</Hash>\\s*<Size>)\\d+`),
        `$1${bytes.length}`,
      );
    }
    for (const kind of ['picture', 'sound', 'cpl', 'pkl'] as const) {
      const { length } = readFileSync(this.path(kind));
      const own = `(<Path>${this.file(kind)}</Path>[^]*?<Length>)\\d+`;
      this.replace('map', new RegExp(own), `$1${length}`);
    }
  }

  replace(kind: Kind, from: RegExp, to: string): void {
    const before = readFileSync(this.path(kind), 'utf8');
    writeFileSync(this.path(kind), before.replace(from, to));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

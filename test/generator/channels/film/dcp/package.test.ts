import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import {
  type DcpOrder,
  dcpItem,
  dcpSize,
} from '../../../../../generator/channels/film/dcp/dcp-item.ts';
import {
  type CodedFrame,
  encodeFrames,
} from '../../../../../generator/channels/film/dcp/encode.ts';
import { checkPackage } from '../../../../../generator/channels/film/dcp/reader/check-package.ts';
import { readTrackFile } from '../../../../../generator/channels/film/dcp/reader/mxf-reader.ts';
import { toXyz } from '../../../../../generator/channels/film/dcp/xyz.ts';
import { removeFolder, temporaryFolder } from '../../../fixture.ts';
import {
  Copy,
  channels,
  frames,
  makePackage,
  makePixels,
  name,
  repeats,
} from './package-fixture.ts';
import { faultsOfTheLists } from './planted-faults/of-the-lists.ts';
import { faultsOfTheTracks } from './planted-faults/of-the-tracks.ts';

const run = promisify(execFile);
const faults = [...faultsOfTheLists, ...faultsOfTheTracks];
const coded: CodedFrame[] = [];
let folder = '';
let copy: Copy;

beforeAll(async () => {
  for await (const frame of encodeFrames(frames(), dcpSize)) coded.push(frame);
  folder = await makePackage(coded);
  copy = new Copy(folder);
});

afterAll(() => {
  copy.remove();
  removeFolder(folder);
});

/** A copy of the package, or a folder, for one test. */
function copyForTest(of = folder): Copy {
  const own = new Copy(of);
  onTestFinished(() => own.remove());
  return own;
}
function folderForTest(path = temporaryFolder()): string {
  onTestFinished(() => removeFolder(path));
  return path;
}

describe('a package as it is written', () => {
  it('is read back without a fault', () => {
    expect(checkPackage(folder)).toMatchObject({ title: name, frames: 24, files: 6, findings: [] });
  });

  it('holds each codestream byte by byte, held pictures as often as they stand', () => {
    const bytes = readFileSync(copy.path('picture'));
    const { essence } = readTrackFile((at, length) => {
      if (at + length > bytes.length) throw new RangeError('beyond the file');
      return bytes.subarray(at, at + length);
    }, bytes.length);
    const due = coded.flatMap(({ codestream, repeats: times }) => Array(times).fill(codestream));
    expect(coded.map((frame) => frame.repeats)).toEqual(repeats);
    expect(essence).toHaveLength(24);
    for (const [frame, { valueAt, length }] of essence.entries()) {
      expect(bytes.subarray(valueAt, valueAt + length).equals(due[frame])).toBe(true);
    }
  });

  it('is the same to the last byte for the same film, and another for another date', async () => {
    const other = copyForTest(folderForTest(await makePackage(coded)));
    for (const kind of ['map', 'volume', 'pkl', 'cpl', 'picture', 'sound'] as const) {
      expect(other.file(kind)).toBe(copy.file(kind));
      expect(readFileSync(other.path(kind)).equals(readFileSync(copy.path(kind)))).toBe(true);
    }
  });

  it('is read by ffmpeg: size, rate, duration, channels, and the colours of the pictures', async () => {
    const probe = async (kind: 'picture' | 'sound') => {
      const asked = ['-v', 'error', '-show_streams', '-of', 'json', copy.path(kind)];
      const { stdout } = await run('ffprobe', asked);
      return JSON.parse(stdout).streams[0];
    };
    expect(await probe('picture')).toMatchObject({
      codec_name: 'jpeg2000',
      width: 1998,
      height: 1080,
      pix_fmt: 'xyz12le',
      r_frame_rate: '24/1',
      duration: '1.000000',
    });
    expect(await probe('sound')).toMatchObject({
      codec_name: 'pcm_s24le',
      sample_rate: '48000',
      channels: 6,
      duration: '1.000000',
    });
    const { stdout } = await run(
      'ffmpeg',
      ['-v', 'error', '-i', copy.path('picture'), '-frames:v', '1', '-f', 'rawvideo', 'pipe:1'],
      { encoding: 'buffer', maxBuffer: 20_000_000 },
    );
    const shown = new Uint16Array(stdout.buffer, stdout.byteOffset, stdout.length / 2);
    const due = new Uint16Array(shown.length);
    toXyz(makePixels(0), due);
    let squares = 0;
    for (let at = 0; at < due.length; at += 1) {
      squares += (((shown[at] ?? 0) - (due[at] ?? 0)) / 16) ** 2;
    }
    const decibels = 10 * Math.log10(4095 ** 2 / (squares / due.length));
    expect(decibels).toBeGreaterThan(45);
  });
});

describe('a planted fault', () => {
  it.each(faults.map((fault, at) => ({ ...fault, label: `${at} ${fault.rule}` })))(
    'is named: $label',
    ({ rule, at, plant, also = [], unsealed }) => {
      const broken = copyForTest();
      plant(broken);
      if (unsealed !== true) broken.seal();
      const { findings } = checkPackage(broken.folder);
      const found = findings.find((finding) => finding.rule === rule);
      expect(findings.map((finding) => finding.rule).sort()).toEqual([rule, ...also].sort());
      if (at !== undefined) expect(found?.file).toBe(broken.file(at));
      expect(found?.expected).not.toBe(found?.found);
    },
  );

  const longer = (bytes: number) => {
    const [first, ...rest] = coded as [CodedFrame, ...CodedFrame[]];
    return makePackage([{ ...first, codestream: lengthened(first.codestream, bytes) }, ...rest]);
  };
  it.each([
    ['picture.frame-bytes', () => longer(1_310_000), ['picture.component-bytes']],
    ['picture.end', () => longer(0), []],
    ['picture.tile-parts', () => longer(-1), []],
    ['sound.loudness', () => makePackage(coded, channels(1, 0.3)), []],
  ])('in the length of a picture or in the loudness is named: %s', async (rule, make, also) => {
    const { findings } = checkPackage(folderForTest(await make()));
    expect(findings.map((finding) => finding.rule).sort()).toEqual([rule, ...also].sort());
  });
});

/** With a longer last tile-part; 0 appends a byte behind the end, −1 leaves the last tile-part out. */
function lengthened(codestream: Buffer, bytes: number): Buffer {
  if (bytes === 0) return Buffer.concat([codestream, Buffer.alloc(1)]);
  let at = codestream.indexOf(Buffer.from('ff90000a0000', 'hex'));
  const starts: number[] = [];
  while (codestream.readUInt16BE(at) === 0xff90) {
    starts.push(at);
    at += codestream.readUInt32BE(at + 6);
  }
  const last = starts.at(-1) ?? 0;
  const end = Buffer.from('ffd9', 'hex');
  if (bytes < 0) return Buffer.concat([codestream.subarray(0, last), end]);
  const out = Buffer.concat([codestream.subarray(0, at), Buffer.alloc(bytes), end]);
  out.writeUInt32BE(at - last + bytes, last + 6);
  return out;
}

describe('the shelf’s item', () => {
  const order: DcpOrder = {
    path: 'film/up-cop-film-dcp.zip',
    frames,
    sound: null,
    seconds: 1,
    title: 'UpCop',
    version: 1,
    language: 'hi',
    captions: 'hi',
    territory: 'IN',
    rating: null,
    studio: 'UPP',
    facility: 'UPP',
    issued: '2026-11-25',
    fullTitle: { text: 'यूपी कॉप', language: 'hi' },
    issuer: 'Uttar Pradesh Police',
    creator: 'UP COP outreach toolkit',
    inputs: 'x',
    code: null,
    url: null,
    preview: null,
  };

  it('is one ZIP with the package’s folder in it, which the reader takes as it is', async () => {
    const room = folderForTest();
    const item = dcpItem(order);
    expect(item.files).toMatchObject([
      { path: 'film/up-cop-film-dcp.zip', seconds: 1, px: dcpSize, language: null },
    ]);
    await item.make(room, new AbortController().signal);
    const zip = join(room, 'up-cop-film-dcp.zip');
    expect(checkPackage(zip)).toMatchObject({ frames: 24, files: 6, findings: [] });
    const path = 'XX-hi_IN_51_2K_UPP_20261125_UPP_SMPTE_OV/ASSETMAP.xml';
    expect(readFileSync(zip).includes(Buffer.from(path))).toBe(true);
    const preflight = run(process.execPath, ['generator/preflight/main.ts', '--dcp', zip]);
    await expect(preflight).resolves.toMatchObject({
      stdout: expect.stringContaining('Fit for a cinema.'),
    });
  });

  it('asks for as many frames as the film has seconds for', async () => {
    async function* one() {
      yield { pixels: makePixels(0), repeats: 2 };
    }
    const item = dcpItem({ ...order, frames: one });
    await expect(item.make(folderForTest(), new AbortController().signal)).rejects.toThrow(
      'Expected 24 frames of picture, got 2',
    );
  });

  it('ends with the reason, and without ffmpeg, when a frame is of another size or somebody stops it', async () => {
    async function* small() {
      yield { pixels: new Uint8Array(16), repeats: 24 };
    }
    const first = async (signal?: AbortSignal) => {
      for await (const _ of encodeFrames(
        signal === undefined ? small() : frames(),
        dcpSize,
        signal,
      ));
    };
    await expect(first()).rejects.toThrow('Expected 8631360 bytes a frame, got 16');
    const controller = new AbortController();
    const stopped = first(controller.signal);
    controller.abort();
    await expect(stopped).rejects.toThrow('abort');
  });

  it('has other inputs for another title, and the same wherever the sound lies', () => {
    const { inputs } = dcpItem({ ...order, sound: async () => '/a/voice.wav' });
    expect(dcpItem({ ...order, sound: async () => '/b/voice.wav' }).inputs).toBe(inputs);
    expect(
      dcpItem({ ...order, sound: async () => '/a/voice.wav', title: 'UpCop2' }).inputs,
    ).not.toBe(inputs);
  });
});

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { filmSeconds, shotTimes } from '../../../../campaigns/channels/film/film.ts';
import {
  type Delivery,
  deliveries,
  filmFormats,
  frameCount,
  signedFilm,
} from '../../../../generator/channels/film/deliveries.ts';
import { encodeFrames } from '../../../../generator/channels/film/encode-fs.ts';
import { filmItems } from '../../../../generator/channels/film/film-items.ts';
import { drawFrames } from '../../../../generator/channels/film/frames.ts';
import { checkSigner } from '../../../../generator/channels/film/slate-fs.ts';
import { composeBed } from '../../../../generator/channels/film/sound/bed.ts';
import { measure, mixGuide, mixSound } from '../../../../generator/channels/film/sound/mix-fs.ts';
import { sampleRate, silence, strike } from '../../../../generator/channels/film/sound/tones.ts';
import { writeWav } from '../../../../generator/channels/film/sound/wav.ts';
import { openFolder } from '../../../folders.ts';
import { type Rendered, readCodes, readCodesByZbar } from '../../fixture.ts';
import { film, openTestFilm, sources } from './source.ts';

const folder = openFolder('film-');
const { signal } = new AbortController();
const source = openTestFilm();

const wholeSeconds = filmSeconds(film);
const deliveryOf = (item: string) => deliveries.find((entry) => entry.item === item) as Delivery;

/** The codec's options by which it is as fast as it can be. */
const atOnce = ({ video }: Delivery) =>
  video.map((word) => (word === 'medium' ? 'ultrafast' : word));

/** Encodes the end of the film. */
async function encodeEnd(item: string, frames: number, signer?: string): Promise<string> {
  const delivery = signer === undefined ? deliveryOf(item) : signedFilm;
  const total = frameCount(wholeSeconds, delivery.format);
  const sound = join(folder, `${item}.wav`);
  writeFileSync(sound, writeWav(silence(frames / delivery.format.fps)));
  const to = join(folder, `${item}.${delivery.extension}`);
  const video = atOnce(delivery);
  const span = { from: total - frames, to: total };
  const timeline = source.timeline(delivery.format, delivery.captions);
  const end = drawFrames(timeline, delivery.format, span);
  const own = { delivery: { ...delivery, video }, ...(signer && { signer }) };
  await encodeFrames(end, { ...own, sound, to, signal, total: frames });
  return to;
}

type Stream = Record<string, string | number>;

function streamsOf(file: string): Stream[] {
  const asked = ['-v', 'error', '-count_frames', '-show_streams', '-of', 'json', file];
  return JSON.parse(execFileSync('ffprobe', asked, { encoding: 'utf8' })).streams;
}

/** A frame as it is decoded. */
function takeFrame(file: string, at: number, px: { width: number; height: number }): Rendered {
  const one = ['-vf', `select=eq(n\\,${at})`, '-frames:v', '1', '-pix_fmt', 'rgba'];
  const asked = ['-v', 'error', '-i', file, ...one, '-f', 'rawvideo', '-'];
  return { ...px, rgba: new Uint8Array(execFileSync('ffmpeg', asked, { maxBuffer: 1e8 })) };
}

test('the encoded film for theatres has its figures, and its code can be read', async () => {
  const file = await encodeEnd('film-cinema', 12);
  const [video, audio] = streamsOf(file);
  expect(video).toMatchObject({
    codec_name: 'h264',
    width: 1998,
    height: 1080,
    pix_fmt: 'yuv420p',
    color_range: 'tv',
    color_space: 'bt709',
    color_primaries: 'bt709',
    color_transfer: 'bt709',
    r_frame_rate: '24/1',
    nb_read_frames: '12',
  });
  expect(audio).toMatchObject({ codec_name: 'aac', sample_rate: '48000', channels: 2 });
  const head = readFileSync(file).subarray(0, 64).toString('latin1');
  expect(head.indexOf('moov')).toBeGreaterThan(0);

  const picture = takeFrame(file, 11, { width: 1998, height: 1080 });
  expect(await readCodes(picture)).toEqual([source.url]);
  expect(readCodesByZbar(picture)).toEqual([source.url]);
  // Marigold came through the change of colour space as it is.
  const [r = 0, g = 0, b = 0] = picture.rgba.subarray(0, 3);
  expect(Math.max(Math.abs(r - 255), Math.abs(g - 184), Math.abs(b - 28))).toBeLessThanOrEqual(6);
});

test('a signer is shown beside the film, which keeps its code; without a recording there is no signer', async () => {
  const listed = async () => (await filmItems(sources(folder))).flatMap(({ files }) => files);
  const has = async () => (await listed()).some(({ item }) => item === 'film-sign');
  expect(await has()).toBe(false);
  const signer = join(folder, 'film', 'signer.mp4');
  mkdirSync(join(folder, 'film'), { recursive: true });
  const red = ['-f', 'lavfi', '-i', 'color=c=red:s=720x1280:r=30:d=0.1', '-pix_fmt', 'yuv420p'];
  execFileSync('ffmpeg', ['-v', 'error', ...red, signer]);
  expect(await has()).toBe(true);
  const file = await encodeEnd('film-sign', 6, signer);
  expect(streamsOf(file)[0]).toMatchObject({ width: 1920, height: 1080, nb_read_frames: '6' });
  const picture = takeFrame(file, 5, { width: 1920, height: 1080 });
  expect(await readCodes(picture)).toEqual([source.url]);
  const at = 4 * (540 * 1920 + 1670);
  const [r = 0, g = 0, b = 0] = picture.rgba.subarray(at, at + 3);
  expect(r > 200 && g < 60 && b < 60, `${r} ${g} ${b}`).toBe(true);
  expect(() => checkSigner({ file: signer, sha256: '' }, 20)).not.toThrow();
  expect(() => checkSigner({ file: join(folder, 'none.mp4'), sha256: '' }, 20)).toThrow(
    'at most 20 s',
  );
  rmSync(signer);
});

test('the file for older networks is MPEG-2 at 720×576, shown as 16:9', async () => {
  const [video, audio] = streamsOf(await encodeEnd('film-sd', 5));
  expect(video).toMatchObject({
    codec_name: 'mpeg2video',
    width: 720,
    height: 576,
    display_aspect_ratio: '16:9',
    r_frame_rate: '25/1',
    nb_read_frames: '5',
  });
  expect(audio).toMatchObject({ codec_name: 'mp2', sample_rate: '48000' });
});

/** Share of a grey picture's points that differ from their right neighbour, in percent. */
function outlineShare(grey: Uint8Array, width: number): number {
  let edges = 0;
  for (let at = 0; at + 1 < grey.length; at += 1) {
    const isEdge = Math.abs((grey[at] as number) - (grey[at + 1] as number)) > 24;
    if (isEdge && (at + 1) % width !== 0) edges += 1;
  }
  return (edges / grey.length) * 100;
}

test.each(['wide', 'tall', 'square'] as const)(
  '%s: every frame as decoded shows something, between the shots too',
  async (id) => {
    const { layout, fps } = filmFormats[id];
    const scale = 240 / Math.max(layout.width, layout.height);
    const even = (side: number) => 2 * Math.round((side * scale) / 2);
    const px = { width: even(layout.width), height: even(layout.height) };
    const format = { ...filmFormats[id], px };
    const total = frameCount(wholeSeconds, format);
    const sound = join(folder, `${id}-whole.wav`);
    writeFileSync(sound, writeWav(silence(wholeSeconds)));
    const to = join(folder, `${id}-whole.mp4`);
    const usual = deliveryOf(`film-${id}`);
    const delivery = { ...usual, format, video: atOnce(usual) };
    const frames = drawFrames(source.timeline(format), format);
    await encodeFrames(frames, { delivery, sound, to, signal, total });
    const grey = ['-v', 'error', '-i', to, '-pix_fmt', 'gray', '-f', 'rawvideo', '-'];
    const decoded = execFileSync('ffmpeg', grey, { maxBuffer: 1e9 });
    const size = px.width * px.height;
    expect(decoded.length).toBe(total * size);
    const shares = Array.from({ length: total }, (_, at) =>
      outlineShare(decoded.subarray(at * size, (at + 1) * size), px.width),
    );
    const least = Math.min(...shares);
    expect(least, `at ${(shares.indexOf(least) / fps).toFixed(2)} s`).toBeGreaterThan(1);
  },
);

test('the music is heard within half a second', () => {
  const [first] = shotTimes(film).slice(0, 1);
  const seconds = first?.to ?? 0;
  const { left } = composeBed({ seconds, shots: first ? [first] : [] });
  const decibels = (from: number, to: number) => {
    const samples = left.subarray(from * sampleRate, to * sampleRate);
    return 10 * Math.log10(samples.reduce((sum, own) => sum + own * own, 0) / samples.length);
  };
  // As loud as the shot is on the whole, less what an ear takes for a quiet beginning.
  expect(decibels(0, 0.5)).toBeGreaterThan(decibels(0, seconds) - 6);
});

test('what ffmpeg refuses is said', async () => {
  const delivery = { ...deliveryOf('film-message'), video: ['-c:v', 'no-such-codec'] };
  const one = { from: 474, to: 475 };
  const frames = drawFrames(source.timeline(delivery.format), delivery.format, one);
  const sound = join(folder, 'one.wav');
  writeFileSync(sound, writeWav(silence(0.1)));
  const encoding = { delivery, sound, to: join(folder, 'no.mp4'), signal, total: 1 };
  await expect(encodeFrames(frames, encoding)).rejects.toThrow(
    /ffmpeg ended with \d+: .*no-such-codec/,
  );
});

const piece = {
  seconds: 4,
  shots: [{ shot: film.shots[4] as (typeof film.shots)[number], from: 0, to: 4 }],
  loudness: film.loudness,
};

test('music and voice come to the loudness of the campaign', async () => {
  const take = join(folder, 'take.wav');
  const voice = silence(2);
  for (let at = 0; at < 2; at += 0.2) strike(voice, { at, hertz: 220, gain: 0.4, decay: 0.08 });
  writeFileSync(take, writeWav(voice));
  for (const own of [undefined, take]) {
    const mixed = await mixSound(piece, { take: own, signal });
    const { integrated, truePeak } = await measure(mixed, signal);
    expect(Math.abs(integrated - film.loudness.web)).toBeLessThanOrEqual(0.3);
    expect(truePeak).toBeLessThanOrEqual(film.loudness.truePeak + 0.1);
  }
});

test('a take or a guide that is longer than the picture is refused', async () => {
  const take = join(folder, 'long.wav');
  writeFileSync(take, writeWav(silence(5)));
  await expect(mixSound(piece, { take, signal })).rejects.toThrow('at most 4 s');
  await expect(mixGuide(piece, { signal })).rejects.toThrow('fits the 4.0 s of shot "code"');
});

test('the same film has the same music', () => {
  const first = writeWav(composeBed(piece));
  expect(first.equals(writeWav(composeBed(piece)))).toBe(true);
  expect(first.readUInt32LE(24)).toBe(sampleRate);
  expect(first.length).toBe(44 + 4 * sampleRate * 6);
});

test('the shelf has every delivery, and a slate apart once the certificate lies there', async () => {
  const planned = async () => (await filmItems(sources(folder))).flatMap(({ files }) => files);
  const before = await planned();
  expect(before.map(({ item }) => item)).toEqual(
    expect.arrayContaining([...deliveries.map(({ item }) => item), 'poster', 'cbfc-sheet']),
  );
  expect(before.filter(({ guide }) => guide).map(({ path }) => path)).toEqual([
    'film/up-cop-film-guide-voice-not-for-air.wav',
  ]);
  // Each says the campaign and for whom or what it is, also where it has left its folder.
  for (const { path } of before)
    expect(path).toMatch(/^film\/up-cop-film-[a-z]+[a-z0-9-]*\.[a-z0-9]+$/);
  expect(before.some(({ item }) => item === 'certificate-slate')).toBe(false);
  mkdirSync(join(folder, 'film'), { recursive: true });
  await sharp({ create: { width: 60, height: 80, channels: 3, background: '#C8102E' } })
    .png()
    .toFile(join(folder, 'film/certificate.png'));
  expect((await planned()).find(({ item }) => item === 'certificate-slate')).toMatchObject({
    seconds: 10,
    px: { width: 1998, height: 1080 },
  });
});

test('poster, captions and the sheet are made, and the sheet is a sound PDF', async () => {
  const items = await filmItems(sources(folder));
  for (const name of ['poster', 'captions', 'cbfc-sheet']) {
    await items.find(({ files }) => files[0]?.item === name)?.make(folder, signal);
  }
  const poster = join(folder, 'up-cop-film-poster-960.jpg');
  expect(await sharp(poster).metadata()).toMatchObject({ width: 960, height: 540 });
  expect(readFileSync(poster).length).toBeLessThanOrEqual(60_000);
  expect(readFileSync(join(folder, 'up-cop-film-captions-hi.vtt'), 'utf8')).toContain('WEBVTT');
  const said = execFileSync('qpdf', ['--check', join(folder, 'up-cop-film-cbfc-sheet.pdf')], {
    encoding: 'utf8',
  });
  expect(said).toContain('No syntax or stream encoding errors');
});

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { usualLoudness } from '../../../../campaigns/channels/radio/radio.ts';
import { takeFindingText } from '../../../../campaigns/words/take-words.ts';
import { decodeSound, type Sound } from '../../../../messaging/phone/takes/decode.ts';
import { judgeMaster, judgeTake } from '../../../../messaging/phone/takes/judge.ts';
import { masterTake } from '../../../../messaging/phone/takes/master.ts';
import { measureSound, type SoundFigures } from '../../../../messaging/phone/takes/measure.ts';
import { joinPrompts } from '../../../../messaging/phone/takes/public-routes.ts';
import { runSoundTool } from '../../../../messaging/phone/takes/sound-tool.ts';
import { detectSoundType } from '../../../../messaging/phone/takes/sound-type.ts';
import { openFolder } from '../../../folders.ts';
import { makeSound, type SoundPlan } from './sounds.ts';

const folder = openFolder('checks-');

/** As ffmpeg decodes it, without a child for each. */
function openSound(plan: SoundPlan): Sound {
  const wav = makeSound(plan);
  const samples = Float32Array.from(
    { length: (wav.length - 44) / 2 },
    (_, at) => wav.readInt16LE(44 + at * 2) / 32_768,
  );
  return { samples, rate: plan.rate ?? 48_000, channels: plan.channels ?? 1 };
}
const measurePlan = (plan: SoundPlan) => measureSound(openSound(plan));

const prompt = { use: 'prompt', seconds: null } as const;
const codes = (figures: SoundFigures) =>
  judgeTake(figures, prompt).map(({ code, weight }) => `${weight} ${code}`);

test('a clean recording is measured as it was made, and nothing is found', async () => {
  const plan = { seconds: 2, head: 0.3, tail: 0.4 };
  writeFileSync(join(folder, 'sound'), makeSound(plan));
  const decoded = await decodeSound(join(folder, 'sound'), 'wav');
  expect(decoded).toEqual(openSound(plan));
  const figures = measureSound(decoded);
  expect(codes(figures)).toEqual([]);
  expect(figures).toMatchObject({ seconds: 2, rate: 48_000, channels: 1, clipped: 0 });
  expect(figures.peakDb).toBeCloseTo(-6, 0);
  expect(Math.abs(figures.head - 0.3)).toBeLessThan(0.05);
  expect(Math.abs(figures.tail - 0.4)).toBeLessThan(0.2);
  expect(figures.levelDb - figures.floorDb).toBeGreaterThan(50);
});

test.each<{ label: string; plan: Partial<SoundPlan>; found: string[]; at?: number }>([
  { label: 'cut off at full scale', plan: { height: 1.5 }, found: ['refuse clipping'], at: 0.2 },
  { label: 'silent', plan: { height: 0 }, found: ['refuse silent'] },
  { label: 'noisy', plan: { noise: 0.15 }, found: ['refuse noise'] },
  { label: 'a little noisy', plan: { noise: 0.03 }, found: ['note noise'] },
  {
    label: 'silent for long in the middle',
    plan: { seconds: 4, hole: { at: 1, seconds: 2.4 } },
    found: ['refuse gap'],
    at: 1,
  },
  { label: 'late to begin', plan: { head: 0.9 }, found: ['note head-silence'] },
  { label: 'late to end', plan: { tail: 0.9 }, found: ['note tail-silence'] },
  { label: 'out of phase', plan: { channels: 2, inverted: true }, found: ['refuse phase'] },
  { label: 'dull', plan: { rate: 8000 }, found: ['note narrow'] },
  { label: 'far from the microphone', plan: { height: 0.015, noise: 0 }, found: ['note quiet'] },
])('a recording that is $label is told so with the figure', ({ plan, found, at }) => {
  const figures = measurePlan({ seconds: 1.6, ...plan });
  expect(codes(figures)).toEqual(found);
  const [finding] = judgeTake(figures, prompt);
  if (finding === undefined) throw new Error('Expected a finding');
  for (const text of Object.values(takeFindingText(finding))) expect(text).toMatch(/\d/);
  if (at !== undefined) expect(Math.abs((finding.at ?? -1) - at)).toBeLessThan(0.15);
});

const clean: SoundFigures = {
  seconds: 9.6,
  rate: 48_000,
  channels: 1,
  peakDb: -3,
  clipped: 0,
  clippedAt: null,
  levelDb: -18,
  floorDb: -70,
  head: 0.1,
  tail: 0.1,
  gap: 0.4,
  gapAt: 3,
  monoLossDb: null,
};
test.each<{ label: string; change: Partial<SoundFigures>; found: string[] }>([
  { label: 'fits', change: {}, found: [] },
  { label: 'fits to the last breath', change: { seconds: 10.1 }, found: [] },
  { label: 'is too long', change: { seconds: 10.3 }, found: ['refuse too-long 10.1 9.9'] },
  {
    label: 'is long by silence alone',
    change: { seconds: 11, tail: 1.5 },
    found: ['note tail-silence 1.5'],
  },
  { label: 'is too short', change: { seconds: 6.2 }, found: ['refuse too-short 6.0 7.0'] },
  { label: 'has music under it', change: { floorDb: -34 }, found: ['note noise 16.0 30.0'] },
  { label: 'has six channels', change: { channels: 6 }, found: ['refuse channels 6.0 2.0'] },
  {
    label: 'sounds of a telephone',
    change: { rate: 8000 },
    found: ['refuse narrow 8000.0 16000.0'],
  },
  { label: 'loses itself in mono', change: { monoLossDb: 20 }, found: ['refuse phase 20.0 6.0'] },
])('a spot of 10 s that $label', ({ change, found }) => {
  const findings = judgeTake({ ...clean, ...change }, { use: 'radio', seconds: 10 });
  expect(
    findings.map(({ code, weight, found: value, limit }) =>
      [weight, code, value.toFixed(1), limit?.toFixed(1)].filter(Boolean).join(' '),
    ),
  ).toEqual(found);
});

test('the film’s voice keeps its silence and its length, up to the 20 s that were ordered', () => {
  const film = { use: 'film', seconds: null } as const;
  const slow = { ...clean, seconds: 19.5, head: 3, gap: 4 };
  expect(judgeTake(slow, film)).toEqual([]);
  expect(judgeTake({ ...slow, seconds: 21 }, film)).toMatchObject([
    { code: 'too-long', found: 21 },
  ]);
});

test('a master that missed its loudness is kept back', () => {
  expect(judgeMaster(-18.6, -18)).toEqual([]);
  expect(judgeMaster(-20.4, -18)).toMatchObject([{ code: 'loudness', weight: 'refuse' }]);
});

test.each([
  ['RIFF....WAVEfmt ', 'wav'],
  ['ID3\x04........', 'mp3'],
  ['\xff\xfb\x90\x64....', 'mp3'],
  ['\0\0\0\x20ftypM4A ', 'mov'],
  ['OggS\0\x02......', 'ogg'],
  ['#EXTM3U\nfile:/etc', null],
  ['ffconcat version', null],
  ['\xff\xd8\xff\xe0..JFIF', null],
  ['', null],
])('the first bytes %j are %s', (bytes, type) => {
  expect(detectSoundType(Buffer.from(bytes, 'latin1'))).toBe(type);
});

test('a tool that says too much, fails or takes too long is stopped and named', async () => {
  const endless = ['-v', 'error', '-f', 'lavfi', '-i', 'sine', '-f', 'f32le', 'pipe:1'];
  await expect(
    runSoundTool('ffmpeg', endless, {
      timeoutMs: 10_000,
      mostBytes: 10_000,
      excess: 'sound-too-long',
    }),
  ).rejects.toMatchObject({ code: 'sound-too-long' });
  await expect(
    runSoundTool('ffmpeg', [...endless.slice(0, -1), '/dev/null', '-y'], {
      timeoutMs: 300,
      mostBytes: 10,
      excess: 'sound-too-long',
    }),
  ).rejects.toMatchObject({ code: 'unreadable-sound' });
  await expect(runSoundTool('ffprobe', [join(folder, 'none')])).rejects.toMatchObject({
    name: 'SoundError',
    message: expect.stringContaining('No such file'),
  });
});

test('greeting and menu are joined with a pause, and only telephone sound', async () => {
  const one = makeSound({ seconds: 1, rate: 8000 });
  const whole = joinPrompts([one, one]);
  writeFileSync(join(folder, 'joined.wav'), whole);
  const { samples, rate } = await decodeSound(join(folder, 'joined.wav'), 'wav');
  expect(samples.length / rate).toBeCloseTo(2.5, 3);
  expect(() => joinPrompts([makeSound({ seconds: 0.1 })])).toThrow('8000 Hz');
  expect(() => joinPrompts([Buffer.from('not a sound at all, far from it')])).toThrow('WAV');
});

test('a short prompt with high peaks comes to its loudness', async () => {
  const path = join(folder, 'spoken.wav');
  const input = 'क्षमा करें, यह विकल्प उपलब्ध नहीं है।';
  execFileSync('espeak-ng', ['-v', 'hi', '-s', '160', '-w', path, '--stdin'], { input });
  const figures = measureSound(await decodeSound(path, 'wav'));
  const script = { ...prompt, loudness: usualLoudness.prompt };
  const { lufs, dbtp } = await masterTake({ path, type: 'wav', figures }, script, folder);
  expect(Math.abs(lufs - script.loudness.lufs)).toBeLessThanOrEqual(0.5);
  expect(dbtp).toBeLessThanOrEqual(-1.8);
});

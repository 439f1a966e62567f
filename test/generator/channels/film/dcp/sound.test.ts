import { expect, it } from 'vitest';
import {
  hallSound,
  mostLeqM,
  readWav,
  soundFrame,
} from '../../../../../generator/channels/film/dcp/sound.ts';

const tone = (amplitude: number, seconds = 1) =>
  Float32Array.from(
    { length: seconds * 48_000 },
    (_, n) => amplitude * Math.sin((2 * Math.PI * 1000 * n) / 48_000),
  );

function wavOf(
  bits: 16 | 24 | 32,
  format: number,
  write: (out: Buffer, at: number) => void,
): Buffer {
  const out = Buffer.alloc(44 + bits / 8);
  out.write('RIFF', 0);
  out.write('WAVEfmt ', 8);
  out.writeUInt32LE(16, 16);
  out.writeUInt16LE(format, 20);
  out.writeUInt16LE(1, 22);
  out.writeUInt32LE(48_000, 24);
  out.writeUInt16LE(bits, 34);
  out.write('data', 36);
  out.writeUInt32LE(bits / 8, 40);
  write(out, 44);
  return out;
}

it.each([
  [16, 1, (out: Buffer, at: number) => out.writeInt16LE(-0x4000, at)],
  [24, 1, (out: Buffer, at: number) => out.writeIntLE(-0x400000, at, 3)],
  [32, 1, (out: Buffer, at: number) => out.writeInt32LE(-0x40000000, at)],
  [32, 3, (out: Buffer, at: number) => out.writeFloatLE(-0.5, at)],
] as const)('reads a WAV of %i bits, format %i', (bits, format, write) => {
  expect(readWav(wavOf(bits, format, write), 'voice.wav')).toEqual({
    sampleRate: 48_000,
    channels: [Float32Array.of(-0.5)],
  });
});

it('names a WAV that it cannot read', () => {
  expect(() => readWav(Buffer.from('ID3 and more than twelve'), 'voice.mp3')).toThrow(
    'Expected voice.mp3 to be a WAV file',
  );
  expect(() =>
    readWav(
      wavOf(16, 6, () => {}),
      'alaw.wav',
    ),
  ).toThrow('got format 6, 16 bits');
});

it('lays mono into the centre, stereo left and right, and fills up with silence', () => {
  const mono = hallSound({ sampleRate: 48_000, channels: [tone(0.05, 0.5)] }, 24);
  expect(mono.channels.map((samples) => samples.some((value) => value !== 0))).toEqual([
    ...[false, false, true],
    ...[false, false, false],
  ]);
  expect(mono.channels.every(({ length }) => length === 48_000)).toBe(true);
  const stereo = hallSound({ sampleRate: 48_000, channels: [tone(0.05), tone(0.02)] }, 24);
  expect(stereo.channels.map((samples) => Math.max(...samples.slice(0, 100)))).toEqual([
    expect.closeTo(0.05, 3),
    expect.closeTo(0.02, 3),
    ...[0, 0, 0, 0],
  ]);
});

it('turns what is too loud down to 82 dB Leq(m), and leaves what is softer', () => {
  const loud = hallSound({ sampleRate: 48_000, channels: [tone(0.9)] }, 24);
  expect(loud.leqM?.given).toBeGreaterThan(90);
  expect(loud.leqM?.made).toBeCloseTo(mostLeqM, 1);
  expect(loud.leqM?.made).toBeLessThanOrEqual(mostLeqM);
  const soft = hallSound({ sampleRate: 48_000, channels: [tone(0.05)] }, 24);
  expect(soft.leqM?.made).toBe(soft.leqM?.given);
  expect(soft.channels[2]?.slice(0, 48_000)).toEqual(tone(0.05));
  expect(hallSound(null, 24).leqM).toBeNull();
});

it.each([
  [{ sampleRate: 44_100, channels: [tone(0.1)] }, 'Expected sound of 48000 Hz, got 44100'],
  [{ sampleRate: 48_000, channels: [tone(0), tone(0), tone(0)] }, 'Expected sound of 1, 2 or 6'],
  [{ sampleRate: 48_000, channels: [tone(0.1, 2)] }, 'Expected at most 48000 samples'],
])('refuses what does not fit the film: %#', (wav, message) => {
  expect(() => hallSound(wav, 24)).toThrow(message);
});

it('writes 2,000 samples of six channels a frame, 24 bits, full scale and no further', () => {
  const channels = [0, 0.5, -0.5, 1, -1, 1 / 0x800000].map((value) =>
    new Float32Array(4000).fill(value),
  );
  const frame = soundFrame(channels, 1);
  expect(frame).toHaveLength(36_000);
  expect([0, 1, 2, 3, 4, 5].map((channel) => frame.readIntLE(18 + channel * 3, 3))).toEqual([
    ...[0, 0x400000, -0x400000, 0x7fffff, -0x800000, 1],
  ]);
});

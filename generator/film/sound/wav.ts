import { type Stereo, sampleRate } from './tones.ts';

const bytesPerSample = 3;

/** RIFF WAVE, PCM of 24 bit, two channels, 48 kHz. */
export function writeWav({ left, right }: Stereo): Buffer {
  const frames = left.length;
  const size = frames * 2 * bytesPerSample;
  const out = Buffer.alloc(44 + size);
  out.write('RIFF', 0, 'ascii');
  out.writeUInt32LE(36 + size, 4);
  out.write('WAVEfmt ', 8, 'ascii');
  out.writeUInt32LE(16, 16);
  out.writeUInt16LE(1, 20);
  out.writeUInt16LE(2, 22);
  out.writeUInt32LE(sampleRate, 24);
  out.writeUInt32LE(sampleRate * 2 * bytesPerSample, 28);
  out.writeUInt16LE(2 * bytesPerSample, 32);
  out.writeUInt16LE(8 * bytesPerSample, 34);
  out.write('data', 36, 'ascii');
  out.writeUInt32LE(size, 40);
  for (let n = 0; n < frames; n += 1) {
    out.writeIntLE(quantised(left[n] as number), 44 + n * 6, 3);
    out.writeIntLE(quantised(right[n] as number), 47 + n * 6, 3);
  }
  return out;
}

function quantised(value: number): number {
  return Math.max(-0x800000, Math.min(0x7fffff, Math.round(value * 0x800000)));
}

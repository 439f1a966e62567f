import { type Stereo, sampleRate } from './tones.ts';

const bytesPerSample = 3;

/** RIFF WAVE, PCM of 24 bit, two channels, 48 kHz. */
export function writeWav({ left, right }: Stereo): Buffer {
  return writeChannels([left, right]);
}

/** The same of any number of channels of one length. */
export function writeChannels(channels: readonly Float32Array[]): Buffer {
  const frames = channels[0]?.length ?? 0;
  const block = channels.length * bytesPerSample;
  const size = frames * block;
  const out = Buffer.alloc(44 + size);
  out.write('RIFF', 0, 'ascii');
  out.writeUInt32LE(36 + size, 4);
  out.write('WAVEfmt ', 8, 'ascii');
  out.writeUInt32LE(16, 16);
  out.writeUInt16LE(1, 20);
  out.writeUInt16LE(channels.length, 22);
  out.writeUInt32LE(sampleRate, 24);
  out.writeUInt32LE(sampleRate * block, 28);
  out.writeUInt16LE(block, 32);
  out.writeUInt16LE(8 * bytesPerSample, 34);
  out.write('data', 36, 'ascii');
  out.writeUInt32LE(size, 40);
  let to = 44;
  for (let n = 0; n < frames; n += 1) {
    for (const samples of channels) to = out.writeIntLE(quantised(samples[n] as number), to, 3);
  }
  return out;
}

function quantised(value: number): number {
  return Math.max(-0x800000, Math.min(0x7fffff, Math.round(value * 0x800000)));
}

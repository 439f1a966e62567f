/** The properties of a synthesised recording. */
export interface SoundPlan {
  /** Length of all of it. */
  seconds: number;
  /** Silence before and after the words. */
  head?: number;
  tail?: number;
  /** A hole in the words: from when, how long. */
  hole?: { at: number; seconds: number };
  /** Height of the words, 0 to 1; above 1 they are cut off. */
  height?: number;
  /** Height of the noise in the room. */
  noise?: number;
  rate?: number;
  channels?: 1 | 2;
  /** The second channel turned upside down. */
  inverted?: boolean;
}

const wordSeconds = 0.3;
const pauseSeconds = 0.1;

/** Words as tones that swell and fade with short pauses between them, in a room with a little noise, as WAV of 16 bit. */
export function makeSound(plan: SoundPlan): Buffer {
  const { seconds, head = 0.2, tail = 0.2, hole, height = 0.5, noise = 0.0003 } = plan;
  const { rate = 48_000, channels = 1, inverted = false } = plan;
  const frames = Math.round(seconds * rate);
  const pcm = Buffer.alloc(frames * channels * 2);
  let seed = 1;
  for (let frame = 0; frame < frames; frame += 1) {
    const at = frame / rate;
    const inWord = (at - head) % (wordSeconds + pauseSeconds);
    const silent =
      at < head ||
      at > seconds - tail ||
      inWord > wordSeconds ||
      (hole !== undefined && at >= hole.at && at < hole.at + hole.seconds);
    const swell = silent ? 0 : Math.min(1, inWord / 0.03, (wordSeconds - inWord) / 0.03);
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    const sample =
      height * swell * Math.sin(2 * Math.PI * 440 * at) + noise * (seed / 1_073_741_824 - 1);
    for (let channel = 0; channel < channels; channel += 1) {
      const signed = inverted && channel === 1 ? -sample : sample;
      const value = Math.round(Math.max(-1, Math.min(1, signed)) * 32_767);
      pcm.writeInt16LE(value, (frame * channels + channel) * 2);
    }
  }
  return toWav(pcm, { rate, channels });
}

function toWav(pcm: Buffer, { rate, channels }: { rate: number; channels: number }): Buffer {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + pcm.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate * channels * 2, 28);
  header.writeUInt16LE(channels * 2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(pcm.length, 40);
  return Buffer.concat([header, pcm]);
}

/** Samples of a WAV file, one array a channel; 1 is full scale. */
export interface Wav {
  sampleRate: number;
  channels: Float32Array[];
}

const pcm = 1;
const float = 3;
/** The format's own code is further back (RFC 2361). */
const extensible = 0xfffe;

/**
 * Reads a WAV file of 16, 24 or 32 bits, or of 32-bit floats.
 * @param name for the messages
 */
export function readWav(bytes: Buffer, name: string): Wav {
  if (bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WAVE') {
    throw new Error(`Expected ${name} to be a WAV file, got none`);
  }
  let format: Buffer | undefined;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const kind = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    // What was written into a pipe says too long a length.
    const chunk = bytes.subarray(at + 8, Math.min(at + 8 + length, bytes.length));
    if (kind === 'fmt ') format = chunk;
    if (kind === 'data') {
      if (format === undefined) throw new Error(`Expected a format before the samples of ${name}`);
      return readSamples(chunk, format, name);
    }
    at += 8 + length + (length % 2);
  }
  throw new Error(`Expected samples in ${name}, got none`);
}

function readSamples(data: Buffer, format: Buffer, name: string): Wav {
  const said = format.readUInt16LE(0);
  const code = said === extensible && format.length >= 26 ? format.readUInt16LE(24) : said;
  const count = format.readUInt16LE(2);
  const sampleRate = format.readUInt32LE(4);
  const bits = format.readUInt16LE(14);
  const read = reader(code, bits);
  if (read === undefined || count < 1) {
    throw new Error(
      `Expected PCM of 16, 24 or 32 bits in ${name}, got format ${code}, ${bits} bits, ${count} channels`,
    );
  }
  const step = bits / 8;
  const length = Math.floor(data.length / (step * count));
  const channels = Array.from({ length: count }, (_, channel) => {
    const samples = new Float32Array(length);
    for (let at = 0; at < length; at += 1) {
      samples[at] = read(data, (at * count + channel) * step);
    }
    return samples;
  });
  return { sampleRate, channels };
}

function reader(code: number, bits: number): ((data: Buffer, at: number) => number) | undefined {
  if (code === float && bits === 32) return (data, at) => data.readFloatLE(at);
  if (code !== pcm) return undefined;
  if (bits === 16) return (data, at) => data.readInt16LE(at) / 2 ** 15;
  if (bits === 24) return (data, at) => data.readIntLE(at, 3) / 2 ** 23;
  if (bits === 32) return (data, at) => data.readInt32LE(at) / 2 ** 31;
  return undefined;
}

/** Silence between the greeting and the menu of a recorded call. */
const pauseSeconds = 0.5;
const headerBytes = 44;
const rate = 8000;
const bytesASample = 2;

/**
 * Joins recordings into one, for a provider that plays one file: WAV of 8 kHz, 16 bit, mono.
 * @throws for anything but PCM of that form
 */
export function joinPrompts(recordings: readonly Uint8Array[]): Buffer {
  const pause = Buffer.alloc(pauseSeconds * rate * bytesASample);
  const sounds = recordings.flatMap((recording, index) => [
    ...(index === 0 ? [] : [pause]),
    extractPcm(Buffer.from(recording.buffer, recording.byteOffset, recording.length)),
  ]);
  const pcm = Buffer.concat(sounds);
  const header = Buffer.alloc(headerBytes);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(headerBytes - 8 + pcm.length, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate * bytesASample, 28);
  header.writeUInt16LE(bytesASample, 32);
  header.writeUInt16LE(bytesASample * 8, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(pcm.length, 40);
  return Buffer.concat([header, pcm]);
}

function extractPcm(wav: Buffer): Buffer {
  if (wav.toString('latin1', 0, 4) !== 'RIFF' || wav.toString('latin1', 8, 12) !== 'WAVE') {
    throw new Error('Expected WAV for a prompt, got something else');
  }
  let form = '';
  for (let at = 12; at + 8 <= wav.length; ) {
    const id = wav.toString('latin1', at, at + 4);
    const length = wav.readUInt32LE(at + 4);
    const body = at + 8;
    if (id === 'fmt ') {
      form = `${wav.readUInt16LE(body)} ${wav.readUInt16LE(body + 2)} ${wav.readUInt32LE(body + 4)} ${wav.readUInt16LE(body + 14)}`;
    }
    if (id === 'data') {
      if (form !== `1 1 ${rate} ${bytesASample * 8}`) {
        throw new Error(`Expected PCM of one channel, ${rate} Hz and 16 bit, got ${form}`);
      }
      return wav.subarray(body, body + length);
    }
    at = body + length + (length % 2);
  }
  throw new Error('Expected sound in a prompt, got none');
}

import { execFileSync } from 'node:child_process';
import { pngBomb } from './hostile-pictures.ts';

/** Small recordings that claim, or unpack to, far more than half a minute of speech. */

function byFfmpeg(...args: readonly string[]): Buffer {
  return execFileSync('ffmpeg', ['-v', 'error', ...args, 'pipe:1'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** Silence in eight channels of 192 kHz: 170 kB of FLAC that are 730 MB of samples. */
export function vastFlac(): Buffer {
  return byFfmpeg(
    ...['-f', 'lavfi', '-i', 'anullsrc=r=192000:cl=7.1:d=119'],
    ...['-c:a', 'flac', '-compression_level', '0', '-f', 'ogg'],
  );
}

/** A file of FLAC that says that it ends after a second. */
export function lyingFlac(flac: Buffer): Buffer {
  const bytes = Buffer.from(flac);
  bytes.writeBigUInt64LE(192_000n, bytes.lastIndexOf('OggS') + 6);
  return bytes;
}

/** A WAV whose header says what no sound has. */
export function absurdWav({ rate = 48_000, channels = 1, bits = 16 }): Buffer {
  const header = Buffer.alloc(64);
  header.write('RIFF____WAVEfmt ', 'latin1');
  header.writeUInt32LE(0xffffffff, 4);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE((rate * channels * (bits / 8)) >>> 0, 28);
  header.writeUInt16LE(((channels * bits) / 8) & 0xffff, 32);
  header.writeUInt16LE(bits, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(0xffffffff, 40);
  return header;
}

const speech = ['-f', 'lavfi', '-i', 'sine=frequency=440:duration=1'];

/** A second of MP3 that says that it has four thousand million frames; it is read as the second that it is. */
export function endlessMp3(): Buffer {
  const bytes = byFfmpeg(...speech, '-f', 'mp3', '-write_xing', '1');
  const at = Math.max(bytes.indexOf('Xing'), bytes.indexOf('Info'));
  bytes.writeUInt32BE(0xf0000000, at + 8);
  return bytes;
}

/** A second of MP3 whose cover is a PNG of 900 million pixels. */
export function mp3WithCover(): Buffer {
  const picture = Buffer.concat([Buffer.from('\0image/png\0\x03\0', 'latin1'), pngBomb()]);
  const frame = Buffer.concat([Buffer.from('APIC____\0\0', 'latin1'), picture]);
  frame.writeUInt32BE(syncSafe(picture.length), 4);
  const tag = Buffer.concat([Buffer.from('ID3\x04\0\0____', 'latin1'), frame]);
  tag.writeUInt32BE(syncSafe(frame.length), 6);
  return Buffer.concat([tag, byFfmpeg(...speech, '-f', 'mp3', '-id3v2_version', '0')]);
}

/** Seven bits a byte, as ID3 has it. */
function syncSafe(length: number): number {
  return (
    (length & 0x7f) |
    ((length & 0x3f80) << 1) |
    ((length & 0x1fc000) << 2) |
    ((length & 0xfe00000) << 3)
  );
}

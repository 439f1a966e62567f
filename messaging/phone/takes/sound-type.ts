/** Forms in which a recording may come: named as ffmpeg's demuxers, so that it never guesses what a file is. */
export const soundTypes = ['wav', 'mp3', 'mov', 'ogg'] as const;
export type SoundType = (typeof soundTypes)[number];

/** The form shows in these first bytes. */
export const soundHeadBytes = 12;

/** By its first bytes; null for anything else, playlists among it, which would lead ffmpeg to other files. */
export function detectSoundType(head: Uint8Array): SoundType | null {
  const text = Buffer.from(head).toString('latin1');
  if (/^(RIFF|RF64)/.test(text) && text.slice(8, 12) === 'WAVE') return 'wav';
  if (text.startsWith('OggS')) return 'ogg';
  if (text.slice(4, 8) === 'ftyp') return 'mov';
  if (text.startsWith('ID3')) return 'mp3';
  // Eleven set bits begin a frame of MPEG sound; the layer bits of Layer III are 01.
  const [first = 0, second = 0] = head;
  return first === 0xff && (second & 0xe6) === 0xe2 ? 'mp3' : null;
}

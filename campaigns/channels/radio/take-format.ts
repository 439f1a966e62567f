/** Formats of a mastered take; all others are made from the first one. */
export const takeFormats = ['master', 'wav48', 'wav44', 'mp3', 'wav8', 'ulaw', 'alaw'] as const;
export type TakeFormat = (typeof takeFormats)[number];

export interface TakeFile {
  /** Added to the name: two files may end alike. */
  suffix: string;
  extension: 'wav' | 'mp3';
  contentType: 'audio/wav' | 'audio/mpeg';
  rate: number;
  channels: 1 | 2;
  /** As ffprobe names it. */
  codec: string;
}

const wav = { extension: 'wav', contentType: 'audio/wav' } as const;

/**
 * Stations take WAV, or MP3 with a constant 320 kbit/s; Exotel plays 8 kHz of 16 bit; Twilio and most telephone systems
 * hold µ-law or A-law (ITU-T G.711).
 */
export const takeFiles: Readonly<Record<TakeFormat, TakeFile>> = {
  master: { ...wav, suffix: '_MASTER', rate: 48_000, channels: 1, codec: 'pcm_s24le' },
  wav48: { ...wav, suffix: '', rate: 48_000, channels: 2, codec: 'pcm_s24le' },
  wav44: { ...wav, suffix: '_44K16', rate: 44_100, channels: 2, codec: 'pcm_s16le' },
  mp3: {
    suffix: '',
    extension: 'mp3',
    contentType: 'audio/mpeg',
    rate: 44_100,
    channels: 2,
    codec: 'mp3',
  },
  wav8: { ...wav, suffix: '_8K16', rate: 8_000, channels: 1, codec: 'pcm_s16le' },
  ulaw: { ...wav, suffix: '_ULAW', rate: 8_000, channels: 1, codec: 'pcm_mulaw' },
  alaw: { ...wav, suffix: '_ALAW', rate: 8_000, channels: 1, codec: 'pcm_alaw' },
};

import { type FilmFormat, filmFormats } from './formats.ts';

/** One file of the film: its picture, and how ffmpeg writes it. */
export type Delivery = {
  /** As the page names it. */
  item: string;
  format: FilmFormat;
  extension: 'mp4' | 'mpg';
  /** Words set into the picture for those who do not hear them. */
  captions: boolean;
  video: readonly string[];
  audio: readonly string[];
  /** Refused when it comes out larger. */
  mostBytes?: number;
};

/** Studio range with the matrix of HD; Skia gives full-range RGB. */
const hd = [
  '-vf',
  'scale=in_range=full:out_range=tv:out_color_matrix=bt709:flags=accurate_rnd+full_chroma_int,format=yuv420p',
  ...[
    '-color_range',
    'tv',
    '-colorspace',
    'bt709',
    '-color_primaries',
    'bt709',
    '-color_trc',
    'bt709',
  ],
];
const h264 = (crf: number) => [
  ...hd,
  ...[
    '-c:v',
    'libx264',
    '-preset',
    'medium',
    '-tune',
    'animation',
    '-profile:v',
    'high',
    '-crf',
    String(crf),
  ],
  ...['-movflags', '+faststart'],
];
const aac = (rate: string) => ['-c:a', 'aac', '-b:a', rate, '-ar', '48000', '-ac', '2'];

function mp4(item: string, format: FilmFormat): Delivery {
  return { item, format, extension: 'mp4', captions: false, video: h264(16), audio: aac('192k') };
}

export const deliveries: readonly Delivery[] = [
  mp4('film-cinema', filmFormats.cinema),
  mp4('film-wide', filmFormats.wide),
  mp4('film-tall', filmFormats.tall),
  mp4('film-square', filmFormats.square),
  { ...mp4('film-captions', filmFormats.wide), captions: true },
  {
    item: 'film-message',
    format: filmFormats.message,
    extension: 'mp4',
    captions: false,
    video: h264(21),
    audio: aac('96k'),
    mostBytes: 5_000_000,
  },
  {
    // What a planner of older networks asked for; to be confirmed with each network.
    item: 'film-sd',
    format: filmFormats.sd,
    extension: 'mpg',
    captions: false,
    video: [
      '-vf',
      'scale=in_range=full:out_range=tv:out_color_matrix=bt601:flags=accurate_rnd+full_chroma_int,format=yuv420p',
      ...[
        '-color_range',
        'tv',
        '-colorspace',
        'bt470bg',
        '-color_primaries',
        'bt470bg',
        '-color_trc',
        'gamma28',
      ],
      ...['-c:v', 'mpeg2video', '-aspect', '16:9', '-g', '12', '-bf', '2'],
      ...['-b:v', '15M', '-minrate', '15M', '-maxrate', '15M', '-bufsize', '1835008'],
      ...['-muxrate', '16000000', '-f', 'vob'],
    ],
    audio: ['-c:a', 'mp2', '-b:a', '384k', '-ar', '48000', '-ac', '2'],
  },
];

import { messengerCut } from '../../../campaigns/social/film-cut.ts';
import { type FilmFormat, filmFormats } from './formats.ts';

/** One file of the film: its picture, and how ffmpeg writes it. */
export interface Delivery {
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
}

/** Skia gives full-range RGB; what is encoded is studio range, and says by which matrix, primaries and curve. */
function colour(matrix: 'bt709' | 'bt470bg'): string[] {
  // The scaler calls the older matrix by another name.
  const of = matrix === 'bt470bg' ? 'bt601' : matrix;
  const scale = `scale=in_range=full:out_range=tv:out_color_matrix=${of}:flags=accurate_rnd+full_chroma_int`;
  // The filter leaves primaries and curve unsaid, and the encoder takes them from the frame.
  const said = `setparams=range=tv:colorspace=${matrix}:color_primaries=${matrix}:color_trc=${matrix}`;
  return ['-vf', `${scale},format=yuv420p,${said}`];
}

const h264 = (crf: number) => [
  ...colour('bt709'),
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
  // In a hall nobody can switch them on.
  { ...mp4('film-cinema', filmFormats.cinema), captions: true },
  mp4('film-wide', filmFormats.wide),
  mp4('film-tall', filmFormats.tall),
  mp4('film-square', filmFormats.square),
  { ...mp4('film-captions', filmFormats.wide), captions: true },
  {
    item: messengerCut,
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
      ...colour('bt470bg'),
      ...['-c:v', 'mpeg2video', '-aspect', '16:9', '-g', '12', '-bf', '2'],
      ...['-b:v', '15M', '-minrate', '15M', '-maxrate', '15M', '-bufsize', '1835008'],
      ...['-muxrate', '16000000', '-f', 'vob'],
    ],
    audio: ['-c:a', 'mp2', '-b:a', '384k', '-ar', '48000', '-ac', '2'],
  },
];

/** Beside a person who signs, with the captions in the picture; made once there is a recording. */
export const signedFilm: Delivery = { ...mp4('film-sign', filmFormats.wide), captions: true };

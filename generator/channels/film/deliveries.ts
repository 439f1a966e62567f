import { messengerCut } from '../../../campaigns/channels/social/film-cut.ts';

/** A picture that the film is laid out for. */
export interface FilmShapeSize {
  readonly width: number;
  readonly height: number;
}

/** One encoded picture: laid out for its shape, drawn at its own pixels. */
export interface FilmFormat {
  readonly id: string;
  /** Laid out for this many pixels. */
  readonly layout: FilmShapeSize;
  /** Drawn at this many; not square where the sides are scaled apart. */
  readonly px: FilmShapeSize;
  readonly fps: number;
}

function format(id: string, width: number, height: number, fps: number): FilmFormat {
  return { id, layout: { width, height }, px: { width, height }, fps };
}

/** Each laid out for its shape, none cropped from another. */
export const filmFormats = {
  /** Flat of a 2K projector, as a DCP has it. */
  cinema: format('cinema', 1998, 1080, 24),
  wide: format('wide', 1920, 1080, 25),
  tall: format('tall', 1080, 1920, 30),
  square: format('square', 1080, 1080, 30),
  /** 4:3 pixels that are shown as 16:9. */
  sd: { ...format('sd', 1920, 1080, 25), px: { width: 720, height: 576 } },
  /** Small enough for a messenger. */
  message: { ...format('message', 1080, 1080, 25), px: { width: 720, height: 720 } },
} as const satisfies Record<string, FilmFormat>;

/** Frames of a length; a length that is no whole number of frames is refused. */
export function frameCount(seconds: number, { fps }: Pick<FilmFormat, 'fps'>): number {
  const frames = seconds * fps;
  if (Math.abs(frames - Math.round(frames)) > 1e-6)
    throw new Error(`Expected seconds of whole frames at ${fps} a second, got ${seconds}`);
  return Math.round(frames);
}

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
  ...`-c:v libx264 -preset medium -tune animation -profile:v high -crf ${crf}`.split(' '),
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

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

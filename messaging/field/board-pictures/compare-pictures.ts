import sharp, { type Sharp } from 'sharp';
import {
  judgeLikeness,
  type LikenessKind,
  type LikenessScores,
} from '../../../campaigns/activities/board-likeness.ts';
import { type Art, compareBoard, openArt, openPlane, type Photograph } from './compare.ts';
import { type Corners, fitHomography, mapPoint, type Point } from './homography.ts';
import type { Colours } from './plane.ts';
import { type FoundCode, measureSide, readCodes } from './read-codes.ts';

/** Artwork of a station's board as it was made once, beside that of boards which it could be taken for. */
export interface BoardArtwork {
  picture: Uint8Array;
  rivals: readonly Uint8Array[];
}

/** The verdict on a photograph of a board, and its reasons. */
export interface Likeness {
  kind: LikenessKind;
  scores: LikenessScores;
  /** Corners of the board in pixels of the photograph. */
  frame: Corners;
}

/**
 * Compares a photograph with the versions of a board's artwork; the one that it is most like counts. Null where none of them
 * bears a code that is in the photograph.
 */
export async function compareWithArtworks(
  pixels: Sharp,
  codes: readonly FoundCode[],
  artworks: readonly BoardArtwork[],
): Promise<Likeness | null> {
  let best: Likeness | null = null;
  for (const artwork of artworks) {
    const likeness = await compareWithOne(pixels, codes, artwork);
    if (likeness?.kind === 'own') return likeness;
    if (best === null || (likeness?.scores.board ?? -1) > best.scores.board) best = likeness;
  }
  return best;
}

async function compareWithOne(
  pixels: Sharp,
  codes: readonly FoundCode[],
  { picture, rivals }: BoardArtwork,
): Promise<Likeness | null> {
  const own = await openColours(picture);
  const [printed] = await readCodes(toSharp(own));
  const code = printed && codes.find(({ text }) => text === printed.text);
  if (printed === undefined || code === undefined) return null;
  const art = openArt(own, printed.corners);
  const planes = [];
  for (const rival of rivals) {
    const plane = openPlane(await openColours(rival), art.codePx);
    // One of another size is another layout.
    if (plane.width === art.plane.width && plane.height === art.plane.height)
      planes.push({ plane });
  }
  const { toPicture, ...photo } = await openPhotograph(pixels, code, art);
  const compared = compareBoard(photo, art, planes);
  const scores = { isMirrored: code.isMirrored, ...compared.scores };
  const frame = compared.frame.map(toPicture) as unknown as Corners;
  return { kind: judgeLikeness(scores), scores, frame };
}

async function openColours(picture: Uint8Array): Promise<Colours> {
  const { data, info } = await sharp(picture)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, rgb: data };
}

function toSharp({ width, height, rgb }: Colours): Sharp {
  return sharp(rgb, { raw: { width, height, channels: 3 } });
}

/** The part of a photograph in which the board can be, so small that its code is as large as the artwork's. */
async function openPhotograph(
  pixels: Sharp,
  { corners }: Pick<FoundCode, 'corners'>,
  art: Art,
): Promise<Photograph & { toPicture: (point: Point) => Point }> {
  const { width, height } = await pixels.metadata();
  const box = findBox(corners, art, { width, height });
  const scale = Math.min(1, art.codePx / measureSide(corners));
  const size = {
    width: Math.max(1, Math.round(box.width * scale)),
    height: Math.max(1, Math.round(box.height * scale)),
  };
  const { data } = await pixels
    .clone()
    .extract(box)
    .resize({ ...size, fit: 'fill' })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const move = ({ x, y }: Point): Point => ({
    x: ((x - box.left) * size.width) / box.width,
    y: ((y - box.top) * size.height) / box.height,
  });
  return {
    colours: { ...size, rgb: data },
    corners: corners.map(move) as unknown as Corners,
    toPicture: ({ x, y }) => ({
      x: (x * box.width) / size.width + box.left,
      y: (y * box.height) / size.height + box.top,
    }),
  };
}

/** Around the artwork as the code's corners place it; all of the picture where they say nothing of the far side. */
function findBox(corners: Corners, art: Art, { width, height }: { width: number; height: number }) {
  const way = fitHomography(
    art.corners.map((from, at) => ({ from, to: corners[at] as Point, weight: 1 })),
  );
  const all = { left: 0, top: 0, width, height };
  const { plane } = art;
  const edge = [0, 0.5, 1].flatMap((x) =>
    [0, 0.5, 1].map((y) => ({ x: x * plane.width, y: y * plane.height })),
  );
  if (edge.some(({ x, y }) => way[6] * x + way[7] * y + 1 < 0.2)) return all;
  const places = edge.map((point) => mapPoint(way, point));
  const xs = places.map(({ x }) => x);
  const ys = places.map(({ y }) => y);
  const spare = 0.5 * measureSide(corners);
  const left = Math.max(0, Math.floor(Math.min(...xs) - spare));
  const top = Math.max(0, Math.floor(Math.min(...ys) - spare));
  const right = Math.min(width, Math.ceil(Math.max(...xs) + spare));
  const bottom = Math.min(height, Math.ceil(Math.max(...ys) + spare));
  if (right - left < 16 || bottom - top < 16) return all;
  return { left, top, width: right - left, height: bottom - top };
}

import sharp, { type Sharp } from 'sharp';
import type { Random } from '../../../../campaigns/tracker/random.ts';
import type { Raster } from './camera.ts';

/** A part of a board in its own pixels. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const open = ({ width, height, rgb }: Raster) =>
  sharp(rgb, { raw: { width, height, channels: 3 } });

async function toRaster(picture: Sharp): Promise<Raster> {
  const { data, info } = await picture.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, rgb: data };
}

const clone = ({ width, height, rgb }: Raster): Raster => ({
  width,
  height,
  rgb: Uint8Array.from(rgb),
});

function copyBox(from: Raster, to: Raster, { left, top, width, height }: Box): void {
  for (let y = top; y < top + height; y += 1) {
    const at = (y * from.width + left) * 3;
    to.rgb.set(from.rgb.subarray(at, at + width * 3), at);
  }
}

/** Another board with a part of the own one stuck on: its code, or its whole phone. */
export function pasteOver(other: Raster, own: Raster, box: Box): Raster {
  const made = clone(other);
  copyBox(own, made, box);
  return made;
}

/** The own code on grey noise. */
export function onNoise(own: Raster, code: Box, random: Random): Raster {
  const made = clone(own);
  for (let at = 0; at < made.rgb.length; at += 3) made.rgb.fill(60 + random() * 140, at, at + 3);
  copyBox(own, made, code);
  return made;
}

/** The own code on one colour. */
export function onPlain(own: Raster, code: Box, tone: readonly number[]): Raster {
  const made = clone(own);
  for (let at = 0; at < made.rgb.length; at += 1) made.rgb[at] = tone[at % 3] as number;
  copyBox(own, made, code);
  return made;
}

/** Only the part around the code, as a sheet of paper. */
export async function cutOut(own: Raster, { left, top, width, height }: Box): Promise<Raster> {
  return toRaster(open(own).extract({ left, top, width, height }));
}

export async function mirrored(own: Raster): Promise<Raster> {
  return toRaster(open(own).flop());
}

export function inGrey(own: Raster): Raster {
  const made = clone(own);
  for (let at = 0; at < made.rgb.length; at += 3) {
    const [r = 0, g = 0, b = 0] = made.rgb.subarray(at, at + 3);
    made.rgb.fill(0.3 * r + 0.59 * g + 0.11 * b, at, at + 3);
  }
  return made;
}

/** The fields without their words: what is drawn in fine lines is painted over. */
export async function emptied(own: Raster, keep: Box): Promise<Raster> {
  const made = await toRaster(open(own).median(45));
  copyBox(own, made, keep);
  return made;
}

/** The same words in other places: the board in squares, shuffled, its code left where it is. */
export function shuffled(own: Raster, keep: Box, random: Random): Raster {
  const made = clone(own);
  const side = 90;
  const across = Math.floor(own.width / side);
  const down = Math.floor(own.height / side);
  const order = Array.from({ length: across * down }, (_, at) => at);
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] as number, order[at] as number];
  }
  order.forEach((from, to) => {
    for (let row = 0; row < side; row += 1) {
      const source =
        ((Math.floor(from / across) * side + row) * own.width + (from % across) * side) * 3;
      const target =
        ((Math.floor(to / across) * side + row) * own.width + (to % across) * side) * 3;
      made.rgb.set(own.rgb.subarray(source, source + side * 3), target);
    }
  });
  copyBox(own, made, keep);
  return made;
}

/** A board of another layout: another artwork, stretched to the board's size, with the own code on it. */
export async function otherLayout(own: Raster, other: Raster, code: Box): Promise<Raster> {
  const made = await toRaster(
    open(other).resize({ width: own.width, height: own.height, fit: 'cover' }),
  );
  copyBox(own, made, code);
  return made;
}

/** The band of the name painted over. */
export function nameless(own: Raster, name: Box): Raster {
  const made = clone(own);
  for (let y = name.top; y < name.top + name.height; y += 1)
    for (let x = name.left; x < name.left + name.width; x += 1) {
      const to = (y * own.width + x) * 3;
      // The wall beside it.
      const from = (y * own.width + name.left) * 3;
      made.rgb.set(own.rgb.subarray(from, from + 3), to);
    }
  return made;
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { palette } from '../../ink/palette.ts';
import type { FilmShapeSize } from './formats.ts';

/** Rule 35(3) of 1983: Part I of the certificate is shown for at least ten seconds. */
export const slateSeconds = 10;

/** The certificate's picture, where somebody has laid it there. */
export function certificateIn(dataDir: string): string | undefined {
  return ['png', 'jpg']
    .map((ending) => join(dataDir, 'film', `certificate.${ending}`))
    .find((file) => existsSync(file));
}

/** The certificate whole on a white ground, as RGBA. */
export async function slatePixels(
  file: string,
  { width, height }: FilmShapeSize,
): Promise<Uint8Array> {
  return sharp(file)
    .rotate()
    .resize({ width, height, fit: 'contain', background: palette.paper.screen })
    .flatten({ background: palette.paper.screen })
    .ensureAlpha()
    .raw()
    .toBuffer();
}

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { palette } from '../../ink/palette.ts';
import { type FilmShapeSize, filmFormats } from './deliveries.ts';

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

/** A person who signs the film, recorded against a plain ground. */
export interface Signer {
  file: string;
  sha256: string;
}

/** Longer than the film by more is not this film's. */
const slackSeconds = 0.5;

/** The recording, where somebody has laid it there. */
export function signerIn(dataDir: string): Signer | undefined {
  const file = ['mp4', 'mov', 'webm']
    .map((ending) => join(dataDir, 'film', `signer.${ending}`))
    .find((path) => existsSync(path));
  if (file === undefined) return undefined;
  return { file, sha256: createHash('sha256').update(readFileSync(file)).digest('hex') };
}

/** @throws when it is longer than the film, or no picture at all */
export function checkSigner({ file }: Signer, filmSeconds: number): void {
  const asked = ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', file];
  const seconds = Number(spawnSync('ffprobe', asked, { encoding: 'utf8' }).stdout);
  if (!(seconds > 0 && seconds <= filmSeconds + slackSeconds))
    throw new Error(`Expected a signer of at most ${filmSeconds} s in ${file}, got ${seconds} s`);
}

const { width, height } = filmFormats.wide.layout;
/** The film is smaller beside the signer, so that neither covers the other. */
const film = { x: 24, width: 1400, height: 788 };
const signer = { x: film.x + film.width + 24, width: 448, height: 788 };
const top = (height - film.height) / 2;

/**
 * Filter of ffmpeg that sets the film (input 0) and the signer (input 2) side by side on navy; the last picture stands
 * where the signer ends before the film.
 * @param colour filters that the delivery ends with
 */
export function besideSigner(colour: string): string {
  const { fps } = filmFormats.wide;
  const fill = `scale=${signer.width}:${signer.height}:force_original_aspect_ratio=increase`;
  return [
    `color=c=${palette.navy.screen.replace('#', '0x')}:s=${width}x${height}:r=${fps},format=gbrp[ground]`,
    `[0:v]scale=${film.width}:${film.height},format=gbrp[film]`,
    `[2:v]fps=${fps},${fill},crop=${signer.width}:${signer.height},setsar=1,format=gbrp[signer]`,
    `[ground][film]overlay=${film.x}:${top}:format=gbrp:shortest=1[one]`,
    `[one][signer]overlay=${signer.x}:${top}:format=gbrp:eof_action=repeat[both]`,
    `[both]${colour}[out]`,
  ].join(';');
}

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { type Station, stationKey } from '../../../../campaigns/directory/station.ts';
import { findTwins } from '../../../../messaging/field/activities/photo-proof.ts';
import type { BoardArtwork } from '../../../../messaging/field/board-pictures/compare-pictures.ts';
import { readCodes } from '../../../../messaging/field/board-pictures/read-codes.ts';
import { type Raster, readRaster } from './camera.ts';
import type { Boards } from './sets.ts';

/** Pictures of artworks for stations as the kit has them, by the station's key and the width. */
export function drawArtworks(artwork: string, keys: readonly string[]): Map<string, Buffer[]> {
  const out = mkdtempSync(join(tmpdir(), 'artworks-'));
  const main = join(import.meta.dirname, '../../../../generator/main.ts');
  const options = ['--station', keys.join(','), '--artwork', artwork, '--format', 'preview'];
  execFileSync(process.execPath, [main, ...options, '--out', out], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const { files } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as {
    files: { path: string; district: string; station: string; bytes: number }[];
  };
  const drawn = new Map<string, Buffer[]>();
  for (const { path, district, station } of files.sort((a, b) => a.bytes - b.bytes)) {
    const key = `${district}/${station}`;
    drawn.set(key, [...(drawn.get(key) ?? []), readFileSync(join(out, path))]);
  }
  rmSync(out, { recursive: true, force: true });
  return drawn;
}

/** What is compared with a station's board, as the service would choose it, and what others could stage. */
export interface DrawnBoard {
  key: string;
  artwork: BoardArtwork;
  boards: Boards;
}

/** @param stations the directory's, of which some are drawn with their twins and neighbours */
export async function drawBoards(
  stations: readonly Station[],
  picked: readonly Station[],
): Promise<DrawnBoard[]> {
  const besides = picked.map((own) => {
    const twins = findTwins(stations, own);
    const near = stations.filter(({ district, id }) => district === own.district && id !== own.id);
    const neighbours = near.filter((each) => !twins.includes(each)).slice(0, 4);
    return [...twins, ...neighbours].map(stationKey);
  });
  const keys = [...new Set([...picked.map(stationKey), ...besides.flat()])];
  const drawn = drawArtworks('board', keys);
  const [poster] = [...drawArtworks('poster-a2', keys.slice(0, 1)).values()].flat();
  const small = (key: string) => drawn.get(key)?.[0] as Buffer;
  const large = (key: string) => readRaster(drawn.get(key)?.at(-1) as Buffer);
  return Promise.all(
    picked.map(async (station, at): Promise<DrawnBoard> => {
      const key = stationKey(station);
      const rivals = besides[at] as string[];
      const own = await large(key);
      const places = await findPlaces(own);
      return {
        key,
        artwork: { picture: small(key), rivals: rivals.map(small) },
        boards: {
          ...places,
          own,
          twin: await large(rivals[0] as string),
          other: await large(rivals.at(-1) as string),
          poster: await readRaster(poster as Buffer),
        },
      };
    }),
  );
}

/** Where the code, the phone around it and the name are on a board, by the code that is read on it. */
export async function findPlaces(own: Raster): Promise<Pick<Boards, 'code' | 'phone' | 'name'>> {
  const { width, height, rgb } = own;
  const [code] = await readCodes(sharp(rgb, { raw: { width, height, channels: 3 } }));
  if (code === undefined) throw new Error('Expected a code on the board, got none');
  const xs = code.corners.map(({ x }) => x);
  const ys = code.corners.map(({ y }) => y);
  const module = (Math.max(...xs) - Math.min(...xs)) / 29;
  const box = (spare: number, top: number, bottom: number) => ({
    left: Math.round(Math.min(...xs) - spare),
    top: Math.round(top),
    width: Math.round(Math.max(...xs) - Math.min(...xs) + 2 * spare),
    height: Math.round(bottom - top),
  });
  const quiet = 4 * module;
  const inCode = box(quiet, Math.min(...ys) - quiet, Math.max(...ys) + quiet);
  return {
    code: inCode,
    // Below the station's walls, which bear its name.
    phone: box(quiet + 1.5 * module, 0.285 * height, 0.99 * height),
    name: box(quiet + 2.5 * module, 0.066 * height, 0.275 * height),
  };
}

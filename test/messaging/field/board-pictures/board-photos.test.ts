import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { LikenessKind } from '../../../../campaigns/activities/board-likeness.ts';
import { loadBaseDirectory } from '../../../../campaigns/directory/directory-fs.ts';
import { boardStations, stationKey } from '../../../../campaigns/directory/station.ts';
import { findTwins } from '../../../../messaging/field/activities/photo-proof.ts';
import { compareWithArtworks } from '../../../../messaging/field/board-pictures/compare-pictures.ts';
import { readCodes } from '../../../../messaging/field/board-pictures/read-codes.ts';
import { type DrawnBoard, drawBoards } from './drawn-boards.ts';
import { type HonestKind, type StagedKind, takeHonest, takeStaged } from './sets.ts';

// A slice of `npm run bench -- board-photos`.

const stations = boardStations(loadBaseDirectory());
const find = (district: string, id: string) => {
  const found = stations.find((each) => each.district === district && each.id === id);
  if (found === undefined) throw new Error(`Expected ${district}/${id} in the directory`);
  return found;
};
const pisawa = find('aligarh', 'pisawa');

describe('a photograph of a board', async () => {
  const [board] = (await drawBoards(stations, [pisawa])) as [DrawnBoard];

  async function judge(jpeg: Buffer): Promise<LikenessKind | null> {
    const pixels = sharp(jpeg);
    const found = await compareWithArtworks(pixels, await readCodes(pixels), [board.artwork]);
    return found?.kind ?? null;
  }

  test.each<HonestKind>(['angle', 'evening', 'sag', 'mixed'])('%s proves it', async (kind) => {
    expect(await judge(await takeHonest(board.boards.own, kind, 7))).toBe('own');
  });

  test('from so near that its name is not in it asks for another', async () => {
    const { own, phone } = board.boards;
    const { width, height, rgb } = own;
    const pixels = sharp(rgb, { raw: { width, height, channels: 3 } });
    expect(await judge(await pixels.extract(phone).jpeg().toBuffer())).toMatch(
      /name-unclear|little-seen/,
    );
  });

  test.each<[StagedKind, RegExp]>([
    ['code on noise', /unlike/],
    ['mirrored', /mirrored/],
    ['twin’s board, own code', /other-name|name-unclear/],
    ['phone on a sheet', /unlike|unclear|little-seen/],
    ['printed in grey', /unlike|unclear/],
  ])('of a staged one does not: %s', async (kind, expected) => {
    expect(await judge(await takeStaged(board.boards, kind, 5))).toMatch(expected);
  });

  test('of an older version proves the board as well, and one without its code is not compared', async () => {
    const pixels = sharp(await takeHonest(board.boards.own, 'plain', 9));
    const codes = await readCodes(pixels);
    const [other] = board.artwork.rivals as [Uint8Array];
    const newer = { picture: other, rivals: [] };
    const both = [newer, board.artwork];
    expect(await compareWithArtworks(pixels, codes, both)).toMatchObject({ kind: 'own' });
    expect(await compareWithArtworks(pixels, codes, [newer])).toBeNull();
  });
});

test.each([
  ['a letter apart', 'aligarh/pisawa', 'sitapur/pisawan'],
  ['a letter apart, the other way', 'sitapur/pisawan', 'aligarh/pisawa'],
])('the nearest twin of a station is that whose name is %s', (_, key, twin) => {
  const [district = '', id = ''] = key.split('/');
  const [first] = findTwins(stations, find(district, id));
  expect(first && stationKey(first)).toBe(twin);
});

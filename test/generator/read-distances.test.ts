import { expect, test } from 'vitest';
import { loadCampaign } from '../../campaigns/campaign-fs.ts';
import { boardStations, stationKey } from '../../campaigns/directory/station.ts';
import { phrases } from '../../campaigns/words/preflight-words.ts';
import { createKit } from '../../generator/artwork/artwork.ts';
import { artworkById, artworks, listArtworks } from '../../generator/artwork/catalogue.ts';
import { legibleMm, listReadDistances, readableM } from '../../generator/artwork/legible.ts';
import { pamphlet } from '../../generator/artwork/pamphlet.ts';
import { sticker } from '../../generator/artwork/sticker.ts';
import { loadFonts } from '../../generator/layout/fonts-fs.ts';
import { subunits } from '../../generator/layout/typeface.ts';
import { directory, fonts, makeImprint, openStamper } from './press-room.ts';

test('the board says from how far each of its texts is read, never more than its letters give', () => {
  const campaign = loadCampaign('up-cop');
  const board = artworkById('board', campaign);
  const kit = createKit(campaign, loadFonts());
  const reads = listReadDistances(board, kit);
  expect(reads.map(({ part }) => part)).toEqual([
    ...['headline', 'scan', 'name', 'service', 'district', 'smallest'],
  ]);
  const of = (part: string) => reads.find((each) => each.part === part);
  // 181 mm in two lines: 15 minutes of arc, and 1.32 of that for Devanagari.
  expect(of('headline')?.metres).toBe(Math.floor(readableM('क', 181)));
  expect(legibleMm('क', of('headline')?.metres ?? 0)).toBeLessThanOrEqual(182);
  expect(of('name')?.leastMetres).toBeLessThan(of('name')?.metres ?? 0);
  for (const { part, metres } of reads)
    expect(metres, part).toBeGreaterThanOrEqual(
      board.limits.readFromM[part] ?? board.limits.readFromM.rest,
    );
});

test.each([pamphlet, sticker])(
  'the address on every station’s $id is as large as its distance asks for',
  async (artwork) => {
    const { shapes } = await openStamper(artwork);
    const face = fonts.typeface(700);
    const { link, rest } = artwork.limits.readFromM;
    const least = legibleMm('uppolice', link ?? rest);
    for (const station of boardStations(directory)) {
      const links = shapes(makeImprint(stationKey(station), artwork))
        .flat()
        .flatMap((shape) => (shape.kind === 'line' && shape.part === 'link' ? [shape] : []));
      expect(links.length, station.id).toBeGreaterThan(0);
      for (const { matrix } of links)
        expect(matrix[0] * subunits * face.shirorekha, station.id).toBeGreaterThanOrEqual(least);
    }
  },
);

test('who scans the code of a piece with the building, at ten times its width, has read its doorstep', () => {
  const campaign = loadCampaign('up-cop');
  const kit = createKit(campaign, loadFonts());
  const signed = listArtworks(campaign, artworks).filter(
    ({ source, language }) => source.includes('station') && language === undefined,
  );
  expect(signed).toHaveLength(9);
  for (const artwork of signed) {
    const { limits } = artwork;
    const step = listReadDistances(artwork, kit).find(({ part }) => part === 'scan');
    expect(limits.readFromM['scan'], artwork.id).toBeGreaterThan(1.4 * (limits.qrMm / 100));
    expect(step?.metres, artwork.id).toBeGreaterThan(1.25 * (limits.qrMm / 100));
  }
});

test('a figure that falls short of its bar is never rounded to it', () => {
  expect(phrases.mm(1.6996, 1.7).en).toBe('1.6996 mm');
  expect(phrases.mm(1.65, 1.7).en).toBe('1.65 mm');
  expect(phrases.mm(24.997, 25).hi).toBe('24.997 मिमी');
});

import { expect, test } from 'vitest';
import { loadCampaign } from '../../campaigns/campaign-fs.ts';
import { createKit } from '../../generator/artwork/artwork.ts';
import { artworkById } from '../../generator/artwork/catalogue.ts';
import { legibleMm, listReadDistances, readableM } from '../../generator/artwork/legible.ts';
import { loadFonts } from '../../generator/layout/fonts-fs.ts';

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

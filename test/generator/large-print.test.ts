import { expect, test } from 'vitest';
import { printedUrl } from '../../campaigns/links/links.ts';
import { createKit, type Imprint } from '../../generator/artwork/artwork.ts';
import { pamphletLarge } from '../../generator/artwork/pamphlet-large.ts';
import { largePrintPoints } from '../../generator/artwork/pamphlet-large-back.ts';
import { subunits } from '../../generator/layout/typeface.ts';
import { encodeQr } from '../../generator/qr/encode.ts';
import { campaign, fonts, layOutOne } from './press-room.ts';

test.each([
  ['थाना हजरतगंज', 'जनपद लखनऊ'],
  ['जी.आर.पी. थाना पं. दीन दयाल उपाध्याय जंक्शन', 'जनपद गौतम बुद्ध नगर'],
])('the pamphlet in large print has nothing below 18 points: %s', async (name, districtName) => {
  const kit = createKit(campaign, fonts);
  const layout = await layOutOne(pamphletLarge);
  const url = printedUrl(campaign.links.host, '0HV07B');
  const imprint = { name, districtName, url, ownFields: {} } as unknown as Imprint;
  const emOfUnit = (fonts.typeface(700).unitsPerEm * subunits * 72) / 25.4;
  const sizes = pamphletLarge.pages.flatMap((page, at) => {
    const { shapes = [], slots = new Map() } = layout.sides[at] ?? {};
    const stamped = page.stamp(slots, imprint, { ...kit, qr: encodeQr(url) });
    return [...shapes, ...stamped].flatMap((shape) =>
      shape.kind === 'line'
        ? [{ part: shape.part, points: Math.hypot(shape.matrix[2], shape.matrix[3]) * emOfUnit }]
        : [],
    );
  });
  expect(sizes.length).toBeGreaterThan(40);
  const tooSmall = sizes.filter(({ points }) => points < largePrintPoints - 0.01);
  expect(tooSmall).toEqual([]);
});

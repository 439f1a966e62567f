import { join } from 'node:path';
import sharp from 'sharp';
import type { Campaign } from '../../campaigns/campaign.ts';
import type { Directory, Station } from '../../campaigns/directory/station.ts';
import { stripName } from '../../campaigns/directory/strip-name.ts';
import type { Registry } from '../../campaigns/links/registry.ts';
import { artworkById } from '../artwork/catalogue.ts';
import { loadFonts } from '../layout/fonts-fs.ts';
import { createPreviewer } from '../preview/previewer.ts';
import type { SharedLayout } from './shared-layout.ts';
import { createStamper } from './stamp.ts';
import { createImprints } from './station-imprints.ts';

const columns = 4;
const cellPx = 480;
const gapPx = 24;

/**
 * Draws the ten longest and the ten shortest names of a selection on one PNG: the names at which a layout
 * breaks first.
 * @returns the path of the sheet
 */
export async function writeContactSheet(input: {
  campaign: Campaign;
  directory: Directory;
  registry: Registry;
  stations: readonly Station[];
  layouts: readonly SharedLayout[];
  out: string;
}): Promise<string> {
  const { campaign, directory, registry, stations, layouts, out } = input;
  const [layout] = layouts;
  const [side] = layout?.sides ?? [];
  if (layout === undefined || side === undefined)
    throw new Error('Expected an artwork for the contact sheet, got none');
  const artwork = artworkById(layout.artwork, campaign);
  const previewer = createPreviewer({ ...artwork, previewWidthsPx: [cellPx] }, side);
  const stamper = createStamper(artwork, layout, { campaign, fonts: loadFonts() });
  const imprint = createImprints(campaign, directory, registry);
  const pictures: Buffer[] = [];
  for (const station of extremes(stations)) {
    const [stamped = []] = stamper.shapes(imprint(station, artwork));
    for (const { png } of previewer.render(stamped)) pictures.push(png);
  }
  const cellHeight = Math.round(
    (cellPx * artwork.format.trimMm.height) / artwork.format.trimMm.width,
  );
  const rows = Math.ceil(pictures.length / columns);
  const path = join(out, `contact-sheet-${artwork.id}.png`);
  await sharp({
    create: {
      width: columns * (cellPx + gapPx) + gapPx,
      height: rows * (cellHeight + gapPx) + gapPx,
      channels: 3,
      background: '#8A8F98',
    },
  })
    .composite(
      pictures.map((input, index) => ({
        input,
        left: gapPx + (index % columns) * (cellPx + gapPx),
        top: gapPx + Math.floor(index / columns) * (cellHeight + gapPx),
      })),
    )
    .png()
    .toFile(path);
  return path;
}

/** The ten longest names, longest first, then the ten shortest. */
function extremes(stations: readonly Station[]): Station[] {
  const sorted = [...stations].sort((a, b) => stripName(b).length - stripName(a).length);
  const longest = sorted.slice(0, 10);
  return [...longest, ...sorted.slice(10).slice(-10).reverse()];
}

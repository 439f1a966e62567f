import type { Campaign } from '../../campaigns/campaign.ts';
import { typedUrl } from '../../campaigns/links/links.ts';
import { ticketWords } from '../../campaigns/words/ticket-words.ts';
import type { Artwork, Imprint } from '../artwork/artwork.ts';
import { OfficePage } from '../artwork/office-page.ts';
import { placeShapes, type Shape } from '../layout/drawing.ts';
import type { Fonts } from '../layout/fonts-fs.ts';
import { officeFile } from './office-file.ts';
import type { OutputIntent } from './press-file.ts';

/** A4 across. */
const trimMm = { width: 297, height: 210 };
const margin = 12;
const gap = 8;
const view = { top: 32, height: 122 };

/** All sides of a station's artwork on one page, what they say in plain letters, and who signs before it is printed. */
export function makeProof(
  context: { campaign: Campaign; fonts: Fonts; intent: OutputIntent },
  {
    artwork,
    imprint,
    sides,
  }: { artwork: Artwork; imprint: Imprint; sides: readonly (readonly Shape[])[] },
): Uint8Array {
  const { campaign, fonts } = context;
  const page = new OfficePage(fonts);
  const { width, height } = artwork.format.trimMm;
  page.fill('navy', 0, 0, trimMm.width, 24);
  const title = `${campaign.app.name} ${artwork.id}: ${imprint.name}, ${imprint.districtName}`;
  page.text(title, { x: margin, y: 14.5, points: 17, weight: 800, ink: 'paper', maxWidth: 200 });
  page.text('PROOF', {
    x: trimMm.width - margin,
    y: 14.5,
    points: 17,
    weight: 800,
    ink: 'marigold',
    align: 'right',
  });
  const room = trimMm.width - 2 * margin - gap * (sides.length - 1);
  const scale = Math.min(view.height / height, room / sides.length / width);
  const whole = sides.length * width * scale + gap * (sides.length - 1);
  const shapes: Shape[] = [];
  for (const [index, side] of sides.entries()) {
    const x = (trimMm.width - whole) / 2 + index * (width * scale + gap);
    shapes.push(...placeShapes(side, { scale, x, y: view.top }));
  }
  const words = ticketWords(campaign);
  const said = [
    words.proof(
      `${width} × ${height}`,
      Math.round(1 / scale),
      `${imprint.code}: ${typedUrl(imprint.url)}`,
    ),
    `v${campaign.version} ${campaign.versionDate}`,
    ...(campaign.links.confirmed ? [] : [words.proofHold]),
  ];
  page.text(said.join('   ·   '), {
    x: margin,
    y: 164,
    points: 9,
    maxWidth: trimMm.width - 2 * margin,
  });
  page.signatures(
    words.signers,
    { x: margin, y: 169, width: trimMm.width - 2 * margin, height: 31 },
    words.signature,
  );
  const about = { title: `${title}: proof`, date: campaign.versionDate };
  const file = officeFile([{ trimMm, shapes: [...shapes, ...page.shapes] }], about, context);
  return Buffer.concat(file.parts);
}

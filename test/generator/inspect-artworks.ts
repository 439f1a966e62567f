import type { Campaign } from '../../campaigns/campaign.ts';
import type { ManifestFile } from '../../campaigns/manifest.ts';
import type { Artwork } from '../../generator/artwork/artwork.ts';
import { artworkById } from '../../generator/artwork/catalogue.ts';
import { loadFonts } from '../../generator/layout/fonts-fs.ts';
import { loadPictures } from '../../generator/layout/pictures-fs.ts';
import { createPressChecker, type NamedDeviation } from '../../generator/preflight/check-press.ts';
import { createExpected } from '../../generator/preflight/expected.ts';
import { coatedIntent } from '../../generator/print/output-intent-fs.ts';
import { layOutShared } from '../../generator/run/shared-layout.ts';
import { createStamper } from '../../generator/run/stamp.ts';

const fonts = loadFonts();
const sources = { fonts, pictures: loadPictures(), intent: coatedIntent() };
const checker = await createPressChecker(fonts);

export type Place = { name: string; districtName: string };

export type Inspected = { artwork: string; place: Place; pdf: Buffer; found: NamedDeviation[] };

/** The press files of artworks, each with the places that `placesOf` gives, and everything that preflight finds on them. */
export async function inspectArtworks(
  campaign: Campaign,
  chosen: readonly (string | Artwork)[],
  placesOf: () => readonly Place[],
): Promise<Inspected[]> {
  const expectedOf = createExpected(campaign, fonts);
  const artworks = chosen.map((each) => (typeof each === 'string' ? artworkById(each) : each));
  const layouts = await layOutShared(artworks, campaign, sources);
  const url = `https://${campaign.links.host}/Q17SN0N`;
  const inspected: Inspected[] = [];
  for (const [at, artwork] of artworks.entries()) {
    const layout = layouts[at];
    if (layout === undefined) throw new Error(`Expected a layout of ${artwork.id}, got none`);
    const stamper = createStamper(artwork, layout, { campaign, fonts });
    for (const place of placesOf()) {
      const imprint = { district: 'some', station: 'where', code: '17SN0N', url, ...place };
      const { parts } = stamper.pressFile(imprint, stamper.shapes(imprint));
      const { width: widthMm, height: heightMm } = (artwork.imposition ?? artwork.format).trimMm;
      const entry = { url, code: imprint.code, widthMm, heightMm } as ManifestFile;
      const pdf = Buffer.concat(parts);
      const found = await checker.checkPress(pdf, entry, expectedOf(artwork, imprint));
      inspected.push({ artwork: artwork.id, place, pdf, found });
    }
  }
  return inspected;
}

import type { Campaign } from '../../campaigns/campaign.ts';
import type { Artwork } from '../../generator/artwork/artwork.ts';
import { artworkById } from '../../generator/artwork/catalogue.ts';
import type { NamedDeviation } from '../../generator/preflight/check-press.ts';
import { layOutShared } from '../../generator/run/shared-layout.ts';
import { createStamper } from '../../generator/run/stamp.ts';
import { findDeviations, fonts, sources } from './press-room.ts';

export interface Place {
  name: string;
  districtName: string;
}

export interface Inspected {
  artwork: string;
  place: Place;
  pdf: Buffer;
  found: NamedDeviation[];
}

/** The press files of artworks, each with the places that `placesOf` gives, and everything that preflight finds on them. */
export async function inspectArtworks(
  campaign: Campaign,
  chosen: readonly (string | Artwork)[],
  placesOf: () => readonly Place[],
): Promise<Inspected[]> {
  const artworks = chosen.map((each) =>
    typeof each === 'string' ? artworkById(each, campaign) : each,
  );
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
      const pdf = Buffer.concat(parts);
      const found = await findDeviations(artwork, imprint, pdf, campaign);
      inspected.push({ artwork: artwork.id, place, pdf, found });
    }
  }
  return inspected;
}

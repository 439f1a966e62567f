import type { Station } from '../../campaigns/directory/station.ts';
import { type FitFault, urduArtworks } from '../../campaigns/print/proofs/proof.ts';
import { createImprints } from '../run/station-imprints.ts';
import { layoutFinding } from './findings.ts';
import type { LaidArtworks } from './laid-artworks.ts';
import type { ProofContext } from './station-proof.ts';

/** Artwork on which a name in Urdu has its own room. */

/**
 * Whether names find room, each set as it will be printed, without a picture: a list of a district is answered in a moment.
 * @param station whose artwork they are on for it
 * @returns what is wrong with each name, null for one that fits
 */
export async function fitUrduNames(
  names: readonly string[],
  station: Station,
  {
    laid,
    directory,
    registry,
  }: { laid: LaidArtworks } & Pick<ProofContext, 'directory' | 'registry'>,
): Promise<(FitFault | null)[]> {
  const imprintOf = createImprints(laid.campaign, directory, registry);
  const opened = await Promise.all(urduArtworks.map((id) => laid.get(id)));
  return names.map((name) => {
    for (const { artwork, stamper } of opened) {
      try {
        stamper.shapes({ ...imprintOf(station, artwork), name });
      } catch (error) {
        const { expected, found } = layoutFinding(error, null);
        return { artwork: artwork.id, expected, found };
      }
    }
    return null;
  });
}

import type { Artwork, Imposition } from '../artwork.ts';
import { pamphlet, pamphletFourUp, pamphletTwoUp } from '../pamphlet.ts';
import { pamphletBackUrdu } from './pamphlet-back-urdu.ts';
import { uprightUrduFace } from './upright-urdu.ts';
import { urduPage } from './urdu-page.ts';

const { trimMm, bleedMm } = pamphlet.format;

/** The pamphlet in Urdu: it opens from the other side, so that its front is printed as any front and its back behind it. */
export const pamphletUrdu: Artwork = {
  ...pamphlet,
  id: 'pamphlet-ur',
  source: 'artwork/urdu/pamphlet-urdu.ts',
  language: 'ur',
  format: { ...pamphlet.format, mirrored: true },
  limits: {
    ...pamphlet.limits,
    readFromM: {
      ...pamphlet.limits.readFromM,
      headline: 1.2,
      scan: 0.65,
      stores: 0.31,
      rest: 0.325,
    },
  },
  onDemand: true,
  pages: [
    urduPage(uprightUrduFace('front', trimMm, bleedMm), trimMm.width),
    pamphletBackUrdu(trimMm.width),
  ],
};

export const pamphletUrduTwoUp: Artwork = imposed('pamphlet-ur-2up', pamphletTwoUp);
export const pamphletUrduFourUp: Artwork = imposed('pamphlet-ur-4up', pamphletFourUp);

/** On the sheet of the Hindi one, from right to left as the leaf is read: fronts at the right, backs at the left. */
function imposed(id: string, { imposition }: Artwork): Artwork {
  if (imposition === undefined) throw new Error(`Expected a sheet for ${id}, got none`);
  return { ...pamphletUrdu, id, previewWidthsPx: [], imposition: mirrored(imposition) };
}

/** Turned over from left to right each front meets its back as before: marks, gutter and turn stay. */
function mirrored(imposition: Imposition): Imposition {
  const { width } = imposition.trimMm;
  const cells = imposition.cells.map((cell) => ({ ...cell, x: width - cell.x - trimMm.width }));
  return { ...imposition, cells };
}

import type { Artwork, FieldRow, Imposition, NameGrid, Page } from '../artwork.ts';
import { helpRow } from '../foot-line.ts';
import { pamphlet, pamphletFourUp, pamphletTwoUp } from '../pamphlet.ts';
import { backMeasure, placeBack } from '../pamphlet-back.ts';
import { pamphletContact } from '../pamphlet-contact.ts';
import { uprightUrduFace } from './upright-urdu.ts';
import { urduPage } from './urdu-page.ts';

const { trimMm, bleedMm } = pamphlet.format;

const { left, width } = backMeasure;

/** Where the sentence with the station's name hangs. */
const contact: NameGrid = {
  widthMm: width,
  shirorekhaMm: 196.2,
  aboveMm: 3.6,
  belowMm: 8.8,
  idealHeightMm: 4.6,
  minHeightMm: 2.6,
  gapMm: 0.85,
};

const fields: FieldRow = {
  language: 'ur',
  fields: ['cug', 'help-number'],
  left,
  widthMm: width,
  floorMm: 204.9,
  gapMm: 0.85,
  heightMm: 2.6,
  leastMm: 2.1,
  gap: 1.6,
  grid: { ...contact, idealHeightMm: 3.4, minHeightMm: 2.4 },
};

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

/** The pamphlet's back in Urdu: Nastaliq reaches twice as far over and under its letters, so that its services are in three columns. */
function pamphletBackUrdu(widthMm: number): Page {
  return urduPage(
    placeBack({
      bands: [
        { top: -bleedMm, bottom: 18.8 },
        { top: 114.2, bottom: 154.9 },
      ],
      title: { top: 5.1, bottom: 16.8 },
      list: { top: 23, bottom: 109.8 },
      services: { pitchMm: 7.7, firstRows: 1, gapRows: 0.25, headingMm: 3, weight: 700 },
      titleMm: 5.4,
      bodyMm: () => 2.34,
      stepMm: 2.8,
      notesTop: 154.9,
      footTop: 171.2,
      warning: { baseline: 179.8, heightMm: 2.9 },
      help: (kit, lines) =>
        helpRow(kit, lines, {
          left,
          width,
          baseline: 189.2,
          heightMm: 3.8,
          numberShare: 1.3,
        }),
      contact: pamphletContact(fields, contact),
    }),
    widthMm,
  );
}

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

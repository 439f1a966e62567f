import { pamphletHelpLines } from '../../../campaigns/campaign.ts';
import type { FieldRow, NameGrid, Page } from '../artwork.ts';
import { helpRow } from '../foot-line.ts';
import { backMeasure, placeBack } from '../pamphlet-back.ts';
import { pamphletContact } from '../pamphlet-contact.ts';
import { urduPage } from './urdu-page.ts';

const { left, width } = backMeasure;

/** Where the sentence with the station's name hangs. */
const contact: NameGrid = {
  widthMm: width,
  shirorekhaMm: 192.8,
  aboveMm: 4.1,
  belowMm: 12.1,
  idealHeightMm: 5,
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

/** The pamphlet's back in Urdu: Nastaliq reaches twice as far over and under its letters, so that its services stand in three columns. */
export function pamphletBackUrdu(widthMm: number): Page {
  return urduPage(
    placeBack({
      services: { pitchMm: 7.8, firstRows: 1, gapRows: 0.25, headingMm: 2.9 },
      titleMm: 4.4,
      bodyMm: () => 2.4,
      stepMm: 2.5,
      bandTop: 120.2,
      notesTop: 160.8,
      footTop: 177,
      help: (kit) =>
        helpRow(kit, pamphletHelpLines(kit.campaign), {
          ...{ left, width, baseline: 184.6, heightMm: 3.8, numberShare: 1.3 },
        }),
      contact: pamphletContact(fields, contact),
    }),
    widthMm,
  );
}

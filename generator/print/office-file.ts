import { zonedText } from '../../campaigns/tracker/clock.ts';
import type { Shape } from '../layout/drawing.ts';
import { createPress, type OutputIntent, type PressFile, sharedPress } from './press-file.ts';
import { documentId } from './xmp.ts';

export interface OfficeSheet {
  trimMm: { width: number; height: number };
  shapes: readonly Shape[];
}

const flush = { left: 0, top: 0, right: 0, bottom: 0 };

/** Pages for the office printer, without bleed and marks, with the same output intent as what they speak of. */
export function officeFile(
  sheets: readonly OfficeSheet[],
  { title, date }: { title: string; date: string },
  { intent }: { intent: OutputIntent },
): PressFile {
  const layout = sharedPress(
    sheets.map(({ trimMm, shapes }) => ({ trimMm, bleedMm: 0, shapes })),
    sheets.map(({ trimMm }, side) => ({
      trimMm,
      bleedMm: 0,
      marginMm: 0,
      marks: [],
      cells: [{ side, x: 0, y: 0, bleed: flush }],
      pages: 1,
    })),
    { intent, letters: [] },
  );
  return createPress(layout).stamp(
    { sides: sheets.map(() => []), slug: [] },
    {
      title,
      date: zonedText(date),
      documentId: documentId([layout.sha256, title]),
    },
  );
}

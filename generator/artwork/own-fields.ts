import {
  type OwnFieldId,
  type OwnValues,
  ownFields,
} from '../../campaigns/print/own-fields/own-fields.ts';
import type { Shape } from '../layout/drawing.ts';
import type { Weight } from '../layout/node.ts';
import { hangName, setLine, shapeAll, unitMm } from '../layout/text-fit.ts';
import type { FieldRow, Kit, NameGrid } from './artwork.ts';
import { type InkBox, inkUnits } from './typeset.ts';

/** A text of the row, placed. */
export interface FieldText {
  field: OwnFieldId;
  part: string;
  text: string;
  weight: Weight;
  x: number;
  baseline: number;
  heightMm: number;
}

/** Captions and lines are as high as this share of the numbers. */
const captionShare = 0.8;
/** Between a number and what it is, in heights of the number. */
const captionGap = 0.35;

/** The row, and where the name hangs above it. */
export interface SetFields {
  texts: readonly FieldText[];
  grid: NameGrid;
}

/**
 * The row as it is printed: as many of the station's fields as have room, all of one size. undefined where there is none, or
 * where the name is not above it.
 * @param gridText the text that hangs in the grid
 */
export function setFields(
  kit: Pick<Kit, 'fonts' | 'campaign'>,
  row: FieldRow | undefined,
  { gridText, values = {} }: { gridText: string; values?: OwnValues | undefined },
): SetFields | undefined {
  if (row === undefined) return undefined;
  const stationFields = ownFields.filter(
    ({ id }) => row.fields.includes(id) && values[id] !== undefined,
  );
  const urdu = row.language === 'ur' ? kit.campaign.urdu?.ownFields : undefined;
  for (let count = stationFields.length; count > 0; count -= 1) {
    const texts = stationFields.slice(0, count).map(({ id, caption, written }): Unplaced[] => {
      const text = written(values[id] ?? '');
      if (caption === null) return [{ field: id, part: id, text, weight: 700, isNumber: false }];
      return [
        { field: id, part: id, text, weight: 800, isNumber: true },
        {
          field: id,
          part: `${id}-caption`,
          text: urdu?.[id] ?? caption,
          weight: 700,
          isNumber: false,
        },
      ];
    });
    const placed = fitRow(kit, row, texts);
    if (placed !== undefined && hangs(kit, gridText, placed.grid)) return placed;
  }
  return undefined;
}

type Unplaced = Omit<FieldText, 'x' | 'baseline' | 'heightMm'> & { isNumber: boolean };
type Measured = Unplaced & Pick<InkBox, 'width' | 'above' | 'below'>;

/** The largest size at which all are in the row, in steps of a hundredth. */
function fitRow(
  kit: Pick<Kit, 'fonts'>,
  row: FieldRow,
  texts: readonly (readonly Unplaced[])[],
): SetFields | undefined {
  const measured = texts.map((own) =>
    own.map((text) => ({ ...text, ...inkUnits(kit, text.text, text.weight) })),
  );
  for (let step = 0; step <= 100; step += 1) {
    const heightMm = row.heightMm - ((row.heightMm - row.leastMm) * step) / 100;
    const { endMm, ...placed } = placeRow(row, measured, heightMm);
    if (endMm <= row.left + row.widthMm) return placed;
  }
  return undefined;
}

function placeRow(
  row: FieldRow,
  texts: readonly (readonly Measured[])[],
  heightMm: number,
): SetFields & { endMm: number } {
  const captionMm = Math.max(row.leastMm, heightMm * captionShare);
  const pickSize = ({ isNumber }: Measured) => (isNumber ? heightMm : captionMm);
  const reach = (side: 'above' | 'below') =>
    Math.max(...texts.flat().map((text) => text[side] * pickSize(text)));
  const baseline = row.floorMm - reach('below');
  const placed: FieldText[] = [];
  let x = row.left;
  for (const [index, own] of texts.entries()) {
    if (index > 0) x += row.gap * heightMm;
    for (const [at, each] of own.entries()) {
      if (at > 0) x += captionGap * heightMm;
      const { field, part, text, weight, width } = each;
      placed.push({ field, part, text, weight, x, baseline, heightMm: pickSize(each) });
      x += width * pickSize(each);
    }
  }
  const belowMm = baseline - reach('above') - row.gapMm - row.grid.shirorekhaMm;
  return { texts: placed, grid: { ...row.grid, belowMm }, endMm: x };
}

function hangs({ fonts }: Pick<Kit, 'fonts'>, text: string, grid: NameGrid): boolean {
  try {
    hangName(fonts.typeface(800), text, grid);
    return true;
  } catch {
    return false;
  }
}

/** Draws the row: numbers and captions as the help lines, the station's own line in the ink of its district. */
export function stampFields({ fonts }: Pick<Kit, 'fonts'>, texts: readonly FieldText[]): Shape[] {
  return texts.map(({ part, text, weight, x, baseline, heightMm }) => {
    const face = fonts.typeface(weight);
    const run = shapeAll(face, text);
    const unit = unitMm(face, heightMm);
    const ink = part === 'local-line' ? 'marigold' : 'paper';
    return setLine(run, { x: x - run.ink.left * unit, baseline, unitMm: unit, ink, part });
  });
}

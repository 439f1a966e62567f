import { computeAmount } from '../../../../../campaigns/purchase-orders/purchase-order.ts';
import type { SentOrder } from '../../../../../messaging/print/purchase-orders/purchase-orders-schemas.ts';
import type { PressFile } from './use-order-form.ts';

type SentLine = SentOrder['lines'][number];

/** A line of an order that is looked at before it is placed, with what is known of its file. */
export interface ReviewLine extends SentLine {
  place: string;
  station: string;
  nameHi: string;
  nameEn: string;
  artwork: string;
  areaCentiSqFt: number;
  amount: number;
  approved: boolean;
  /** The file was remade since, or is gone. */
  changed: boolean;
}

export function toReviewLines(
  lines: readonly SentLine[],
  files: readonly PressFile[],
): ReviewLine[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return lines.map((line) => {
    const file = byPath.get(line.path);
    const name = line.path.slice(line.path.lastIndexOf('/') + 1);
    const areaCentiSqFt = line.unit === 'sq-ft' ? (file?.areaCentiSqFt ?? 0) : 0;
    return {
      ...line,
      place: line.place ?? '',
      station: file?.station ?? name,
      nameHi: file?.nameHi ?? name,
      nameEn: file?.nameEn ?? name,
      artwork: file?.artwork ?? '',
      areaCentiSqFt,
      amount: computeAmount({ ...line, areaCentiSqFt }),
      approved: file !== undefined && file.approvedBy !== null,
      changed: file?.sha256 !== line.sha256,
    };
  });
}

/** All lines of an artwork at one rate, added up. */
export interface ArtworkSum {
  artwork: string;
  unit: ReviewLine['unit'];
  ratePaise: number;
  quantity: number;
  amount: number;
  lines: ReviewLine[];
}

export function sumByArtwork(lines: readonly ReviewLine[]): ArtworkSum[] {
  const groups = Map.groupBy(lines, ({ artwork, unit, ratePaise }) =>
    [artwork, unit, ratePaise].join(' '),
  );
  return [...groups.values()].map((inside) => {
    const [{ artwork, unit, ratePaise }] = inside as [ReviewLine];
    const total = (part: (line: ReviewLine) => number) =>
      inside.reduce((sum, line) => sum + part(line), 0);
    return {
      artwork,
      unit,
      ratePaise,
      lines: inside,
      quantity: total((line) => line.quantity),
      amount: total((line) => line.amount),
    };
  });
}

import type { PrintOrderFormat } from '../../contract/values.ts';

/** A station's board as a picture for a flex printer. */
export interface PrintOrder {
  district: string;
  station: string;
  format: PrintOrderFormat;
}

import { type Advertisement, adSizeMm, type Paper } from './newspapers.ts';

/** Size and price at which a paper bills an advertisement. */
export interface Billed {
  widthCm: number;
  /** Whole centimetres; the whole column where the advertisement is nearly that high. */
  heightCm: number;
  isFullDepth: boolean;
  /** Whole square centimetres. */
  sqCm: number;
  /** null where no rate was entered. */
  paise: number | null;
}

/** Area and price: fractions of a centimetre round up, and what is nearly as high as the column is billed as high. */
export function billed(paper: Paper, ad: Pick<Advertisement, 'columns' | 'depthCm'>): Billed {
  const { depthMm, fullFromCm } = paper.measure;
  const widthCm = adSizeMm(paper, ad).width / 10;
  const isFullDepth = fullFromCm !== null && ad.depthCm >= fullFromCm;
  const heightCm = Math.ceil(isFullDepth ? depthMm / 10 : ad.depthCm);
  // Products of decimals end in 0.0000001; that is no fraction of a square centimetre.
  const sqCm = Math.ceil(Math.round(widthCm * heightCm * 1000) / 1000);
  const paise = paper.ratePaise === null ? null : sqCm * paper.ratePaise;
  return { widthCm, heightCm, isFullDepth, sqCm, paise };
}

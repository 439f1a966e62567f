import { type Band, bands } from '../../../campaigns/tracker/score-parts.ts';

interface Bands {
  band?: Band | null | undefined;
  bandBefore?: Band | null | undefined;
}

/** Bands gained since a week ago, or lost, below 0; null where there is none, or was none. */
export function bandsMoved({ band, bandBefore }: Bands): number | null {
  if (band == null || bandBefore == null) return null;
  return bands.indexOf(bandBefore) - bands.indexOf(band);
}

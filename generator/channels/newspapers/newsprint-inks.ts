import { type Ink, inkCmyk } from '../../ink/palette.ts';

/** Navy within the 220 % of ink that newsprint takes. */
const newsNavy: Ink = { cmyk: [100, 75, 0, 40], screen: '#123063' };

/** Inks of colour work on newsprint: the campaign's, but for those that lay down too much. */
export function newsprintInk(ink: Ink): Ink {
  if (ink === 'navy') return newsNavy;
  // Pale tones are lost between the dots.
  if (ink === 'mist') return 'paper';
  return ink;
}

/** Inks of one-colour work: dark fields and letters in key, light ones left out. */
export function keyInk(ink: Ink): Ink {
  const [c, m, y, k] = inkCmyk(ink);
  return k >= 30 || c + m + y > 150 ? 'key' : 'paper';
}

import { fileURLToPath } from 'node:url';

/** Noto Nastaliq Urdu (SIL Open Font License: it may be embedded): Urdu from the board to the pamphlet. */
const files = {
  400: '400Regular/NotoNastaliqUrdu_400Regular.ttf',
  500: '500Medium/NotoNastaliqUrdu_500Medium.ttf',
  700: '700Bold/NotoNastaliqUrdu_700Bold.ttf',
} as const;
export type NastaliqWeight = keyof typeof files;

/** The font file of a weight; what is asked for heavier than bold stands in bold. */
export function nastaliqPath(weight: NastaliqWeight | 800): string {
  const file = files[weight === 800 ? 700 : weight];
  return fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-nastaliq-urdu/${file}`));
}

/**
 * Size of Nastaliq beside Mukta in one line, whose units both are a thousandth of the em: the alef is then as high as the
 * letters of Mukta from baseline to shirorekha, and a number in Latin digits as high as both. Three quarters keep the
 * outlines' numbers exact.
 */
export const nastaliqScale = 0.75;

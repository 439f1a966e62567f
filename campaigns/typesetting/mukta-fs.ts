import { fileURLToPath } from 'node:url';

/** Mukta (Ek Type, SIL Open Font License: it may be embedded): one family from the board to the letters. */
const files = {
  400: '400Regular/Mukta_400Regular.ttf',
  500: '500Medium/Mukta_500Medium.ttf',
  700: '700Bold/Mukta_700Bold.ttf',
  800: '800ExtraBold/Mukta_800ExtraBold.ttf',
} as const;
export type MuktaWeight = keyof typeof files;

/** The font file of a weight. */
export function muktaPath(weight: MuktaWeight): string {
  return fileURLToPath(import.meta.resolve(`@expo-google-fonts/mukta/${files[weight]}`));
}

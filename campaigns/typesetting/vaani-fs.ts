import { fileURLToPath } from 'node:url';
import type { MuktaWeight } from './mukta-fs.ts';

/** Mukta Vaani (Ek Type, SIL Open Font License): Mukta's sister for Gujarati, with the same Latin letters. */
const files = {
  400: '400Regular/MuktaVaani_400Regular.ttf',
  500: '500Medium/MuktaVaani_500Medium.ttf',
  700: '700Bold/MuktaVaani_700Bold.ttf',
  800: '800ExtraBold/MuktaVaani_800ExtraBold.ttf',
} as const satisfies Record<MuktaWeight, string>;

/** The font file of a weight. */
export function vaaniPath(weight: MuktaWeight): string {
  return fileURLToPath(import.meta.resolve(`@expo-google-fonts/mukta-vaani/${files[weight]}`));
}

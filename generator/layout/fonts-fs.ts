import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Weight } from './node.ts';
import { openTypeface, type Typeface } from './typeface.ts';

const require = createRequire(import.meta.url);

/** Mukta (Ek Type, OFL): one family from the board to the site. */
const files: Record<Weight, string> = {
  500: '@expo-google-fonts/mukta/500Medium/Mukta_500Medium.ttf',
  700: '@expo-google-fonts/mukta/700Bold/Mukta_700Bold.ttf',
  800: '@expo-google-fonts/mukta/800ExtraBold/Mukta_800ExtraBold.ttf',
};

export const fontFamily = 'Mukta';

export type Fonts = {
  bytes(weight: Weight): Buffer;
  typeface(weight: Weight): Typeface;
};

/** The fonts, each read and opened when it is first asked for. */
export function loadFonts(): Fonts {
  const bytes = new Map<Weight, Buffer>();
  const faces = new Map<Weight, Typeface>();
  const fonts: Fonts = {
    bytes(weight) {
      const kept = bytes.get(weight) ?? readFileSync(require.resolve(files[weight]));
      bytes.set(weight, kept);
      return kept;
    },
    typeface(weight) {
      const kept = faces.get(weight) ?? openTypeface(fonts.bytes(weight));
      faces.set(weight, kept);
      return kept;
    },
  };
  return fonts;
}

/** Where the font file of a weight lies, for tools that read it themselves. */
export function fontPath(weight: Weight): string {
  return require.resolve(files[weight]);
}

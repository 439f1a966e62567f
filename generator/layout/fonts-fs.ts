import { readFileSync } from 'node:fs';
import { muktaPath } from '../../campaigns/typesetting/mukta-fs.ts';
import type { Weight } from './node.ts';
import { openTypeface, type Typeface } from './typeface.ts';

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
      const kept = bytes.get(weight) ?? readFileSync(muktaPath(weight));
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

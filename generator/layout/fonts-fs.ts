import { readFileSync } from 'node:fs';
import { muktaPath } from '../../campaigns/typesetting/mukta-fs.ts';
import { nastaliqPath } from '../../campaigns/typesetting/nastaliq-fs.ts';
import { vaaniPath } from '../../campaigns/typesetting/vaani-fs.ts';
import { withGujarati } from './gujarati-face.ts';
import type { Weight } from './node.ts';
import { openTypeface, type Typeface } from './typeface.ts';

export const fontFamily = 'Mukta';
export const gujaratiFamily = 'Mukta Vaani';

export type Fonts = {
  bytes(weight: Weight): Buffer;
  /** Of Nastaliq, for Urdu. */
  urduBytes(weight: Weight): Buffer;
  /** Of Mukta Vaani. */
  gujaratiBytes(weight: Weight): Buffer;
  typeface(weight: Weight): Typeface;
};

/** The fonts, each read and opened when it is first asked for. */
export function loadFonts(): Fonts {
  const bytes = new Map<Weight, Buffer>();
  const urdu = new Map<string, Buffer>();
  const gujarati = new Map<Weight, Buffer>();
  const faces = new Map<Weight, Typeface>();
  const fonts: Fonts = {
    bytes(weight) {
      const kept = bytes.get(weight) ?? readFileSync(muktaPath(weight));
      bytes.set(weight, kept);
      return kept;
    },
    urduBytes(weight) {
      const path = nastaliqPath(weight);
      const kept = urdu.get(path) ?? readFileSync(path);
      urdu.set(path, kept);
      return kept;
    },
    gujaratiBytes(weight) {
      const kept = gujarati.get(weight) ?? readFileSync(vaaniPath(weight));
      gujarati.set(weight, kept);
      return kept;
    },
    typeface(weight) {
      const kept =
        faces.get(weight) ??
        withGujarati(
          openTypeface(fonts.bytes(weight), () => fonts.urduBytes(weight)),
          () => openTypeface(fonts.gujaratiBytes(weight)),
        );
      faces.set(weight, kept);
      return kept;
    },
  };
  return fonts;
}

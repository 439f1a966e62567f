import { readFileSync } from 'node:fs';
import { fontPath } from '../../campaigns/typesetting/font-files-fs.ts';
import { nastaliqPath } from '../../campaigns/typesetting/nastaliq-fs.ts';
import { type Script, usualScript } from '../../campaigns/typesetting/scripts.ts';
import type { Weight } from './node.ts';
import { withScripts } from './script-face.ts';
import { openTypeface, type Typeface } from './typeface.ts';

export type Fonts = {
  bytes(weight: Weight, script?: Script): Buffer;
  /** Font file of Nastaliq, for Urdu. */
  urduBytes(weight: Weight): Buffer;
  typeface(weight: Weight): Typeface;
};

/** The fonts, each read and opened when it is first asked for. */
export function loadFonts(): Fonts {
  const files = new Map<string, Buffer>();
  const faces = new Map<Weight, Typeface>();
  const read = (path: string): Buffer => {
    const kept = files.get(path) ?? readFileSync(path);
    files.set(path, kept);
    return kept;
  };
  const fonts: Fonts = {
    bytes: (weight, script = usualScript) => read(fontPath(weight, script)),
    urduBytes: (weight) => read(nastaliqPath(weight)),
    typeface(weight) {
      const kept =
        faces.get(weight) ??
        withScripts(
          openTypeface(fonts.bytes(weight), () => fonts.urduBytes(weight)),
          (script) => openTypeface(fonts.bytes(weight, script)),
        );
      faces.set(weight, kept);
      return kept;
    },
  };
  return fonts;
}

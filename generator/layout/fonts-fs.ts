import { readFileSync } from 'node:fs';
import { fontPath } from '../../campaigns/languages/typesetting/font-files-fs.ts';
import { type Script, usualScript } from '../../campaigns/languages/typesetting/scripts.ts';
import type { Weight } from './node.ts';
import { openTypeface, type Typeface } from './typeface.ts';

export interface Fonts {
  bytes(weight: Weight, script?: Script): Buffer;
  typeface(weight: Weight): Typeface;
}

/** The fonts, each read and opened when it is first asked for. */
export function loadFonts(): Fonts {
  const files = new Map<string, Buffer>();
  const faces = new Map<Weight, Typeface>();
  const bytes: Fonts['bytes'] = (weight, script = usualScript) => {
    const path = fontPath(weight, script);
    const kept = files.get(path) ?? readFileSync(path);
    files.set(path, kept);
    return kept;
  };
  return {
    bytes,
    typeface(weight) {
      const kept = faces.get(weight) ?? openTypeface((script) => bytes(weight, script), weight);
      faces.set(weight, kept);
      return kept;
    },
  };
}

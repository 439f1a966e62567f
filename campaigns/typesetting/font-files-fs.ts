import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Script, scriptNames, usualScript } from './scripts.ts';

/** Mukta and its sisters (Ek Type, SIL Open Font License: they may be embedded): one design from the board to the letters. */
const packages = {
  Devanagari: { name: 'mukta', file: 'Mukta' },
  Gujarati: { name: 'mukta-vaani', file: 'MuktaVaani' },
} as const satisfies Record<Script, { name: string; file: string }>;

const weights = { 400: '400Regular', 500: '500Medium', 700: '700Bold', 800: '800ExtraBold' };
export type FontWeight = keyof typeof weights;

/** The font file of a weight, for a script. */
export function fontPath(weight: FontWeight, script: Script = usualScript): string {
  const { name, file } = packages[script];
  const path = `@expo-google-fonts/${name}/${weights[weight]}/${file}_${weights[weight]}.ttf`;
  return fileURLToPath(import.meta.resolve(path));
}

/** The fonts of names and headlines in all scripts, as what is made with them depends on their bytes. */
export function printFontBytes(): string[] {
  return scriptNames.flatMap((script) =>
    ([500, 700, 800] as const).map((weight) => readFileSync(fontPath(weight, script), 'latin1')),
  );
}

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { languageFacts, type OwnLanguage } from '../../language.ts';
import { type Script, scriptRow, usualScript } from './scripts.ts';

const weights = { 400: '400Regular', 500: '500Medium', 700: '700Bold', 800: '800ExtraBold' };
export type FontWeight = keyof typeof weights;

/** The font file of a weight, for a script; what is asked for heavier than its family has is in the heaviest. */
export function fontPath(weight: FontWeight, script: Script = usualScript): string {
  const { package: name, file, heaviest } = scriptRow(script).font;
  const own = weights[weight > heaviest ? heaviest : weight];
  return fileURLToPath(import.meta.resolve(`@expo-google-fonts/${name}/${own}/${file}_${own}.ttf`));
}

/** The fonts of names and headlines in a campaign's scripts, as what is made with them depends on their bytes. */
export function printFontBytes({
  languages,
}: {
  languages: readonly [OwnLanguage, 'en'];
}): string[] {
  const scripts = new Set<Script>([usualScript, languageFacts[languages[0]].script, 'Arabic']);
  return [...scripts].flatMap((script) =>
    ([500, 700, 800] as const).map((weight) => readFileSync(fontPath(weight, script), 'latin1')),
  );
}

/** Scripts of the own languages with the family that has their letters. Latin letters, digits and marks are in each family. */
export const scripts = {
  Devanagari: { letters: /[\u0900-\u0963\u0966-\u097F]/, family: 'Mukta', nameHi: 'देवनागरी' },
  Gujarati: { letters: /[\u0A80-\u0AFF]/, family: 'Mukta Vaani', nameHi: 'गुजराती' },
} as const satisfies Record<string, { letters: RegExp; family: string; nameHi: string }>;
export type Script = keyof typeof scripts;

export const scriptNames = Object.keys(scripts) as Script[];
/** Script of text without letters of another script. */
export const usualScript: Script = 'Devanagari';

export type ScriptPiece = { script: Script; text: string };

/** The script of a text by its first letter that belongs to one. */
export function findScript(text: string): Script {
  return scriptPieces(text)[0]?.script ?? usualScript;
}

/** Cuts a text where its script changes; signs of every script stay with what stands before them. */
export function scriptPieces(text: string): ScriptPiece[] {
  if (!scriptNames.some((name) => name !== usualScript && scripts[name].letters.test(text)))
    return text === '' ? [] : [{ script: usualScript, text }];
  const pieces: { script: Script | undefined; text: string }[] = [];
  for (const sign of text) {
    const script = scriptNames.find((name) => scripts[name].letters.test(sign));
    const last = pieces.at(-1);
    if (last === undefined || (script && last.script && script !== last.script))
      pieces.push({ script, text: sign });
    else {
      last.text += sign;
      last.script ??= script;
    }
  }
  return pieces.map(({ script = usualScript, text: piece }) => ({ script, text: piece }));
}

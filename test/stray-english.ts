/** Names, units and kinds of files that are in a Hindi sentence as they are. */
const asTheyAre = new Set(
  'UP COP Play App Store Console Excel WhatsApp PDF PDFs JPEG PNG WebP AVIF HEIC CSV TSV SVG XLSX ZIP gzip csv xlsx tsv svg WAV MP3 M4A OGG UTF Windows QR HQ PRO DLT LE BE SMS URL UPI IMEI CUG DND MB kB KB GB DD MM YYYY YYYYMM YYYYMMDD https http id path style'.split(
    ' ',
  ),
);

/**
 * Words of a Hindi text that are English and neither a name nor quoted; the text itself where nothing in it is Hindi.
 * What an officer typed, columns and file names may be in any language.
 */
export function strayEnglish(text: string): string[] {
  if (!/\p{Script=Devanagari}/u.test(text)) return [text];
  const own = text
    .replace(/“[^”]*”|"[^"]*"|`[^`]*`|\((?:[A-Z][A-Z_]+|[a-z ]+)\)/g, ' ')
    .replace(/\S*[_/.@:]\S*[A-Za-z]\S*|<[^>]*>/g, ' ');
  return (own.match(/[A-Za-z]{2,}/g) ?? []).filter((word) => !asTheyAre.has(word));
}

/** Every text that an answer of the service has for a Hindi page. */
export function hindiTexts(answer: unknown): string[] {
  if (typeof answer !== 'object' || answer === null) return [];
  if (Array.isArray(answer)) return answer.flatMap(hindiTexts);
  return Object.entries(answer).flatMap(([name, value]) =>
    name === 'hi' && typeof value === 'string' ? [value] : hindiTexts(value),
  );
}

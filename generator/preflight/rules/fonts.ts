import type { PdfDocument } from '../reader/document.ts';
import { readName, type Value } from '../reader/value.ts';
import { allDictionaries } from '../reader/walk.ts';
import { textOperators } from './device-cmyk.ts';
import { type AnyPdf, onPages, type Rule } from './rule.ts';

/** Fonts are embedded; no fonts at all is better. Text without a font in its resources has none to embed. */
export const fonts: Rule<AnyPdf> = {
  id: 'fonts',
  check(press) {
    const { document } = press;
    const found = new Set<string>();
    let count = 0;
    for (const font of allDictionaries(document)) {
      if (readName(font.entries.get('Type')) !== 'Font' || isDescendant(font.entries)) continue;
      count += 1;
      if (!isEmbedded(document, font))
        found.add(readName(font.entries.get('BaseFont')) ?? 'unnamed');
    }
    const text = onPages(press, ({ notables }) =>
      count === 0 && notables.some(({ operator }) => textOperators.has(operator))
        ? [{ expected: 'outlines, or text in an embedded font', found: 'text without a font' }]
        : [],
    );
    return [
      ...[...found].map((name) => ({ expected: 'embedded fonts', found: `${name} not embedded` })),
      ...text,
    ];
  },
};

function isDescendant(entries: ReadonlyMap<string, Value>): boolean {
  return /^CIDFontType/.test(readName(entries.get('Subtype')) ?? '');
}

function isEmbedded(document: PdfDocument, font: Value): boolean {
  const subtype = readName(document.entry(font, 'Subtype'));
  if (subtype === 'Type3') return true;
  if (subtype === 'Type0') {
    const [descendant = null] = (document.entry(font, 'DescendantFonts') ?? []) as readonly Value[];
    return hasFile(document, document.resolve(descendant));
  }
  return hasFile(document, font);
}

function hasFile(document: PdfDocument, font: Value): boolean {
  const descriptor = document.entry(font, 'FontDescriptor');
  return ['FontFile', 'FontFile2', 'FontFile3'].some(
    (key) => document.entry(descriptor, key) !== null,
  );
}

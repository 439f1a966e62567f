import { allDictionaries, type PdfDocument } from '../reader/document.ts';
import { readName, type Value } from '../reader/value.ts';
import { type AnyPdf, type Deviation, onPages, type Rule } from './rule.ts';

/** Every mark in DeviceCMYK: no other colour operator, no image or shading, no colour left at its default of grey. */
export const deviceCmyk: Rule = {
  id: 'device-cmyk',
  check(press) {
    const deviations = onPages(press, ({ marks, notables }) => {
      const found = new Set<string>();
      for (const { operator, part, about } of notables) {
        if (!textOperators.has(operator) && operator !== 'gs')
          found.add(`${about === '' ? '' : `${about} `}${operator} in ${part ?? 'no part'}`);
      }
      for (const { part, inks, paint } of marks) {
        if (inks === null) found.add(`a ${paint} without a CMYK colour in ${part ?? 'no part'}`);
      }
      return [...found].map((each) => ({ expected: 'only DeviceCMYK', found: each }));
    });
    for (const { entries } of allDictionaries(press.document)) {
      const space = entries.get('ColorSpace') ?? (isGroup(entries) ? entries.get('CS') : undefined);
      const name = readName(press.document.resolve(space));
      if (space !== undefined && name !== 'DeviceCMYK') {
        deviations.push({
          expected: 'only DeviceCMYK',
          found: `a colour space ${name ?? 'of its own'}`,
        });
      }
    }
    return deviations;
  },
};

/** Live text is the fonts' rule to judge. */
export const textOperators = new Set([
  'Tf',
  'Tj',
  'TJ',
  "'",
  '"',
  'Td',
  'TD',
  'Tm',
  'T*',
  'Tc',
  'Tw',
  'Tz',
  'TL',
  'Tr',
  'Ts',
]);

function isGroup(entries: ReadonlyMap<string, Parameters<typeof readName>[0]>): boolean {
  return readName(entries.get('S')) === 'Transparency';
}

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

/** Not encrypted, and nothing that acts, asks or hides: no JavaScript, action, form, annotation or attachment. */
export const noActions: Rule<AnyPdf> = {
  id: 'no-actions',
  check({ document }) {
    const deviations: Deviation[] = [];
    if (document.trailer.entries.has('Encrypt')) {
      deviations.push({ expected: 'no encryption', found: 'Encrypt in the trailer' });
    }
    const found = new Set<string>();
    for (const { entries } of allDictionaries(document)) {
      for (const key of entries.keys()) if (acting.has(key)) found.add(key);
      const kind = readName(entries.get('S'));
      if (kind !== undefined && actions.has(kind)) found.add(kind);
    }
    for (const name of found) deviations.push({ expected: 'a page and nothing else', found: name });
    return deviations;
  },
};

const acting = new Set([
  'JS',
  'JavaScript',
  'OpenAction',
  'AA',
  'AcroForm',
  'Annots',
  'EmbeddedFiles',
  'XFA',
]);
const actions = new Set([
  'JavaScript',
  'Launch',
  'SubmitForm',
  'URI',
  'GoToR',
  'ImportData',
  'Rendition',
]);

/** Limit of coated stock and flex before ink smears, in per cent of the four inks together; newsprint takes less. */
const coatedPercent = 300;

/** Total ink of every fill and stroke; graphics states could let inks add up, so that none is allowed. */
export const totalInk: Rule = {
  id: 'total-ink',
  check(press) {
    const mostPercent = press.expected.limits.newsprint?.mostInkPercent ?? coatedPercent;
    return onPages(press, ({ marks, notables }) => {
      const most = new Map<string, number>();
      for (const { part, inks } of marks) {
        // Marks are outside the bleed, and on every plate so that these can be laid on each other.
        if (part === 'marks') continue;
        const percent = Math.round((inks ?? []).reduce((sum, ink) => sum + ink, 0) * 1000) / 10;
        const key = part ?? 'no part';
        if (percent > mostPercent) most.set(key, Math.max(percent, most.get(key) ?? 0));
      }
      const states = notables.filter(({ operator }) => operator === 'gs');
      return [
        ...[...most].map(([part, percent]) => ({
          expected: `at most ${mostPercent} % of ink`,
          found: `${percent} % in ${part}`,
        })),
        ...states.map(({ about }) => ({
          expected: 'opaque fills',
          found: `the graphics state ${about}`,
        })),
      ];
    });
  },
};

import type { ManifestFile } from '../../../campaigns/manifest.ts';
import type { Expected } from '../expected.ts';
import type { Reading } from '../outline/reading.ts';
import type { PdfDocument } from '../reader/document.ts';
import type { PressPage } from '../reader/page.ts';
import type { ReadCode } from '../render/code.ts';

/** A press file as it was read, beside what it must be. */
export type PressModel = {
  readonly entry: ManifestFile;
  readonly document: PdfDocument;
  readonly pages: readonly PressPage[];
  readonly expected: Expected;
  /** Texts found in the outlines, a list for each side. */
  readonly readings: readonly (readonly Reading[])[];
  /** Names of broken glyphs that are drawn, a list for each side. */
  readonly broken: readonly (readonly { part: string; glyph: string }[])[];
  readonly codes: readonly ReadCode[];
};

/** One thing that is not as it must be. */
export type Deviation = {
  readonly expected: string;
  readonly found: string;
  /** Counted from 1, where it is about one page. */
  readonly page?: number;
};

/** One rule: pure, a file each. `id` is what a report names. */
export type Rule = {
  readonly id: string;
  check(press: PressModel): Deviation[];
};

/** Runs a check on every page and adds the page's number where the file has several. */
export function onPages(
  { pages }: Pick<PressModel, 'pages'>,
  check: (page: PressPage, index: number) => Omit<Deviation, 'page'>[],
): Deviation[] {
  return pages.flatMap((page, index) =>
    check(page, index).map((deviation) => ({
      ...deviation,
      ...(pages.length > 1 ? { page: index + 1 } : {}),
    })),
  );
}

/** Millimetres for people: 12.3 mm */
export function mm(value: number): string {
  return `${Number(value.toFixed(2))} mm`;
}

/** Parts that stand outside the trim, for the printer. */
export const printersParts: ReadonlySet<string | null> = new Set(['marks', 'slug']);

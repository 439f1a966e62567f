import type { ManifestFile } from '../../../campaigns/manifest.ts';
import type { Expected } from '../expected.ts';
import type { Reading } from '../outline/reading.ts';
import type { ReadPanel } from '../panel.ts';
import type { PdfDocument } from '../reader/document.ts';
import type { PressPage } from '../reader/page.ts';
import type { ReadCode } from '../render/code.ts';

/** A press file as it was read, beside what it must be. */
export type PressModel = {
  readonly entry: ManifestFile;
  readonly document: PdfDocument;
  readonly pages: readonly PressPage[];
  readonly expected: Expected;
  /** The sides where they stand on the pages, with the texts found in their outlines. */
  readonly panels: readonly ReadPanel[];
  /** The slug's texts, a list for each page. */
  readonly slugs: readonly (readonly Reading[])[];
  /** Broken glyphs that are drawn, a list for each page. */
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
export type Rule<Model = PressModel> = {
  readonly id: string;
  check(press: Model): Deviation[];
};

/** What can be said of any PDF, without knowing what it should show. */
export type AnyPdf = Pick<PressModel, 'document' | 'pages'>;

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

/** Runs a check on every side where it stands. */
export function onPanels(
  { panels, pages }: Pick<PressModel, 'panels' | 'pages'>,
  check: (panel: ReadPanel) => Omit<Deviation, 'page'>[],
): Deviation[] {
  return panels.flatMap((panel) =>
    check(panel).map((deviation) => ({
      ...deviation,
      ...(pages.length > 1 ? { page: panel.page + 1 } : {}),
    })),
  );
}

import type { Bilingual } from '../../../campaigns/bilingual.ts';
import type { ManifestFile } from '../../../campaigns/manifest.ts';
import { phrases } from '../../../campaigns/words/preflight-words.ts';
import type { Expected } from '../expected.ts';
import type { Reading } from '../outline/reading.ts';
import type { ReadPanel } from '../panel.ts';
import type { PdfDocument } from '../reader/document.ts';
import type { PressPage } from '../reader/page.ts';
import type { ReadCode } from '../render/read-codes.ts';

/** A press file as it was read, beside what it must be. */
export interface PressModel {
  readonly entry: ManifestFile;
  readonly document: PdfDocument;
  readonly pages: readonly PressPage[];
  readonly expected: Expected;
  /** The sides where they are on the pages, with the texts found in their outlines. */
  readonly panels: readonly ReadPanel[];
  /** The slug's texts, a list for each page. */
  readonly slugs: readonly (readonly Reading[])[];
  /** Broken glyphs that are drawn, a list for each page. */
  readonly broken: readonly (readonly { part: string; glyph: string }[])[];
  readonly codes: readonly ReadCode[];
}

/** One thing that is not as it must be. */
export interface Deviation {
  /** In both languages where what an officer types can bring it about; of a file's inside in English alone. */
  readonly expected: Bilingual | string;
  readonly found: Bilingual | string;
  /** Parts of the artwork whose texts it is about. */
  readonly parts?: readonly string[];
  /** Counted from 1, where it is about one page. */
  readonly page?: number;
}

/** One rule: pure. `id` is what a report names. */
export interface Rule<Model = PressModel> {
  readonly id: string;
  check(press: Model): Deviation[];
}

/** The parts of a PDF that can be checked without knowing its expected content. */
export type AnyPdf = Pick<PressModel, 'document' | 'pages'>;

type Found = Omit<Deviation, 'page'>;

/** Runs a check on every page. */
export function onPages(
  { pages }: Pick<PressModel, 'pages'>,
  check: (page: PressPage, index: number) => Found[],
): Deviation[] {
  return pages.flatMap((page, index) => withPage(pages, index, check(page, index)));
}

/** Runs a check on every side in its place. */
export function onPanels(
  { panels, pages }: Pick<PressModel, 'panels' | 'pages'>,
  check: (panel: ReadPanel) => Found[],
): Deviation[] {
  return panels.flatMap((panel) => withPage(pages, panel.page, check(panel)));
}

/** Runs a check on every QR code. */
export function onCodes(
  { codes, pages }: Pick<PressModel, 'codes' | 'pages'>,
  check: (code: ReadCode) => Found[],
): Deviation[] {
  return codes.flatMap((code) => withPage(pages, code.page, check(code)));
}

/** Adds the page's number where the file has several. */
function withPage(pages: readonly PressPage[], index: number, found: Found[]): Deviation[] {
  return pages.length > 1 ? found.map((each) => ({ ...each, page: index + 1 })) : found;
}

/** Millimetres for people: 12.3 mm */
export function mm(value: number): string {
  return phrases.mm(value).en;
}

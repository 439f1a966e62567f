import { OfficePage } from '../../artwork/office-page.ts';
import type { Fonts } from '../../layout/fonts-fs.ts';
import type { Weight } from '../../layout/node.ts';
import { breakLines } from '../../layout/paragraph.ts';
import { officeFile } from '../../print/office-file.ts';
import { a4 } from '../../print/paper-sizes.ts';
import type { OutputIntent, PressFile } from '../../print/press-file.ts';
import { type Sheet, sheetWords } from './sheet.ts';

/** A4 upright. */
const left = 16;
const right = a4.width - 16;
const width = right - left;
const bottom = 280;
const pointMm = 25.4 / 72;
const leading = 1.62;
const signatureMm = 20;

/** A paper for the studio as PDF, its text large enough to be read at a stand. */
export function sheetPdf(
  sheet: Sheet,
  { fonts, intent, date }: { fonts: Fonts; intent: OutputIntent; date: string },
): PressFile {
  const pages = new SheetPages(fonts, sheet);
  pages.facts();
  pages.heading(sheet.partsTitle);
  for (const part of sheet.parts) pages.part(part);
  if (sheet.hints.length > 0) {
    pages.heading(sheetWords.hints);
    for (const [word, say] of sheet.hints) pages.pair(word, say);
  }
  pages.heading(sheetWords.notes);
  for (const note of sheet.notes) pages.paragraph(note, { points: 10 });
  pages.signatures();
  return officeFile(
    pages.finish().map(({ shapes }) => ({ trimMm: a4, shapes })),
    { title: `${sheet.title} (${sheet.kind})`, date },
    { intent },
  );
}

interface TextStyle {
  points: number;
  weight?: Weight;
  indentMm?: number;
}

/** Fills pages from the top; what does not fit goes on upon the next. */
class SheetPages {
  readonly #pages: OfficePage[] = [];
  readonly #fonts: Fonts;
  readonly #sheet: Sheet;
  #y = 0;

  constructor(fonts: Fonts, sheet: Sheet) {
    this.#fonts = fonts;
    this.#sheet = sheet;
    this.#open();
  }

  get #page(): OfficePage {
    const page = this.#pages.at(-1);
    if (page === undefined) throw new Error('Expected an open page, got none');
    return page;
  }

  #open(): void {
    const page = new OfficePage(this.#fonts);
    this.#pages.push(page);
    const { title, kind, office, version, warning } = this.#sheet;
    page.fill('navy', 0, 0, a4.width, 30);
    const paper = { ink: 'paper' } as const;
    page.text(title, { x: left, y: 14.5, points: 18, weight: 800, maxWidth: 128, ...paper });
    page.text(office, { x: left, y: 23, points: 10.5, ink: 'marigold', maxWidth: 120 });
    page.text(kind, { x: right, y: 14.5, points: 11, align: 'right', ...paper });
    page.text(version, { x: right, y: 23, points: 9, align: 'right', ...paper });
    this.#y = 40;
    if (warning === null) return;
    page.fill('red', 0, 30, a4.width, 11);
    page.text(warning, { x: left, y: 37, points: 11.5, weight: 700, maxWidth: width, ...paper });
    this.#y = 51;
  }

  /** Room for something that stays together. */
  #take(heightMm: number): void {
    if (this.#y + heightMm > bottom) this.#open();
  }

  facts(): void {
    for (const [name, value] of this.#sheet.facts) {
      this.#page.text(name, { x: left, y: this.#y, points: 10, weight: 700, ink: 'navy' });
      this.#page.text(value, { x: left + 32, y: this.#y, points: 10, maxWidth: width - 32 });
      this.#y += 6;
    }
  }

  heading(words: string): void {
    this.#take(24);
    this.#y += 4;
    this.#page.text(words, { x: left, y: this.#y, points: 10.5, weight: 800, ink: 'red' });
    this.#page.fill('navy', left, this.#y + 2, width, 0.4);
    this.#y += 9;
  }

  part({ label, text, note }: Sheet['parts'][number]): void {
    const { points } = this.#sheet;
    const lines = this.#lines(text, { points });
    this.#take(8 + lines.length * points * pointMm * leading);
    const small = { points: Math.max(9.5, points * 0.48) };
    this.#page.text(label, { x: left, y: this.#y, weight: 800, ink: 'navy', ...small });
    if (note !== undefined) {
      this.#page.text(note, { x: right, y: this.#y, align: 'right', ...small, ink: 'steel' });
    }
    this.#y += points * pointMm * 1.35;
    this.#draw(lines, { points, weight: 500 });
    this.#y += points * pointMm * 0.3;
  }

  pair(name: string, value: string): void {
    const lines = this.#lines(value, { points: 10, indentMm: 44 });
    this.#take(lines.length * 6);
    this.#page.text(name, { x: left, y: this.#y, points: 10, weight: 700, maxWidth: 42 });
    this.#draw(lines, { points: 10, indentMm: 44 });
  }

  paragraph(words: string, style: TextStyle): void {
    const lines = this.#lines(words, style);
    this.#take(lines.length * style.points * pointMm * leading);
    this.#draw(lines, style);
  }

  signatures(): void {
    const { signatures } = this.#sheet;
    this.#take(signatureMm);
    const at = { x: left, y: this.#y, width, height: signatureMm };
    this.#page.signatures(signatures, at);
    this.#y += signatureMm;
  }

  finish(): readonly OfficePage[] {
    const total = this.#pages.length;
    for (const [index, page] of this.#pages.entries()) {
      page.text(`पृष्ठ ${index + 1}/${total}`, { x: right, y: 289, points: 8, align: 'right' });
    }
    return this.#pages;
  }

  #lines(words: string, { points, weight = 500, indentMm = 0 }: TextStyle): string[] {
    const face = this.#fonts.typeface(weight);
    return breakLines(words, { face, sizeMm: points * pointMm, widthMm: width - indentMm });
  }

  #draw(lines: readonly string[], { points, weight = 500, indentMm = 0 }: TextStyle): void {
    for (const line of lines) {
      this.#page.text(line, { x: left + indentMm, y: this.#y, points, weight });
      this.#y += points * pointMm * leading;
    }
  }
}

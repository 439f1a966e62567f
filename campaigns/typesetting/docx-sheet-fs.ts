import { readFileSync } from 'node:fs';
import { Document, type ISectionOptions, Packer, PageOrientation, TextRun } from 'docx';
import { muktaPath } from './mukta-fs.ts';

/** A4 in twentieths of a point. */
const paper = { width: 11_906, height: 16_838 };
const font = { ascii: 'Mukta', hAnsi: 'Mukta', cs: 'Mukta' };

export interface DocxSheet {
  office: string;
  title: string;
  /** On all four sides, in twentieths of a point. */
  marginTwips: number;
  /** A4 on its side, for wide tables. */
  landscape?: boolean;
  /** Of the text where nothing else is said. */
  halfPoints: number;
  footer?: NonNullable<NonNullable<ISectionOptions['footers']>['default']>;
  children: ISectionOptions['children'];
}

/** Width between the margins, in twentieths of a point. */
export function lineTwips(marginTwips: number, landscape = false): number {
  return (landscape ? paper.height : paper.width) - 2 * marginTwips;
}

/** A Word file on A4 that the office can go on writing in. */
export async function docxFile(sheet: DocxSheet): Promise<Buffer> {
  const { office, title, marginTwips: margin, halfPoints: size, footer, children } = sheet;
  const { landscape = false } = sheet;
  const document = new Document({
    creator: office,
    // Embedded, so that it looks the same on a machine without a font for Devanagari.
    fonts: [{ name: 'Mukta', data: readFileSync(muktaPath(400)) }],
    title,
    styles: { default: { document: { run: { font, size, sizeComplexScript: size } } } },
    sections: [
      {
        properties: {
          page: {
            // The library turns width and height by itself.
            size: {
              ...paper,
              orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { top: margin, bottom: margin, left: margin, right: margin },
          },
        },
        ...(footer === undefined ? {} : { footers: { default: footer } }),
        children,
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** Words of one style, marked as Hindi; their size in half points. */
export function hindiRun(
  text: string,
  { bold, size, color }: { bold: boolean; size: number; color?: string | undefined },
): TextRun {
  return new TextRun({
    text,
    bold,
    boldComplexScript: bold,
    size,
    sizeComplexScript: size,
    language: { value: 'hi-IN', bidirectional: 'hi-IN' },
    ...(color === undefined ? {} : { color }),
  });
}

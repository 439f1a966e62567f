import { Document, type ISectionOptions, Packer, PageOrientation, TextRun } from 'docx';
import { languageFacts, type OwnLanguage } from '../../language.ts';
import { fontBytes } from './font-family-fs.ts';
import { findScript, scripts, usualScript } from './scripts.ts';

/** A4 in twentieths of a point. */
const paper = { width: 11_906, height: 16_838 };

export interface DocxSheet {
  office: string;
  title: string;
  language: OwnLanguage | 'en';
  /** On all four sides, in twentieths of a point. */
  marginTwips: number;
  /** A4 on its side, for wide tables. */
  landscape?: boolean;
  /** Default size of the text, in half points. */
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
  const { landscape = false, language } = sheet;
  const script = language === 'en' ? usualScript : languageFacts[language].script;
  const { family } = scripts[script];
  const tag = `${language}-IN`;
  const document = new Document({
    creator: office,
    // Embedded, so that it looks the same on a machine without a font for its script, and its bold is not a regular one
    // printed twice.
    fonts: [{ name: family, data: fontBytes(400, script), bold: fontBytes(700, script) }],
    title,
    styles: {
      default: {
        document: {
          run: {
            font: fontNamed(family),
            size,
            sizeComplexScript: size,
            language: { value: tag, bidirectional: tag },
          },
        },
      },
    },
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

const fontNamed = (family: string) => ({ ascii: family, hAnsi: family, cs: family });

/** Words of one style; their size in half points. */
export function styledRun(
  text: string,
  { bold, size, color }: { bold: boolean; size: number; color?: string | undefined },
): TextRun {
  const script = findScript(text);
  return new TextRun({
    text,
    bold,
    boldComplexScript: bold,
    size,
    sizeComplexScript: size,
    ...(script === usualScript ? {} : { font: fontNamed(scripts[script].family) }),
    ...(color === undefined ? {} : { color }),
  });
}

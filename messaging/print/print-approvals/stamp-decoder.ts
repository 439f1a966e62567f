import { readFileSync } from 'node:fs';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import { red } from '../../../campaigns/house-colours.ts';
import { fontPath } from '../../../campaigns/languages/typesetting/font-files-fs.ts';
import { scriptNames } from '../../../campaigns/languages/typesetting/scripts.ts';
import { pdfFile } from '../../platform/documents/pdf-file.ts';

export interface GivenStamp {
  /** The press file. */
  path: string;
  /** Text at the head of each page. */
  title: string;
  /** Text at its foot. */
  foot: string;
  language: 'hi' | 'en';
  words: {
    /** In rows over the whole artwork. */
    across: string;
    head: string;
  };
  createdAt: Date;
}

/** A4 at 150 pixels to the inch: enough to judge a page, and far too little to print a board or its code from. */
const sheet = { long: 1754, short: 1240, longPt: 841.89, shortPt: 595.28 };
const marginPx = 50;
const barPx = 92;
/** Resolution of the artwork itself, before it is set on the page. */
const artworkPx = 1000;
const mostPages = 4;
/** Each letter comes from the first of them that has it. */
const faces = {
  regular: scriptNames.map((script) => `"regular ${script}"`).join(', '),
  bold: scriptNames.map((script) => `"bold ${script}"`).join(', '),
};

export async function decode(input: GivenStamp): Promise<Uint8Array> {
  for (const script of scriptNames) {
    GlobalFonts.registerFromPath(fontPath(400, script), `regular ${script}`);
    GlobalFonts.registerFromPath(fontPath(700, script), `bold ${script}`);
  }
  const pdfium = await PDFiumLibrary.init();
  const document = await pdfium.loadDocument(readFileSync(input.path));
  const pages: Buffer[] = [];
  let isLandscape = false;
  for (const page of document.pages()) {
    if (pages.length === mostPages) break;
    const { originalWidth, originalHeight } = page.getOriginalSize();
    const scale = artworkPx / Math.max(originalWidth, originalHeight);
    const drawn = await page.render({ scale, render: 'bitmap' });
    isLandscape = drawn.width > drawn.height;
    pages.push(await stampedPage(drawn, isLandscape, input));
  }
  document.destroy();
  const [width, height] = isLandscape
    ? [sheet.longPt, sheet.shortPt]
    : [sheet.shortPt, sheet.longPt];
  const [widthPx, heightPx] = isLandscape ? [sheet.long, sheet.short] : [sheet.short, sheet.long];
  return pdfFile(
    pages.map((jpeg) => ({
      content: `q ${width} 0 0 ${height} 0 0 cm /Picture Do Q`,
      picture: { jpeg, width: widthPx, height: heightPx },
    })),
    {
      title: `${input.words.across}: ${input.title}`,
      language: input.language,
      fonts: [],
      widthPt: width,
      heightPt: height,
      createdAt: input.createdAt,
    },
  );
}

/** @param drawn pixels of four bytes, as the library gives them */
async function stampedPage(
  drawn: { data: Uint8Array; width: number; height: number },
  isLandscape: boolean,
  { title, foot, words }: GivenStamp,
): Promise<Buffer> {
  const [width, height] = isLandscape ? [sheet.long, sheet.short] : [sheet.short, sheet.long];
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  const room = { width: width - 2 * marginPx, height: height - 2 * barPx - 2 * marginPx };
  const scale = Math.min(room.width / drawn.width, room.height / drawn.height);
  const size = { width: drawn.width * scale, height: drawn.height * scale };
  const x = (width - size.width) / 2;
  const y = barPx + marginPx + (room.height - size.height) / 2;
  pen.drawImage(toPicture(drawn), x, y, size.width, size.height);
  pen.strokeStyle = '#b8c2d4';
  pen.strokeRect(x, y, size.width, size.height);
  drawStamps(pen, { x, y, ...size }, words.across);
  pen.fillStyle = `#${red}`;
  pen.fillRect(0, 0, width, barPx);
  pen.fillStyle = '#fff';
  pen.font = `40px ${faces.bold}`;
  pen.fillText(words.head, marginPx, 60);
  pen.textAlign = 'right';
  pen.font = `30px ${faces.regular}`;
  pen.fillText(title, width - marginPx, 58, width - 2 * marginPx - 480);
  pen.textAlign = 'left';
  pen.fillStyle = '#111';
  pen.font = `22px ${faces.regular}`;
  pen.fillText(foot, marginPx, height - 40, width - 2 * marginPx);
  return canvas.encode('jpeg', 82);
}

function toPicture({ data, width, height }: { data: Uint8Array; width: number; height: number }) {
  const picture = createCanvas(width, height);
  const pen = picture.getContext('2d');
  const pixels = pen.createImageData(width, height);
  pixels.data.set(data);
  for (let at = 3; at < data.length; at += 4) pixels.data[at] = 255;
  pen.putImageData(pixels, 0, 0);
  return picture;
}

/** The word in rows across the whole artwork, its code included: in the pixels, so that nobody takes it off. */
function drawStamps(
  pen: SKRSContext2D,
  box: { x: number; y: number; width: number; height: number },
  word: string,
): void {
  pen.save();
  pen.beginPath();
  pen.rect(box.x, box.y, box.width, box.height);
  pen.clip();
  pen.translate(box.x + box.width / 2, box.y + box.height / 2);
  pen.rotate(-Math.PI / 7);
  pen.textAlign = 'center';
  pen.font = `100px ${faces.bold}`;
  const reach = Math.hypot(box.width, box.height) / 2;
  for (let row = -Math.ceil(reach / 190); row <= reach / 190; row += 1) {
    for (let column = -Math.ceil(reach / 380); column <= reach / 380; column += 1) {
      const at = [column * 380 + (row % 2) * 190, row * 190] as const;
      pen.lineWidth = 5;
      pen.strokeStyle = 'rgba(255,255,255,0.5)';
      pen.strokeText(word, ...at);
      pen.fillStyle = 'rgba(200,16,46,0.42)';
      pen.fillText(word, ...at);
    }
  }
  pen.restore();
}

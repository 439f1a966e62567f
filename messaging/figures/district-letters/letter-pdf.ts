import { drawFigures, drawParagraph } from '../../platform/documents/pdf-blocks.ts';
import { linePt, marginPt, openCanvas, wholeLine } from '../../platform/documents/pdf-canvas.ts';
import type { LetterContent } from './letter-content.ts';

/** The letter as one page of A4. */
export function letterPdf(letter: LetterContent): Buffer {
  const canvas = openCanvas();
  const { regular, bold } = canvas;
  const [sender = '', ...places] = letter.sender;
  drawParagraph(canvas, sender, { font: bold, size: 14, ink: 'navy', align: 'center' });
  for (const place of places) {
    drawParagraph(canvas, place, { font: regular, size: 11, align: 'center' });
  }
  canvas.y -= 4;
  canvas.box(marginPt, canvas.y, { width: linePt, height: 1 }, 'navy');
  canvas.take(26);
  canvas.text(letter.number, wholeLine, canvas.y, { font: regular, size: 11 });
  canvas.text(letter.date, wholeLine, canvas.y, { font: regular, size: 11, align: 'right' });
  canvas.y -= 10;
  if (letter.sampleNotice !== null) {
    drawParagraph(canvas, letter.sampleNotice, {
      font: bold,
      size: 12,
      ink: 'red' as const,
      align: 'center' as const,
      after: 4,
    });
  }
  const body = { font: regular, size: 12, after: 9 };
  drawParagraph(canvas, letter.greeting, body);
  drawParagraph(canvas, letter.opening, body);
  drawFigures(canvas, letter.figures);
  drawParagraph(canvas, letter.standing, body);
  drawParagraph(canvas, letter.askLead, body);
  letter.asks.forEach((ask, at) => {
    drawParagraph(canvas, `(${at + 1})  ${ask}`, body);
  });
  for (const words of letter.closing) drawParagraph(canvas, words, body);
  canvas.take(10);
  for (const words of letter.signature) {
    if (words === '') canvas.take(34);
    else drawParagraph(canvas, words, { font: regular, size: 12, align: 'right', after: 2 });
  }
  canvas.take(10);
  for (const words of letter.addressee) {
    drawParagraph(canvas, words, { font: bold, size: 12, after: 1 });
  }
  const createdAt = new Date(letter.generatedAt);
  return canvas.finish({ title: letter.title, language: letter.language, createdAt }, () => '');
}

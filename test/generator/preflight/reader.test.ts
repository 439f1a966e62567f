import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createContentReader } from '../../../generator/preflight/reader/content.ts';
import { openPdf, streamData } from '../../../generator/preflight/reader/document.ts';
import { touches } from '../../../generator/preflight/reader/geometry.ts';
import { Lexer, type Token } from '../../../generator/preflight/reader/lexer.ts';
import { readPages } from '../../../generator/preflight/reader/page.ts';
import { readText } from '../../../generator/preflight/reader/value.ts';
import { append } from './press-edit.ts';

describe('tokens', () => {
  const tokens = (text: string): Token[] => {
    const lexer = new Lexer(Buffer.from(text, 'latin1'));
    const all: Token[] = [];
    for (let token = lexer.next(); token !== undefined; token = lexer.next()) all.push(token);
    return all;
  };
  const plain = (text: string) =>
    tokens(text).map((token) => {
      if (typeof token !== 'object') return token;
      return token.kind === 'name' ? `/${token.name}` : readText(token);
    });

  test.each([
    ['1 -2.5 .25 +3 4. -.5', [1, -2.5, 0.25, 3, 4, -0.5]],
    ['/Name/Two#20words', ['/Name', '/Two words']],
    ['(a(b)\\)\\n\\101) <4142 43>', ['a(b))\nA', 'ABC']],
    ['<FEFF0925>', ['थ']],
    ['1 0 0 rg%comment\n/A BMC', [1, 0, 0, 'rg', '/A', 'BMC']],
    ['<</K[1 2]>>', ['<<', '/K', '[', 1, 2, ']', '>>']],
    ['f* T* \' "', ['f*', 'T*', "'", '"']],
    ['', []],
  ])('of %s', (text, expected) => {
    expect(plain(text)).toEqual(expected);
  });
});

/** A file of one page of 100 × 100 mm from objects 3, 4, …; object 4 is the content. */
function pdf(content: string, resources = '<<>>', more: Record<number, string> = {}): Buffer {
  const side = 283.465;
  const objects: Record<number, string> = {
    1: '<</Type/Catalog/Pages 2 0 R>>',
    2: `<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 ${side} ${side}]>>`,
    3: `<</Type/Page/Parent 2 0 R/TrimBox[0 0 ${side} ${side}]/Contents 4 0 R/Resources${resources}>>`,
    4: `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    ...more,
  };
  let text = '%PDF-1.6\n';
  let table = `xref\n0 1\n0000000000 65535 f \n`;
  for (const [number, body] of Object.entries(objects)) {
    table += `${number} 1\n${String(text.length).padStart(10, '0')} 00000 n \n`;
    text += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const trailer = `trailer\n<</Size ${Object.keys(objects).length + 1}/Root 1 0 R>>`;
  return Buffer.from(`${text}${table}${trailer}\nstartxref\n${text.length}\n%%EOF\n`, 'latin1');
}

function marksOf(bytes: Buffer) {
  const [page] = readPages(openPdf(bytes), createContentReader());
  if (page === undefined) throw new Error('Expected a page');
  return page;
}

const round = (edges: object) =>
  Object.values(edges).map((value) => Number((value as number).toFixed(1)));

describe('the document', () => {
  test('the newest of several updates counts', () => {
    const updated = append(pdf('n'), { 1: '<</Type/Catalog/Pages 2 0 R/Lang(hi)>>' });
    const document = openPdf(updated);
    const root = document.entry(document.trailer, 'Root');
    expect(readText(document.entry(root, 'Lang'))).toBe('hi');
    expect(document.numbers.toSorted()).toEqual([1, 2, 3, 4]);
  });

  test.each([
    ['no header', (b: Buffer) => b.subarray(1), 'Expected %PDF- at byte 0'],
    ['no end', (b: Buffer) => b.subarray(0, -20), 'Expected "startxref"'],
    [
      'an offset that leads elsewhere',
      (b: Buffer) => Buffer.from(b.toString('latin1').replace(/startxref\n\d+/, 'startxref\n9')),
      'Expected a cross-reference table at byte 9',
    ],
  ])('%s is told with what was expected', (_, edit, message) => {
    expect(() => openPdf(edit(pdf('n')))).toThrow(message);
  });

  test('a filter that it does not know is named', () => {
    const packed = '<</Length 1/Filter/LZWDecode>>\nstream\nx\nendstream';
    const bytes = pdf('n', '<<>>', { 5: packed });
    const document = openPdf(bytes);
    const stream = document.resolve({ kind: 'reference', number: 5 });
    expect(() => streamData(document, stream as Parameters<typeof streamData>[1])).toThrow(
      'got the filter LZWDecode',
    );
  });
});

describe('page content', () => {
  const square = '0 0 28.3465 28.3465 re f';

  test('a fill stands in mm from the trim’s top left corner, in its inks and part', () => {
    const { marks } = marksOf(pdf(`/name BMC 1 0 0 .5 k ${square} EMC`));
    expect(marks).toMatchObject([{ part: 'name', paint: 'fill', inks: [1, 0, 0, 0.5] }]);
    expect(round(marks[0]?.edges ?? {})).toEqual([0, 90, 10, 100]);
  });

  test('q and Q keep matrix and inks apart', () => {
    const { marks } = marksOf(pdf(`0 0 0 1 k q 2 0 0 2 0 0 cm 1 0 0 0 k ${square} Q ${square}`));
    const cyan = { inks: [1, 0, 0, 0], edges: [0, 80, 20, 100] };
    const key = { inks: [0, 0, 0, 1], edges: [0, 90, 10, 100] };
    expect(marks.map(({ inks, edges }) => ({ inks, edges: round(edges) }))).toEqual([cyan, key]);
  });

  test('a form is drawn where it is placed, cut to its box', () => {
    const data = deflateSync(square).toString('latin1');
    const form = `<</Type/XObject/Subtype/Form/BBox[0 0 14.17325 99]/Matrix[1 0 0 1 28.3465 0]/Filter/FlateDecode/Length ${data.length}>>\nstream\n${data}\nendstream`;
    const { marks } = marksOf(
      pdf('0 0 0 1 k q 1 0 0 1 28.3465 0 cm /F Do Q', '<</XObject<</F 5 0 R>>>>', { 5: form }),
    );
    expect(marks.map(({ edges }) => round(edges))).toEqual([[20, 90, 25, 100]]);
  });

  test('a form that draws itself ends', () => {
    const form =
      '<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>/Length 5>>\nstream\n/F Do\nendstream';
    const { notables } = marksOf(pdf('/F Do', '<</XObject<</F 5 0 R>>>>', { 5: form }));
    expect(notables.map(({ operator }) => operator)).toEqual(['Do']);
  });

  test('operators that a press file has no use for are told with their part', () => {
    const { notables } = marksOf(pdf('/icon BMC 1 0 0 rg /G0 gs (x) Tj /Pic Do EMC sh'));
    const told = notables.map(({ operator, part }) => `${operator} ${part}`);
    expect(told).toEqual(['rg icon', 'gs icon', 'Tj icon', 'Do icon', 'sh null']);
  });
});

describe('where a filled path runs', () => {
  const frame = {
    ops: 'MLLLZMLLLZ',
    xy: [0, 0, 100, 0, 100, 100, 0, 100, 10, 10, 10, 90, 90, 90, 90, 10],
  };
  test.each([
    ['inside the opening of a frame', { left: 40, top: 40, right: 60, bottom: 60 }, false],
    ['on the frame', { left: 2, top: 40, right: 8, bottom: 60 }, true],
    ['across its inner edge', { left: 5, top: 40, right: 20, bottom: 60 }, true],
    ['outside', { left: 101, top: 0, right: 120, bottom: 20 }, false],
  ])('%s', (_, box, expected) => {
    expect(touches(frame, box)).toBe(expected);
  });
});

import type { Matrix } from '../../layout/path.ts';
import { type Content, type createContentReader, readNumbers } from './content.ts';
import { type PdfDocument, streamData } from './document.ts';
import { isStream, readName, type Value } from './value.ts';

/** A page's box in points: left, bottom, right, top. */
export type PageBox = readonly [left: number, bottom: number, right: number, top: number];

export type PressPage = Content & {
  readonly boxes: Readonly<Record<'media' | 'crop' | 'bleed' | 'trim' | 'art', PageBox | null>>;
  readonly rotate: number;
  readonly userUnit: number;
  /** Size of the trim in mm; of the media where there is no trim box. */
  readonly trimMm: { readonly width: number; readonly height: number };
};

export const pointsPerMm = 72 / 25.4;

/** Reads all pages, each with its marks in millimetres from the trim's top left corner. */
export function readPages(
  document: PdfDocument,
  readContent: ReturnType<typeof createContentReader>,
): PressPage[] {
  const root = document.entry(document.entry(document.trailer, 'Root'), 'Pages');
  return pageNodes(document, root, { inherited: {}, ancestors: [] }).map((page) =>
    readPage(document, page, readContent),
  );
}

interface Inherited {
  MediaBox?: Value;
  CropBox?: Value;
  Rotate?: Value;
  Resources?: Value;
}
interface PageNode {
  node: Value;
  inherited: Inherited;
}

/** The leaves of the page tree; a node that is its own ancestor ends there. */
function pageNodes(
  document: PdfDocument,
  node: Value,
  { inherited: above, ancestors }: { inherited: Inherited; ancestors: readonly Value[] },
): PageNode[] {
  if (node === null || ancestors.includes(node)) return [];
  const inherited: Inherited = { ...above };
  for (const key of ['MediaBox', 'CropBox', 'Rotate', 'Resources'] as const) {
    const value = document.entry(node, key);
    if (value !== null) inherited[key] = value;
  }
  const kids = document.entry(node, 'Kids');
  if (!Array.isArray(kids)) {
    return readName(document.entry(node, 'Type')) === 'Page' ? [{ node, inherited }] : [];
  }
  return (kids as readonly Value[]).flatMap((kid) =>
    pageNodes(document, document.resolve(kid), { inherited, ancestors: [...ancestors, node] }),
  );
}

function readPage(
  document: PdfDocument,
  { node, inherited }: PageNode,
  readContent: ReturnType<typeof createContentReader>,
): PressPage {
  const box = (value: Value | undefined): PageBox | null => {
    const numbers = readNumbers(document, value ?? null);
    if (numbers?.length !== 4) return null;
    const [a, b, c, d] = numbers as [number, number, number, number];
    return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
  };
  const boxes = {
    media: box(inherited.MediaBox),
    crop: box(inherited.CropBox),
    bleed: box(document.entry(node, 'BleedBox')),
    trim: box(document.entry(node, 'TrimBox')),
    art: box(document.entry(node, 'ArtBox')),
  };
  const userUnit = numberOr(document.entry(node, 'UserUnit'), 1);
  const [left, bottom, right, top] = boxes.trim ?? boxes.media ?? [0, 0, 0, 0];
  const mm = userUnit / pointsPerMm;
  const toMm: Matrix = [mm, 0, 0, -mm, -left * mm, top * mm];
  const data = contentData(document, document.entry(node, 'Contents'));
  const content = readContent(document, { data, resources: inherited.Resources ?? null }, toMm);
  return {
    ...content,
    boxes,
    userUnit,
    rotate: numberOr(inherited.Rotate ?? null, 0),
    trimMm: { width: (right - left) * mm, height: (top - bottom) * mm },
  };
}

function contentData(document: PdfDocument, contents: Value): Uint8Array {
  if (isStream(contents)) return streamData(document, contents);
  if (!Array.isArray(contents)) return new Uint8Array();
  const pieces = (contents as readonly Value[]).map((each) => document.resolve(each));
  return Buffer.concat(
    pieces.flatMap((piece) =>
      isStream(piece) ? [streamData(document, piece), Buffer.from('\n')] : [],
    ),
  );
}

function numberOr(value: Value, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}

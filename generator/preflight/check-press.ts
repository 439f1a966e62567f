import type { Bilingual } from '../../campaigns/bilingual.ts';
import {
  type Script,
  scriptPieces,
  usualScript,
} from '../../campaigns/languages/typesetting/scripts.ts';
import type { ManifestFile } from '../../campaigns/manifest.ts';
import type { Fonts } from '../layout/fonts-fs.ts';
import type { Weight } from '../layout/node.ts';
import type { Expected } from './expected.ts';
import { type BrokenGlyph, brokenGlyphs, findBroken } from './outline/broken-glyphs.ts';
import { type Letters, openLetters } from './outline/letters.ts';
import { readTexts } from './outline/reading.ts';
import { makePanels } from './panel.ts';
import { createContentReader, type Mark } from './reader/content.ts';
import { openPdf, type PdfDocument } from './reader/document.ts';
import { readPages } from './reader/page.ts';
import { type CodeMemory, findCodes, prepareReader, readCodes } from './render/read-codes.ts';
import { createRenderer } from './render/renderer.ts';
import type { AnyPdf, Deviation, PressModel, Rule } from './rules/rule.ts';
import { anyPdfRules, pressRules } from './rules/rules.ts';

/** A deviation in English, with its rule, and in Hindi where there are words for it. */
export type NamedDeviation = Omit<Deviation, 'expected' | 'found'> & {
  readonly rule: string;
  readonly expected: string;
  readonly found: string;
  readonly hi?: { readonly expected: string; readonly found: string };
};

const weights = [500, 700, 800] as const;

/** A press file held against its rules; `press` is undefined where it could not be read. */
export interface CheckedPress {
  deviations: NamedDeviation[];
  press: PressModel | undefined;
}

export interface PressChecker {
  /** Everything of a press file that is not as it must be; a file that cannot be opened breaks the rule `opens`. */
  checkPress(bytes: Uint8Array, entry: ManifestFile, expected: Expected): Promise<NamedDeviation[]>;
  /** The same, and what was read. */
  inspect(bytes: Uint8Array, entry: ManifestFile, expected: Expected): Promise<CheckedPress>;
  /** The same for a PDF about which nothing else is known, such as a job ticket. */
  checkAny(bytes: Uint8Array): NamedDeviation[];
}

/**
 * Opens one press file after the other; what they share is read once.
 * @param memory of codes that were read, for files that are made again and again while somebody types
 */
export async function createPressChecker(fonts: Fonts, memory?: CodeMemory): Promise<PressChecker> {
  const [renderer] = await Promise.all([createRenderer(), prepareReader()]);
  const tools: Tools = {
    renderer,
    readContent: createContentReader(),
    readCodes: memory?.read ?? readCodes,
    ...openGlyphs(fonts),
  };
  return {
    inspect: (...file) => inspect(tools, ...file),
    checkPress: async (...file) => (await inspect(tools, ...file)).deviations,
    checkAny: (bytes) => checkAny(tools, bytes),
  };
}

type Tools = {
  renderer: Awaited<ReturnType<typeof createRenderer>>;
  readContent: ReturnType<typeof createContentReader>;
  readCodes: typeof readCodes;
} & ReturnType<typeof openGlyphs>;

/** Letters of each weight, and the glyphs of a mark that are broken; both are kept once they were looked up. */
function openGlyphs(fonts: Fonts) {
  const kept = new Map<Weight, Letters>();
  const findLetters = (weight: Weight): Letters => {
    const letters =
      kept.get(weight) ?? openLetters((script) => fonts.bytes(weight, script), weight);
    kept.set(weight, letters);
    return letters;
  };
  const glyphs = new Map<Script, BrokenGlyph[]>();
  const glyphsOf = (script: Script): BrokenGlyph[] => {
    const known =
      glyphs.get(script) ??
      weights.flatMap((weight) => brokenGlyphs(findLetters(weight).font(script)));
    glyphs.set(script, known);
    return known;
  };
  const broken = new WeakMap<Mark, string[]>();
  /** @param scripts those of the file's texts */
  const brokenIn = (mark: Mark, scripts: readonly Script[]): string[] => {
    const known = broken.get(mark) ?? findBroken(mark, scripts.flatMap(glyphsOf));
    broken.set(mark, known);
    return known;
  };
  return { findLetters, brokenIn };
}

/** Scripts of all texts that a file must show. */
function listScripts({ sides }: Expected): Script[] {
  const texts = Object.values(sides).flatMap((side) => side?.texts ?? []);
  const pieces = texts.flatMap(({ text }) => scriptPieces(text));
  return [...new Set([usualScript, ...pieces.map(({ script }) => script)])];
}

async function inspect(
  tools: Tools,
  bytes: Uint8Array,
  entry: ManifestFile,
  expected: Expected,
): Promise<CheckedPress> {
  let press: PressModel;
  try {
    const document = openPdf(bytes);
    // Nothing else can be read of an encrypted file.
    if (document.trailer.entries.has('Encrypt'))
      return { deviations: hold({ document, pages: [] }, anyPdfRules), press: undefined };
    press = await readPress(tools, bytes, document, { entry, expected });
  } catch (error) {
    return { deviations: [unopened(error)], press: undefined };
  }
  return { deviations: hold(press, pressRules), press };
}

async function readPress(
  { renderer, readContent, readCodes, findLetters, brokenIn }: Tools,
  bytes: Uint8Array,
  document: PdfDocument,
  { entry, expected }: Pick<PressModel, 'entry' | 'expected'>,
): Promise<PressModel> {
  const pages = readPages(document, readContent);
  const rendering = renderer.open(bytes, pages);
  const scripts = listScripts(expected);
  try {
    return {
      entry,
      document,
      pages,
      expected,
      panels: makePanels(pages, expected).map((panel) => ({
        ...panel,
        readings: readTexts(panel.marks, expected.sides[panel.side]?.texts ?? [], findLetters),
      })),
      slugs: pages.map(({ marks }) => readTexts(marks, expected.slug, findLetters)),
      broken: pages.map(({ marks }) =>
        marks.flatMap((mark) =>
          brokenIn(mark, scripts).map((glyph) => ({ part: mark.part ?? 'no part', glyph })),
        ),
      ),
      codes: await readCodes(findCodes(pages), {
        rendering,
        pages,
        dpi: expected.limits.decodeDpi,
      }),
    };
  } finally {
    rendering.close();
  }
}

function checkAny({ readContent }: Tools, bytes: Uint8Array): NamedDeviation[] {
  let pdf: AnyPdf;
  try {
    const document = openPdf(bytes);
    pdf = { document, pages: readPages(document, readContent) };
  } catch (error) {
    return [unopened(error)];
  }
  return hold(pdf, anyPdfRules);
}

/** Holds a file against rules; on imposed sheets one cause shows in every cell and is told once a page. */
function hold<Model>(model: Model, rules: readonly Rule<Model>[]): NamedDeviation[] {
  const told = new Map<string, NamedDeviation>();
  for (const { id, check } of rules) {
    for (const deviation of check(model)) {
      const named = nameDeviation(id, deviation);
      told.set(JSON.stringify(named), named);
    }
  }
  return [...told.values()];
}

function nameDeviation(rule: string, { expected, found, ...about }: Deviation): NamedDeviation {
  const side = (said: Bilingual | string, language: 'hi' | 'en') =>
    typeof said === 'string' ? said : said[language];
  const named = { rule, expected: side(expected, 'en'), found: side(found, 'en'), ...about };
  if (typeof expected === 'string' && typeof found === 'string') return named;
  return { ...named, hi: { expected: side(expected, 'hi'), found: side(found, 'hi') } };
}

function unopened(error: unknown): NamedDeviation {
  return { rule: 'opens', expected: 'a PDF that opens', found: (error as Error).message };
}

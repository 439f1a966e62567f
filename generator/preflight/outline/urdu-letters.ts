import bidiFactory, { type Bidi } from 'bidi-js';
import * as hb from 'harfbuzzjs';
import type { Path } from '../../layout/path.ts';
import { type Letter, type Letters, toCubics } from './letters.ts';

// The package's types name a default export; what it has is the function itself.
const bidi = (bidiFactory as unknown as () => Bidi)();

const isArabic = (character: string) => /\p{Script=Arabic}|[\u060c\u061b\u061f]/u.test(character);
const isOther = (character: string) =>
  /\p{Script=Latin}|\p{Script=Devanagari}|[0-9₹]/u.test(character);

/**
 * Letters that set Urdu too, in Nastaliq at this share of its size. Runs are found from the order in which the characters are
 * seen, and not by the press file's own code, with which the outcome is compared.
 */
export function withUrdu(mukta: Letters, nastaliq: () => Uint8Array, scale: number): Letters {
  const lines = new Map<string, Letter[]>();
  let opened: Opened | undefined;
  return {
    ...mukta,
    set(text) {
      if (![...text].some(isArabic)) return mukta.set(text);
      const known = lines.get(text);
      if (known !== undefined) return known;
      opened ??= openNastaliq(nastaliq(), scale);
      const letters = setLine(text, mukta, opened);
      lines.set(text, letters);
      return letters;
    },
  };
}

/** Glyphs that stand for what failed in Nastaliq, as `Letters` name them. */
export function urduGlyphs(nastaliq: Uint8Array): Pick<Letters, 'glyph' | 'numberOf'> {
  const font = new hb.Font(new hb.Face(new hb.Blob(nastaliq)));
  return {
    glyph: (number) => toCubics(font.glyphToJson(number)),
    numberOf: (character) => font.glyph(character.codePointAt(0) ?? 0) ?? 0,
  };
}

type Opened = { shape(text: string, isRtl: boolean): { letters: Letter[]; advance: number } };

function openNastaliq(bytes: Uint8Array, scale: number): Opened {
  const font = new hb.Font(new hb.Face(new hb.Blob(bytes)));
  const kept = new Map<number, Path>();
  const glyph = (number: number): Path => {
    const known = kept.get(number) ?? toCubics(font.glyphToJson(number));
    kept.set(number, known);
    return known;
  };
  return {
    shape(text, isRtl) {
      const buffer = new hb.Buffer();
      buffer.addText(text);
      buffer.setDirection(isRtl ? hb.Direction.RTL : hb.Direction.LTR);
      buffer.setScript('Arab');
      buffer.setLanguage('ur');
      hb.shape(font, buffer);
      let pen = 0;
      const letters: Letter[] = [];
      for (const glyphAt of buffer.getGlyphInfosAndPositions()) {
        const { codepoint, xAdvance = 0, xOffset = 0, yOffset = 0 } = glyphAt;
        const { ops, xy } = glyph(codepoint);
        const moved = xy.map(
          (value, at) => (value + (at % 2 === 0 ? pen + xOffset : yOffset)) * scale,
        );
        if (ops !== '') letters.push({ glyph: codepoint, path: { ops, xy: moved } });
        pen += xAdvance;
      }
      return { letters, advance: pen * scale };
    },
  };
}

function setLine(text: string, mukta: Letters, nastaliq: Opened): Letter[] {
  let pen = 0;
  return seenRuns(text).flatMap(({ run, level, isUrdu }) => {
    const set = isUrdu
      ? nastaliq.shape(run, level % 2 === 1)
      : { letters: mukta.set(run), advance: mukta.advance(run) };
    const from = pen;
    pen += set.advance;
    return set.letters.map(({ glyph, path: { ops, xy } }) => ({
      glyph,
      path: { ops, xy: xy.map((value, at) => (at % 2 === 0 ? value + from : value)) },
    }));
  });
}

type SeenRun = { run: string; level: number; isUrdu: boolean };

/** Neighbours on the line that are neighbours in the text, of one level and one font. */
function seenRuns(text: string): SeenRun[] {
  const embedding = bidi.getEmbeddingLevels(text, 'rtl');
  const levelAt = (at: number) => embedding.levels[at] ?? 1;
  const isUrduAt = (at: number) => {
    const character = text.charAt(at);
    return isArabic(character) || (!isOther(character) && levelAt(at) % 2 === 1);
  };
  const groups: number[][] = [];
  for (const at of bidi.getReorderedIndices(text, embedding)) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    const goesOn =
      before !== undefined &&
      Math.abs(at - before) === 1 &&
      levelAt(at) === levelAt(before) &&
      isUrduAt(at) === isUrduAt(before);
    if (goesOn) group?.push(at);
    else groups.push([at]);
  }
  return groups.map((group) => {
    const [from = 0, to = 0] = [Math.min(...group), Math.max(...group)];
    return { run: text.slice(from, to + 1), level: levelAt(from), isUrdu: isUrduAt(from) };
  });
}

import { expect, test } from 'vitest';
import { languageFacts, ownLanguages } from '../../campaigns/language.ts';
import { openFamily } from '../../campaigns/languages/typesetting/font-family-fs.ts';
import { scriptRow } from '../../campaigns/languages/typesetting/scripts.ts';
import { findOwnFont } from '../../site/styles/own-font-fs.ts';
import { listDrafts } from '../../site/translation-fs.ts';

const family = openFamily(400);

/** Ink of a text above and below its base line, in thousandths of an em. */
function measureInk(text: string): [above: number, below: number] {
  const glyphs = family.shape(text).flatMap(({ glyphs: own, font, scale }) =>
    own.map(({ glyph, y }) => {
      const { yBearing = 0, height = 0 } = font.extents(glyph) ?? {};
      return [(y + yBearing) * scale, (y + yBearing + height) * scale] as const;
    }),
  );
  return [
    Math.max(0, ...glyphs.map(([top]) => top)),
    Math.min(0, ...glyphs.map(([, bottom]) => bottom)),
  ];
}

// As in `global.css`: headings and buttons have lines of 1.3 em or the script's own, text of 1.6 or of those where they are higher.
test.each(ownLanguages.filter((own) => own !== 'hi' && own !== 'ur'))(
  'no sign of a line touches the one above or below it, in %s',
  (own) => {
    const { headingLine = 1.3 } = scriptRow(languageFacts[own].script);
    const inks = listDrafts(own).map(([, text]) => measureInk(text));
    const highest = Math.max(...inks.map(([above]) => above));
    const deepest = Math.min(...inks.map(([, below]) => below));
    expect(highest - deepest).toBeLessThanOrEqual(1000 * headingLine);
    expect(highest - deepest).toBeGreaterThan(1000);
    const { style } = findOwnFont(languageFacts[own].script);
    expect(style.includes(`body{line-height:${headingLine}}`)).toBe(headingLine > 1.6);
  },
);

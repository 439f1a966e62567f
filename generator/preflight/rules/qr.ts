import type { Bilingual } from '../../../campaigns/bilingual.ts';
import { phrases } from '../../../campaigns/words/preflight-words.ts';
import { isMiddleIn } from '../panel.ts';
import type { Mark } from '../reader/content.ts';
import { covers, type Edges, grow, intersect, touches } from '../reader/geometry.ts';
import { quietModules } from '../render/read-codes.ts';
import { type Deviation, onCodes, type Rule } from './rule.ts';

/** Modules as wide as the reading distance asks for (a tenth of it), in a square of whole modules. */
export const qrSize: Rule = {
  id: 'qr-size',
  check(press) {
    const { artwork, limits } = press.expected;
    return onCodes(press, ({ page, edges, moduleMm }) => {
      const panel = press.panels.find((own) => own.page === page && isMiddleIn(edges, own.trim));
      const least = artwork.pages[panel?.side ?? 0]?.qrMm ?? limits.qrMm;
      const width = edges.right - edges.left;
      const height = edges.bottom - edges.top;
      const found: Deviation[] = [];
      if (width < least - 0.05)
        found.push({
          expected: phrases.leastCode(phrases.mm(least)),
          found: phrases.mm(width, least),
        });
      const modules = width / moduleMm;
      const version = (modules - 17) / 4;
      if (
        Math.abs(width - height) > moduleMm / 50 ||
        Math.abs(version - Math.round(version)) > 0.02
      ) {
        found.push({
          expected: 'a square of 21, 25, 29 … modules',
          found: `${modules.toFixed(2)} × ${(height / moduleMm).toFixed(2)}`,
        });
      }
      return found;
    });
  },
};

/** Modules in pure key: one plate alone cannot be out of register. */
export const qrInk: Rule = {
  id: 'qr-ink',
  check: (press) =>
    onCodes(press, ({ mark: { inks } }) =>
      inks?.join(' ') === '0 0 0 1'
        ? []
        : [
            {
              expected: 'QR modules in 0 0 0 1',
              found: inks?.join(' ') ?? 'no CMYK colour',
            },
          ],
    ),
};

/** Every code says the station's own link, in the manifest, in the registry, and on the rendered page. */
export const qrLink: Rule = {
  id: 'qr-link',
  check(press) {
    const { entry, codes, expected, panels } = press;
    const { url, code } = expected.imprint;
    const dpi = expected.limits.decodeDpi;
    const compare = (found: string | undefined | null, link: Bilingual): Deviation[] =>
      found === url ? [] : [{ expected: link, found: found ?? phrases.unreadable }];
    const deviations = [
      ...compare(entry.url, phrases.linkInManifest(url)),
      ...onCodes(press, ({ sharp, blurred }) => [
        ...compare(sharp, phrases.linkInCode(url, dpi)),
        ...compare(blurred, phrases.linkAfterBlur(url)),
      ]),
    ];
    if (entry.code !== code) {
      deviations.push({ expected: `code ${code} in the manifest`, found: `${entry.code}` });
    }
    const count = panels.filter(({ side }) => expected.sides[side]?.hasCode).length;
    if (codes.length !== count) {
      deviations.push({ expected: `${count} QR codes`, found: `${codes.length}` });
    }
    return deviations;
  },
};

/** Grey from which a pixel of the quiet zone counts as white. */
const whiteGrey = 250;

/**
 * Four modules around each code are free (ISO/IEC 18004): nothing with ink is there above the white ground, nothing
 * at all is painted over the code, and the rendered pixels are white.
 */
export const quietZone: Rule = {
  id: 'quiet-zone',
  check(press) {
    return onCodes(press, ({ page, mark, clear, moduleMm, quietGrey }) => {
      const deviations: Deviation[] = [];
      const marks = press.pages[page]?.marks ?? [];
      // The edge of a ground may run along the zone's; a hundredth of a module is no mark in it.
      const zone = grow(clear, -moduleMm / 100);
      const at = marks.indexOf(mark);
      const ground = marks
        .slice(0, at)
        .findLastIndex((each) => isPaper(each) && covers(each.path, zone));
      for (const part of partsIn(marks.slice(ground + 1, at).filter(hasInk), zone)) {
        deviations.push({
          expected: phrases.freeModules(quietModules),
          found: phrases.part(part),
        });
      }
      for (const part of partsIn(marks.slice(at + 1), zone)) {
        deviations.push({ expected: phrases.nothingOverCode, found: phrases.part(part) });
      }
      if (quietGrey < whiteGrey) {
        deviations.push({
          expected: phrases.whiteQuietZone,
          found: phrases.grey(quietGrey),
        });
      }
      return deviations;
    });
  },
};

function partsIn(marks: readonly Mark[], zone: Edges): Set<string> {
  const over = marks.filter(
    ({ edges, path, paint }) =>
      intersect(edges, zone) !== undefined && (paint === 'stroke' || touches(path, zone)),
  );
  return new Set(over.map(({ part }) => part ?? 'an untagged mark'));
}

function isPaper({ paint, inks }: Mark): boolean {
  return paint === 'fill' && inks !== null && inks.every((ink) => ink === 0);
}

function hasInk({ inks }: Mark): boolean {
  return inks === null || inks.some((ink) => ink > 0);
}

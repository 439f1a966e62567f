import { phrases } from '../../../campaigns/words/preflight-words.ts';
import { expectedPages } from '../panel.ts';
import { intersect, touches } from '../reader/geometry.ts';
import type { PageBox } from '../reader/page.ts';
import { mm, onPages, onPanels, type Rule } from './rule.ts';

/** How far boxes may be off: what three decimals of a point leave. */
const toleranceMm = 0.1;
const toMm = 25.4 / 72;

/** Media box around bleed box around trim box on every side, and the bleed that the artwork states (ISO 15930-7, 6.9). */
export const pageBoxes: Rule = {
  id: 'page-boxes',
  check(press) {
    const { format } = press.expected.artwork;
    const count = expectedPages(press.expected).length;
    const deviations = onPages(press, ({ boxes, rotate, userUnit }) => {
      const found = [];
      for (const name of ['media', 'bleed', 'trim'] as const) {
        if (boxes[name] === null) found.push({ expected: `a ${titles[name]}`, found: 'none' });
      }
      if (boxes.art !== null)
        found.push({ expected: 'a TrimBox alone', found: 'an ArtBox beside it' });
      if (rotate !== 0) found.push({ expected: 'no rotation', found: `Rotate ${rotate}` });
      if (userUnit !== 1) found.push({ expected: 'points as unit', found: `UserUnit ${userUnit}` });
      const { media, bleed, trim, crop } = boxes;
      if (media === null || bleed === null || trim === null) return found;
      if (!holds(media, bleed))
        found.push({ expected: 'a BleedBox in the MediaBox', found: show(bleed) });
      if (!holds(bleed, trim))
        found.push({ expected: 'a TrimBox in the BleedBox', found: show(trim) });
      if (crop !== null && !holds(crop, bleed))
        found.push({ expected: 'a CropBox around the BleedBox', found: show(crop) });
      const widths = trim.map((edge, index) => Math.abs(edge - (bleed[index] as number)) * toMm);
      if (widths.some((width) => Math.abs(width - format.bleedMm) > toleranceMm)) {
        found.push({
          expected: `${mm(format.bleedMm)} of bleed on every side`,
          found: widths.map(mm).join(', '),
        });
      }
      return found;
    });
    if (press.pages.length !== count) {
      deviations.push({ expected: `${count} pages`, found: `${press.pages.length}` });
    }
    return deviations;
  },
};

const titles = { media: 'MediaBox', bleed: 'BleedBox', trim: 'TrimBox' } as const;

function holds(outer: PageBox, inner: PageBox): boolean {
  const slack = 0.01;
  return (
    inner[0] >= outer[0] - slack &&
    inner[1] >= outer[1] - slack &&
    inner[2] <= outer[2] + slack &&
    inner[3] <= outer[3] + slack
  );
}

function show(box: PageBox): string {
  return `[${box.join(' ')}]`;
}

/** Longest side of a page that viewers and RIPs take (ISO 32000-1, annex C). */
const longestPt = 14_400;

/** The trim is as large as artwork, or its sheet, and manifest say: nothing is scaled on the way to the press. */
export const trueSize: Rule = {
  id: 'true-size',
  check(press) {
    const { format, imposition } = press.expected.artwork;
    const { trimMm } = imposition ?? format;
    const { widthMm, heightMm } = press.entry;
    const deviations = onPages(press, (page) => {
      const found = [];
      const { width, height } = page.trimMm;
      if (
        Math.abs(width - trimMm.width) > toleranceMm ||
        Math.abs(height - trimMm.height) > toleranceMm
      ) {
        found.push({
          expected: `${trimMm.width} × ${trimMm.height} mm`,
          found: `${mm(width)} × ${mm(height)}`,
        });
      }
      const [left, bottom, right, top] = page.boxes.media ?? [0, 0, 0, 0];
      const longest = Math.max(right - left, top - bottom);
      if (longest > longestPt)
        found.push({ expected: `at most ${longestPt} pt a side`, found: `${longest} pt` });
      return found;
    });
    if (widthMm !== trimMm.width || heightMm !== trimMm.height) {
      deviations.push({
        expected: `${trimMm.width} × ${trimMm.height} mm in the manifest`,
        found: `${widthMm} × ${heightMm} mm`,
      });
    }
    return deviations;
  },
};

/** Shapes that reach the trim must extend to the edge of the bleed, so that cutting leaves no white line. */
export const bleed: Rule = {
  id: 'bleed',
  check: (press) =>
    onPanels(press, ({ marks, trim, bleed: wanted }) => {
      const shortest = new Map<string, { over: number; wantedMm: number }>();
      for (const { part, edges, inks } of marks) {
        if (inks?.every((ink) => ink === 0)) continue;
        const beyond = [
          { over: trim.left - edges.left, wantedMm: wanted.left },
          { over: trim.top - edges.top, wantedMm: wanted.top },
          { over: edges.right - trim.right, wantedMm: wanted.right },
          { over: edges.bottom - trim.bottom, wantedMm: wanted.bottom },
        ];
        for (const { over, wantedMm } of beyond) {
          if (over <= -toleranceMm || over >= wantedMm - toleranceMm) continue;
          const key = part ?? 'an untagged mark';
          if (over < (shortest.get(key)?.over ?? Infinity)) shortest.set(key, { over, wantedMm });
        }
      }
      return [...shortest].map(([part, { over, wantedMm }]) => ({
        expected: `${part} ${mm(wantedMm)} beyond the trim`,
        found: phrases.mm(over, wantedMm),
      }));
    }),
};

/** No text and no code is under a fitting of the vehicle, or where a corner is cut round: only ground does. */
export const keepOuts: Rule = {
  id: 'keep-outs',
  check(press) {
    const { cut } = press.expected.limits;
    if (cut === undefined) return [];
    const { cornerMm, keepOuts: fittings } = cut;
    return onPanels(press, ({ marks, trim }) => {
      const { left, top, right, bottom } = trim;
      const boxes = fittings.map(({ part, x, y, width, height }) => ({
        name: `the ${part} at ${mm(x)}, ${mm(y)}`,
        edges: { left: left + x, top: top + y, right: left + x + width, bottom: top + y + height },
      }));
      const matters = marks.filter(({ part }) => part !== 'ground');
      const covered = boxes.flatMap(({ name, edges }) => {
        const over = matters.find(
          (mark) => intersect(mark.edges, edges) !== undefined && touches(mark.path, edges),
        );
        return over === undefined
          ? []
          : [
              {
                expected: `only ground under ${name}`,
                found: phrases.part(over.part ?? 'an untagged mark'),
              },
            ];
      });
      const inCorner = ({ edges }: (typeof marks)[number]) => {
        const dx = Math.max(left + cornerMm - edges.left, edges.right - (right - cornerMm));
        const dy = Math.max(top + cornerMm - edges.top, edges.bottom - (bottom - cornerMm));
        return dx > 0 && dy > 0 && Math.hypot(dx, dy) > cornerMm;
      };
      const cutOff = new Set(matters.filter(inCorner).map(({ part }) => part));
      return [
        ...covered,
        ...[...cutOff].map((part) => ({
          expected: `only ground in a corner of radius ${mm(cornerMm)}`,
          found: phrases.part(part ?? 'an untagged mark'),
        })),
      ];
    });
  },
};

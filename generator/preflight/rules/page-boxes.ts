import { expectedPages } from '../panel.ts';
import type { PageBox } from '../reader/page.ts';
import { mm, onPages, type Rule } from './rule.ts';

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

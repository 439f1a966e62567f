import { phrases } from '../../../campaigns/words/preflight-words.ts';
import type { Reading } from '../outline/reading.ts';
import { groundUnder } from '../panel.ts';
import type { Mark } from '../reader/content.ts';
import { contains, type Edges, intersect, touches } from '../reader/geometry.ts';
import { type Deviation, onPanels, type Rule } from './rule.ts';

/** How far a letter may extend over the edge of its ground, as a share of the text's height: a hair. */
const slack = 0.01;

/** Every text is wholly on one ground, nothing is painted over it, and no ink of another text or picture touches it. */
export const placing: Rule = {
  id: 'placing',
  check: (press) =>
    onPanels(press, ({ marks, readings, side }) => {
      const { pictures } = press.expected.sides[side] ?? {};
      const drawn = marks.filter(({ part }) => part !== null && pictures?.has(part));
      const texts = new Set<string | null>(readings.map(({ part }) => part));
      const grounds = new Set(marks.filter(({ part }) => !texts.has(part)));
      return readings.flatMap((reading) => {
        const { edges, part } = reading;
        if (edges === undefined) return [];
        const deviations: Deviation[] = [];
        const before = marks.findIndex((mark) => mark.part === part);
        const ground = groundUnder(
          marks.slice(0, before).filter((mark) => grounds.has(mark)),
          edges,
        );
        const slackMm = slack * (edges.bottom - edges.top);
        if (ground !== undefined && !contains(ground.edges, edges, slackMm)) {
          deviations.push({
            expected: phrases.onOneGround(reading),
            found: phrases.overEdge(`${ground.part}`, phrases.mm(overhang(ground.edges, edges))),
            parts: [part],
          });
        }
        // What is painted between ground and text, and is not under its middle, is under a part of it.
        const between = marks.slice(ground === undefined ? 0 : marks.indexOf(ground) + 1, before);
        const partly = between.find(
          (mark) => grounds.has(mark) && !drawn.includes(mark) && isOn(mark, reading),
        );
        if (ground !== undefined && partly !== undefined)
          deviations.push({
            expected: phrases.onOneGround(reading),
            found: phrases.part(partly.part ?? 'an untagged mark'),
            parts: [part],
          });
        const after = marks.slice(marks.findLastIndex((mark) => mark.part === part) + 1);
        const over = after.find((mark) => !texts.has(mark.part) && isOn(mark, reading));
        if (over !== undefined) {
          deviations.push({
            expected: phrases.uncovered(reading),
            found: phrases.part(over.part ?? 'an untagged mark'),
            parts: [part],
          });
        }
        const picture = drawn.find((mark) =>
          reading.lines.some((line) => intersect(mark.edges, line) !== undefined),
        );
        if (picture !== undefined)
          deviations.push({
            expected: phrases.clearOfOthers(reading),
            found: phrases.part(`${picture.part}`),
            parts: [part],
          });
        const other = overlapped(reading, readings);
        if (other !== undefined) {
          deviations.push({
            expected: phrases.clearOfOthers(reading),
            found: phrases.overlapping(other),
            parts: [part, other.part],
          });
        }
        return deviations;
      });
    }),
};

/** Whether a mark's own shape, not only its box, is where a line of the text is. */
function isOn({ edges, path }: Mark, { lines }: Reading): boolean {
  return lines.some((line) => intersect(edges, line) !== undefined && touches(path, line));
}

function overhang(ground: Edges, { left, top, right, bottom }: Edges): number {
  return Math.max(
    ground.left - left,
    ground.top - top,
    right - ground.right,
    bottom - ground.bottom,
  );
}

/**
 * The first text that meets this one: a station's by the boxes of both, as matras of other names reach farther; of what
 * all stations share each meeting is told once.
 */
function overlapped(reading: Reading, readings: readonly Reading[]): Reading | undefined {
  const own = readings.indexOf(reading);
  return readings.find(
    (other, index) =>
      index !== own &&
      (reading.isStations || (!other.isStations && index > own)) &&
      reading.lines.some((line) => other.lines.some((near) => intersect(line, near) !== undefined)),
  );
}

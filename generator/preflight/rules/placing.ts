import type { Reading } from '../outline/reading.ts';
import type { Mark } from '../reader/content.ts';
import { contains, type Edges, intersect, touches } from '../reader/geometry.ts';
import { type Deviation, onPages, printersParts, type Rule } from './rule.ts';

/** What an outline may stand over the edge of its ground: a hair. */
const slackMm = 0.3;

/** Every text stands wholly on one ground, and a station's texts overlap nothing. */
export const placing: Rule = {
  id: 'placing',
  check(press) {
    return onPages(press, ({ marks }, index) => {
      const readings = (press.readings[index] ?? []).filter(({ part }) => !printersParts.has(part));
      const texts = new Set<string | null>(readings.map(({ part }) => part));
      return readings.flatMap((reading) => {
        const { edges, text, part } = reading;
        if (edges === undefined) return [];
        const deviations: Deviation[] = [];
        const ground = groundOf(marks, edges, texts, part);
        if (ground !== undefined && !contains(ground.edges, edges, slackMm)) {
          deviations.push({
            expected: `${part} "${text}" on one ground`,
            found: `it stands over the edge of ${ground.part}`,
          });
        }
        const other = reading.isStamped ? overlapped(reading, readings) : undefined;
        if (other !== undefined) {
          deviations.push({
            expected: `${part} "${text}" clear of all others`,
            found: `it overlaps ${other.part} "${other.text}"`,
          });
        }
        return deviations;
      });
    });
  },
};

/** The last mark that is painted under the middle of a text. */
function groundOf(
  marks: readonly Mark[],
  { left, top, right, bottom }: Edges,
  texts: ReadonlySet<string | null>,
  part: string,
): Mark | undefined {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const middle = { left: x - 0.01, top: y - 0.01, right: x + 0.01, bottom: y + 0.01 };
  const first = marks.findIndex((mark) => mark.part === part);
  return marks
    .slice(0, Math.max(0, first))
    .findLast(
      (mark) =>
        !texts.has(mark.part) &&
        intersect(mark.edges, middle) !== undefined &&
        touches(mark.path, middle),
    );
}

function overlapped(reading: Reading, readings: readonly Reading[]): Reading | undefined {
  return readings.find(
    (other) =>
      other !== reading &&
      reading.edges !== undefined &&
      other.edges !== undefined &&
      intersect(reading.edges, other.edges) !== undefined,
  );
}

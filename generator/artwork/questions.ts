import { isUrdu } from '../../campaigns/languages/typesetting/bidi-runs.ts';
import { type Node, row, type Style, type Weight } from '../layout/node.ts';
import type { Kit } from './artwork.ts';
import { inkUnits, middleLine, strokeUnits } from './typeset.ts';

/**
 * A citizen's questions and the services that answer them, as a talk on a phone: the question in white from the left, its
 * answer on navy from the right, all of one size, as large as the longest allows.
 */
export function questions(
  kit: Kit,
  at: { left: number; top: number; width: number; height: number },
): Node[] {
  const { questions: entries } = kit.campaign.copy.pamphlet;
  if (entries.length === 0) return [];
  const least = at.width * 0.058;
  const pair = (at.height - least * (entries.length - 1)) / entries.length;
  const between = at.width * 0.018;
  // Urdu fills more of its bubble, as it reaches farther over and under its letters.
  const [high, filled] = entries.some(({ ask }) => isUrdu(ask.hi)) ? [0.29, 0.9] : [0.26, 0.7];
  const bubble = Math.min((pair - between) / 2, at.width * high);
  const lines = entries.map(({ ask, answer }) => [
    { text: ask.hi, ...sides.ask },
    { text: answer.hi, ...sides.answer },
  ]);
  const pad = 0.055 * at.width;
  const room = at.width - 2 * pad;
  const indent = answerIndent * at.width;
  const heightMm = Math.min(
    ...lines.flatMap((own) =>
      own.map((line, side) =>
        fitBubble(kit, line, { bubble, filled, room: side === 0 ? room : room - indent }),
      ),
    ),
  );
  // The first begins and the last ends with the space.
  const pitch = (at.height - 2 * bubble - between) / Math.max(1, entries.length - 1);
  return lines.flatMap((own, index) => {
    const first = at.top + index * pitch;
    return own.flatMap((line, side) => {
      const { width } = inkUnits(kit, line.text, line.weight);
      const box = { width: width * heightMm + 2 * pad, height: bubble };
      const left = side === 0 ? at.left : at.left + at.width - box.width;
      const top = first + side * (bubble + between);
      return [
        row({
          position: 'absolute',
          left,
          top,
          ...box,
          ...corners(side, 0.36 * bubble),
          ground: line.ground,
          part: 'card',
        }),
        middleLine(kit, line.text, {
          x: left + pad - strokeUnits(line.text) * heightMm,
          top,
          height: bubble,
          heightMm,
          ...line,
        }),
      ];
    });
  });
}

/** Answers begin farther in, as in a talk. */
const answerIndent = 0.045;

const sides = {
  ask: { weight: 800, ink: 'navy', part: 'question', ground: 'paper' },
  answer: { weight: 800, ink: 'paper', part: 'answer', ground: 'navy' },
} as const;

/** Height of a line in its bubble: its matras and all keep to the share that may be filled. */
function fitBubble(
  kit: Kit,
  line: { text: string; weight: Weight },
  { bubble, filled, room }: { bubble: number; filled: number; room: number },
): number {
  const { above, below, width } = inkUnits(kit, line.text, line.weight);
  return Math.min(0.44 * bubble, (filled * bubble) / (above + below), room / width);
}

/** Round but for the corner at which the bubble is spoken. */
function corners(side: number, radius: number): Style {
  const spoken = 0.12 * radius;
  return {
    borderTopLeftRadius: radius,
    borderTopRightRadius: radius,
    borderBottomLeftRadius: side === 0 ? spoken : radius,
    borderBottomRightRadius: side === 0 ? radius : spoken,
  };
}

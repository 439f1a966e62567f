import { isUrdu } from '../../campaigns/typesetting/bidi-runs.ts';
import { type Node, row, type Style, type Weight } from '../layout/node.ts';
import type { Kit } from './artwork.ts';
import { inkUnits, lineAt } from './typeset.ts';

/**
 * A citizen's questions and the services that answer them, as a talk on a phone: the question in white from the left, its
 * answer on navy from the right. All questions have one size, as large as the longest allows, and so do the answers, which
 * begin at one indent.
 */
export function questions(
  kit: Kit,
  at: { left: number; top: number; width: number; height: number },
): Node[] {
  const { questions: entries } = kit.campaign.copy.pamphlet;
  const pairGap = at.width * 0.055;
  const pair = (at.height - pairGap * (entries.length - 1)) / entries.length;
  const between = at.width * 0.022;
  // Urdu fills more of its bubble, as it reaches farther over and under its letters.
  const [high, filled] = entries.some(({ ask }) => isUrdu(ask.hi)) ? [0.29, 0.8] : [0.24, 0.7];
  const bubble = Math.min((pair - between) / 2, at.width * high);
  const lines = entries.map(({ ask, answer }) => [
    { text: ask.hi, ...sides.ask },
    { text: answer.hi, ...sides.answer },
  ]);
  const pads = [0.06 * at.width, 0.045 * at.width] as const;
  const sizes = [0, 1].map((side) => {
    const room = at.width * (1 - side * indent) - 2 * (pads[side] ?? 0);
    return Math.min(...lines.map((own) => fitBubble(kit, own[side], { bubble, filled, room })));
  });
  const answers = entries.map(({ answer }) => inkUnits(kit, answer.hi, sides.answer.weight).width);
  const widest = Math.max(...answers) * (sizes[1] ?? 0);
  return lines.flatMap((own, index) => {
    const first = at.top + index * (pair + pairGap) + (pair - 2 * bubble - between) / 2;
    return own.flatMap((line, side) => {
      const [heightMm, pad] = [sizes[side] ?? 0, pads[side] ?? 0];
      const { above, below, width } = inkUnits(kit, line.text, line.weight);
      const box = { width: (side === 0 ? width * heightMm : widest) + 2 * pad, height: bubble };
      const left = side === 0 ? at.left : at.left + at.width - box.width;
      const top = first + side * (bubble + between);
      return [
        row({
          ...{ position: 'absolute', left, top, ...box, ...corners(side, 0.36 * bubble) },
          ...{ ground: line.ground, part: 'card' },
        }),
        lineAt(kit, line.text, {
          x: left + pad,
          baseline: top + (bubble + (above - below) * heightMm) / 2,
          heightMm,
          ...line,
        }),
      ];
    });
  });
}

/** How far an answer stands in from its question, at least. */
const indent = 0.07;

const sides = {
  ask: { weight: 800, ink: 'navy', part: 'question', ground: 'paper' },
  answer: { weight: 700, ink: 'paper', part: 'answer', ground: 'navy' },
} as const;

/** Height of a line in its bubble: its matras and all keep to the share that may be filled. */
function fitBubble(
  kit: Kit,
  line: { text: string; weight: Weight } | undefined,
  { bubble, filled, room }: { bubble: number; filled: number; room: number },
): number {
  if (line === undefined) return Infinity;
  const { above, below, width } = inkUnits(kit, line.text, line.weight);
  return Math.min(0.42 * bubble, (filled * bubble) / (above + below), room / width);
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

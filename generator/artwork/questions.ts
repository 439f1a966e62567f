import { isUrdu } from '../../campaigns/typesetting/bidi-runs.ts';
import type { Node, Weight } from '../layout/node.ts';
import type { Kit } from './artwork.ts';
import { block, inkUnits, lineAt } from './typeset.ts';

/**
 * Cards with a citizen's question and the service that answers it. The cards share the height; all questions have one
 * size, as large as the longest allows, and so do the answers.
 */
export function questions(
  kit: Kit,
  at: { left: number; top: number; width: number; height: number },
): Node[] {
  const { questions: entries } = kit.campaign.copy.pamphlet;
  const gap = at.width * 0.08;
  const height = (at.height - gap * (entries.length - 1)) / entries.length;
  const pad = at.width * 0.085;
  const room = at.width - 2 * pad;
  // Urdu takes more room over and under its letters.
  const [ask, answer] = entries.some((entry) => isUrdu(entry.ask.hi))
    ? [0.15, 0.115]
    : [0.2, 0.155];
  const fitted = (lines: readonly string[], weight: Weight, most: number) =>
    Math.min(most, ...lines.map((line) => room / inkUnits(kit, line, weight).width));
  const askMm = fitted(
    entries.map((entry) => entry.ask.hi),
    800,
    height * ask,
  );
  const answerMm = fitted(
    entries.map((entry) => entry.answer.hi),
    500,
    height * answer,
  );
  return entries.flatMap((entry, index) => {
    const top = at.top + index * (height + gap);
    const [upper, lower] = [inkUnits(kit, entry.ask.hi, 800), inkUnits(kit, entry.answer.hi, 500)];
    const between = height * 0.09;
    const inks = [upper.above * askMm, upper.below * askMm, lower.above * answerMm];
    const [over = 0, under = 0, next = 0] = inks;
    const whole = over + under + between + next + lower.below * answerMm;
    const first = top + (height - whole) / 2 + over;
    const x = at.left + pad;
    return [
      block(
        'paper',
        { left: at.left, top, width: at.width, height, radius: at.width * 0.06 },
        'card',
      ),
      lineAt(kit, entry.ask.hi, {
        x,
        baseline: first,
        heightMm: askMm,
        weight: 800,
        ink: 'navy',
        part: 'question',
      }),
      lineAt(kit, entry.answer.hi, {
        x,
        baseline: first + under + between + next,
        heightMm: answerMm,
        weight: 500,
        ink: 'key',
        part: 'answer',
      }),
    ];
  });
}

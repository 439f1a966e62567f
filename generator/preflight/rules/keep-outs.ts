import { phrases } from '../../../campaigns/words/preflight-words.ts';
import { intersect, touches } from '../reader/geometry.ts';
import { mm, onPanels, type Rule } from './rule.ts';

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

import { between, easeIn, easeOut } from '../ease.ts';
import { type FilmShape, group, move } from '../shape.ts';

/** Words come up a little and clear, one line after the other, and stay where they are. */
export function entering(
  lines: readonly FilmShape[],
  seconds: number,
  {
    from,
    rise,
    apart = 0.14,
    leave,
  }: { from: number; rise: number; apart?: number; leave?: number },
): FilmShape[] {
  const gone = leave === undefined ? 0 : easeIn(between(seconds, leave, leave + 0.25));
  return lines.flatMap((line, at) => {
    const start = from + at * apart;
    const come = easeOut(between(seconds, start, start + 0.4));
    return group([line], { matrix: move(0, (1 - come) * rise), opacity: come * (1 - gone) });
  });
}

/** How far a time has come between two others, 0 to 1. */
export function between(seconds: number, from: number, to: number): number {
  return Math.min(1, Math.max(0, (seconds - from) / (to - from)));
}

export const easeOut = (x: number): number => 1 - (1 - x) ** 3;
export const easeIn = (x: number): number => x ** 3;
export const easeInOut = (x: number): number => (x < 0.5 ? 4 * x ** 3 : 1 - (2 - 2 * x) ** 3 / 2);

/** Runs past its goal and comes back: by a tenth with 1.7, by a thirtieth with 0.9. */
export function easeBack(x: number, over = 1.7): number {
  return 1 + (over + 1) * (x - 1) ** 3 + over * (x - 1) ** 2;
}

/** Falls and bounces twice, each time lower. */
export function bounce(x: number): number {
  if (x < 0.5) return (x / 0.5) ** 2;
  if (x < 0.8) return 1 - 0.16 * (1 - ((x - 0.65) / 0.15) ** 2);
  return 1 - 0.04 * (1 - ((x - 0.9) / 0.1) ** 2);
}

export function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}

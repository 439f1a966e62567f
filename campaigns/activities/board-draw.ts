import { createHash } from 'node:crypto';
import { addDays, type Day } from '../tracker/clock.ts';

/**
 * Parts of the boards that are drawn each week: of those whose live pictures an account took in a rush, or as its first, of
 * the others entered in the week before, and of all others.
 */
export const drawShares = { rushed: 0.2, fresh: 0.05, standing: 0.01 } as const;

/** So many live pictures by one account within an hour are a rush; as many are its first. */
export const rush = { boards: 10, withinMinutes: 60, first: 10 } as const;

/** Days from a draw's Monday on: who looks a few days late still looked at that draw's board. */
export const lookDays = 14;

/** Drawn boards of a district: of those that were looked at some were not there. */
export interface DrawCount {
  drawn: number;
  looked: number;
  missing: number;
}

/** Boards to draw from, by the stations' keys in their order. */
export interface DrawFrame {
  rushed: readonly string[];
  fresh: readonly string[];
  standing: readonly string[];
}

/**
 * Draws boards by a seed whose hash was published the week before, so that nobody can choose: each key gets the SHA-256 of
 * seed/key, and the least of them are drawn. `assets/public/redraw.mjs` does the same in ten lines.
 */
export function drawBoards(seed: string, { rushed, fresh, standing }: DrawFrame): string[] {
  return [
    ...pickLeast(seed, rushed, drawShares.rushed),
    ...pickLeast(seed, fresh, drawShares.fresh),
    ...pickLeast(seed, standing, drawShares.standing),
  ];
}

function pickLeast(seed: string, keys: readonly string[], share: number): string[] {
  return keys
    .map((key) => ({ key, hash: hashSeed(`${seed}/${key}`) }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1))
    .slice(0, Math.ceil(share * keys.length))
    .map(({ key }) => key);
}

export function hashSeed(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The Monday of a day's week: draws go by weeks. */
export function findMonday(day: Day): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

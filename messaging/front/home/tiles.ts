import { dayMs } from '../../../campaigns/durations.ts';
import type { Waiting } from '../../contract/waiting.ts';
import { type Tile, type TileId, tileKinds } from './home-schemas.ts';

const ranks = { urgent: 0, due: 1, calm: 2 };

/** A tile of a role's home, before it is judged. */
export type WaitingTile = Waiting & {
  id: TileId;
  /** Query of the link: a district, a kind. */
  about?: string | undefined;
};

/** The tiles of a home: urgent ones first and of them the newest, what does not wait last, else in the given order. */
export function toTiles(waiting: readonly WaitingTile[], now: Date): Tile[] {
  return waiting
    .map(({ id, count, since, about = '' }) => ({
      id,
      count,
      since,
      severity: judgeSeverity({ id, count, since }, now),
      link: tileKinds[id][0].replace(/:\w+/, about),
    }))
    .toSorted(
      (a, b) =>
        ranks[a.severity] - ranks[b.severity] ||
        (a.severity === 'urgent' ? Number(b.since ?? 0) - Number(a.since ?? 0) : 0),
    );
}

function judgeSeverity({ id, count, since }: WaitingTile, now: Date): Tile['severity'] {
  if (count === 0) return 'calm';
  const [, patience]: readonly [string, number?] = tileKinds[id];
  if (patience === undefined) return 'due';
  if (patience === 0) return 'urgent';
  return since !== null && now.getTime() - since.getTime() > patience * dayMs ? 'urgent' : 'due';
}

import { stationKey } from '../directory/station.ts';
import { hourMs, minuteMs } from '../durations.ts';
import { measureKm, type Point } from './driving-order.ts';
import type { StationPlace } from './proof.ts';

/** Live pictures of a board by somebody's account. */
export interface Stop extends StationPlace {
  person: string;
  /** Name of the officer. */
  by: string;
  at: Date;
  /** As the phone says; null where it says nothing. */
  place: (Point & { accuracyM: number }) | null;
}

/** The other board at which the same officer was sooner than a road allows. */
export interface Leap {
  to: StationPlace;
  /** Account and name of the officer. */
  person: string;
  by: string;
  minutes: number;
  /** As the crow flies, less what the phones may err; null where a phone gave no place. */
  km: number | null;
}

/** The limit on the state's expressways for cars; no road is shorter than the straight line. */
const fastestKmh = 100;
/** Nobody takes near and far pictures of two stations' boards in so short a time. */
const leastMs = 2 * minuteMs;

/** Boards farther apart than a road allows in the time between their pictures, by the stations' keys. */
export function findLeaps(stops: readonly Stop[]): Map<string, Leap> {
  const leaps = new Map<string, Leap>();
  for (const own of Map.groupBy(stops, ({ person }) => person).values()) {
    const inOrder = own.toSorted((a, b) => a.at.getTime() - b.at.getTime());
    for (const [index, next] of inOrder.entries()) {
      const last = inOrder[index - 1];
      if (last === undefined || toKey(last) === toKey(next)) continue;
      const leap = judgeWay(last, next);
      if (leap === null) continue;
      leaps.set(toKey(last), { ...leap, to: next });
      leaps.set(toKey(next), { ...leap, to: last });
    }
  }
  return leaps;
}

function judgeWay(last: Stop, next: Stop): Omit<Leap, 'to'> | null {
  const ms = next.at.getTime() - last.at.getTime();
  const km =
    last.place === null || next.place === null
      ? null
      : Math.max(
          0,
          measureKm(last.place, next.place) - (last.place.accuracyM + next.place.accuracyM) / 1000,
        );
  if (ms >= leastMs && (km === null || km <= (fastestKmh * ms) / hourMs)) return null;
  return { person: next.person, by: next.by, minutes: ms / minuteMs, km };
}

function toKey({ district, station }: StationPlace): string {
  return stationKey({ district, id: station });
}

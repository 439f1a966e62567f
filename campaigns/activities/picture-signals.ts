import { minuteMs } from '../durations.ts';
import type { LikenessFault, LikenessKind } from './board-likeness.ts';
import { dotPatternFrom } from './dot-pattern.ts';
import { measureKm, type Point } from './driving-order.ts';
import { isSameSurroundings } from './fingerprint.ts';

/** Reasons to look at a board's picture more closely: never a verdict, each has harmless causes as well. */
export type PictureSignal =
  /** Taken so far from where live pictures put the station. */
  | { kind: 'far-from-station'; km: number }
  /** The station has no other live picture; so far from the nearest of its district. */
  | { kind: 'far-from-district'; km: number }
  /** The own code is in it, but the board around it is another or was not made out. */
  | { kind: 'board'; finding: LikenessFault }
  /** Even areas have a regular pattern, as in a photographed screen or a coarse print. */
  | { kind: 'dots' }
  | { kind: 'edited'; editor: string }
  /** Around the board it is another station's picture. */
  | { kind: 'same-surroundings'; station: string }
  /** So many boards of different stations by one officer within `quickMinutes`, this one among them. */
  | { kind: 'quick'; boards: number };

export interface PlacedPicture extends Point {
  station: string;
}

export interface OtherPicture {
  station: string;
  at: Date;
  /** Of what shows the surroundings; null where nothing does. */
  thumb: Uint8Array | null;
}

/** Facts about one picture of a board, and about others of its district. */
export interface PictureFacts {
  station: string;
  /** When it was taken, else when it came in. */
  at: Date;
  /** As the phone says; null where it says nothing. */
  place: Point | null;
  editor: string | null;
  thumb: Uint8Array | null;
  /** The verdict on the board; null where it was not compared. */
  likeness: LikenessKind | null;
  /** By `measureDotPattern`; null where nothing measured it. */
  dotPattern: number | null;
  /** Places of the district's live pictures without this one. */
  live: readonly PlacedPicture[];
  /** Pictures of other stations' boards by the same officer. */
  others: readonly OtherPicture[];
}

/** A board hangs at its station: further off than phones err, and than a station is wide. */
const stationKm = 2;
/** Further than neighbouring stations lie apart in the largest districts. */
const districtKm = 50;
/** Fewer places do not show where a district lies. */
const districtPlaces = 3;
export const quickMinutes = 10;
const quickBoards = 3;

/** Signals of a picture, the one that weighs most first. */
export function findSignals(facts: PictureFacts): PictureSignal[] {
  const { likeness } = facts;
  return [
    ...(likeness === null || likeness === 'own'
      ? []
      : [{ kind: 'board' as const, finding: likeness }]),
    ...findFar(facts),
    ...findSameSurroundings(facts),
    ...((facts.dotPattern ?? 0) >= dotPatternFrom ? [{ kind: 'dots' as const }] : []),
    ...(facts.editor === null ? [] : [{ kind: 'edited' as const, editor: facts.editor }]),
    ...findQuick(facts),
  ];
}

function findFar({ station, place, live }: PictureFacts): PictureSignal[] {
  if (place === null) return [];
  const own = live.filter((picture) => picture.station === station);
  const nearest = (pictures: readonly Point[]) =>
    Math.min(...pictures.map((picture) => measureKm(place, picture)));
  if (own.length > 0) {
    const km = nearest(own);
    return km > stationKm ? [{ kind: 'far-from-station', km }] : [];
  }
  if (new Set(live.map((picture) => picture.station)).size < districtPlaces) return [];
  const km = nearest(live);
  return km > districtKm ? [{ kind: 'far-from-district', km }] : [];
}

function findSameSurroundings({ thumb, others }: PictureFacts): PictureSignal[] {
  if (thumb === null) return [];
  const same = others.find((other) => other.thumb && isSameSurroundings(thumb, other.thumb));
  return same === undefined ? [] : [{ kind: 'same-surroundings', station: same.station }];
}

/** Counts the fullest stretch of minutes that this picture lies in. */
function findQuick({ station, at, others }: PictureFacts): PictureSignal[] {
  const spanMs = quickMinutes * minuteMs;
  const near = others.filter((other) => Math.abs(other.at.getTime() - at.getTime()) <= spanMs);
  const starts = [at, ...near.map((other) => other.at)].filter((start) => start <= at);
  const boards = Math.max(
    ...starts.map((start) => {
      const end = start.getTime() + spanMs;
      const within = near.filter((other) => other.at >= start && other.at.getTime() <= end);
      return new Set([station, ...within.map((other) => other.station)]).size;
    }),
  );
  return boards >= quickBoards ? [{ kind: 'quick', boards }] : [];
}

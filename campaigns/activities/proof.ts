import type { OwnedCode } from '../links/registry.ts';

/** A station by its district and its id in it. */
export interface StationPlace {
  district: string;
  station: string;
}

/** What a picture of a board says. */
export type Proof =
  | { kind: 'proved'; code: string }
  /** The board of another station: the picture is refused. */
  | { kind: 'other-station'; place: StationPlace; code: string }
  /** The same picture stands for another station already: refused. */
  | { kind: 'reused'; place: StationPlace; photo: string }
  /** The zone has to look at it. */
  | { kind: 'open'; reason: 'no-code' | 'no-board-code' | 'several-stations' }
  /** The own code stands in what is otherwise another station's picture: the zone sees both. */
  | { kind: 'open'; reason: 'like-another'; place: StationPlace; photo: string };

/** What was found in a picture. */
export interface PhotoFindings {
  /** Registered codes of the campaign that were read in it. */
  codes: readonly OwnedCode[];
  /** Another station's picture that it is a copy of. */
  twin: (StationPlace & { photo: string }) | null;
}

/**
 * Judges a picture that is handed in for a station's board. A board proves itself by the code that only it
 * carries; without a readable code a copy of another station's picture is refused, and the rest is left to the zone.
 */
export function judgePhoto(place: StationPlace, { codes, twin }: PhotoFindings): Proof {
  const boards = codes.flatMap(({ code, channel, owner }) =>
    owner.scope === 'station' && channel === 'board'
      ? [{ code, place: { district: owner.district, station: owner.station } }]
      : [],
  );
  const own = boards.find((board) => isSame(board.place, place));
  const other = boards.find((board) => !isSame(board.place, place));
  if (own === undefined && other !== undefined) return { kind: 'other-station', ...other };
  if (twin !== null) {
    const { photo, district, station } = twin;
    const known = { photo, place: { district, station } };
    return own === undefined
      ? { kind: 'reused', ...known }
      : { kind: 'open', reason: 'like-another', ...known };
  }
  if (own !== undefined && other !== undefined) return { kind: 'open', reason: 'several-stations' };
  if (own !== undefined) return { kind: 'proved', code: own.code };
  return { kind: 'open', reason: codes.length > 0 ? 'no-board-code' : 'no-code' };
}

function isSame(left: StationPlace, right: StationPlace): boolean {
  return left.district === right.district && left.station === right.station;
}

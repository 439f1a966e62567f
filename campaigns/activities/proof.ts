import type { OwnedCode } from '../links/registry.ts';
import type { LikenessFault, LikenessKind } from './board-likeness.ts';

/** A station by its district and its id in it. */
export interface StationPlace {
  district: string;
  station: string;
}

/** Result of checking a picture of a board. */
export type Proof =
  | { kind: 'proved'; code: string }
  /** The board of another station: the picture is refused. */
  | { kind: 'other-station'; place: StationPlace; code: string }
  /** The same picture was handed in for another station: refused. */
  | { kind: 'reused'; place: StationPlace; photo: string }
  /** The zone has to look at it. */
  | { kind: 'open'; reason: 'no-code' | 'no-board-code' | 'several-stations' }
  /** The own code is in it, but the board around it was not made out or is another: asked again, or the zone looks. */
  | { kind: 'open'; reason: LikenessFault; code: string }
  /** The own code is in what is otherwise another station's picture, or it is too blurred to tell: the zone sees both. */
  | { kind: 'open'; reason: 'like-another'; place: StationPlace; photo: string };

/** Why a picture is not enough by itself: what the zone decides on, with both pictures before it. */
export interface PhotoDoubt extends StationPlace {
  kind: 'other-station' | 'reused' | 'like-another';
  /** SHA-256 of the other station's picture; null where only a code speaks for that station. */
  photo: string | null;
  /** Why the office hands it in all the same; empty where nothing was refused. */
  reason: string;
}

/** The doubt about a picture, if there is one. */
export function findDoubt(proof: Proof, reason: string): PhotoDoubt | null {
  switch (proof.kind) {
    case 'other-station':
      return { kind: proof.kind, ...proof.place, photo: null, reason };
    case 'reused':
      return { kind: proof.kind, ...proof.place, photo: proof.photo, reason };
    case 'open':
      return proof.reason === 'like-another'
        ? { kind: proof.reason, ...proof.place, photo: proof.photo, reason }
        : null;
    default:
      return null;
  }
}

export interface PhotoFindings {
  /** Registered codes of the campaign that were read in it. */
  codes: readonly OwnedCode[];
  /** How the board around the own code compares with its artwork; null where nothing could be compared. */
  likeness: LikenessKind | null;
  /** Another station's picture that it agrees with. */
  twin: PhotoTwin | null;
}

export interface PhotoTwin extends StationPlace {
  photo: string;
  /** False where the picture is too blurred to be told from any other of the same artwork: that accuses nobody. */
  isCertain: boolean;
}

/**
 * Judges a picture that is handed in for a station's board. A board proves itself by the code that only it carries and by
 * what is drawn around it; without a readable code a copy of another station's picture is refused, and the rest is left to
 * the zone.
 */
export function judgePhoto(place: StationPlace, { codes, likeness, twin }: PhotoFindings): Proof {
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
    return own === undefined && twin.isCertain
      ? { kind: 'reused', ...known }
      : { kind: 'open', reason: 'like-another', ...known };
  }
  if (own !== undefined && other !== undefined) return { kind: 'open', reason: 'several-stations' };
  if (own !== undefined) return judgeBoard(own.code, likeness);
  return { kind: 'open', reason: codes.length > 0 ? 'no-board-code' : 'no-code' };
}

/** The proof by the own code and the board around it. */
export function judgeBoard(code: string, likeness: LikenessKind | null): Proof {
  const kind = likeness ?? 'no-artwork';
  return kind === 'own' ? { kind: 'proved', code } : { kind: 'open', reason: kind, code };
}

/** The same, read back: null where the own code was not in the picture. */
export function findLikeness(proof: Proof): LikenessKind | null {
  if (proof.kind === 'proved') return 'own';
  return proof.kind === 'open' && 'code' in proof ? proof.reason : null;
}

function isSame(left: StationPlace, right: StationPlace): boolean {
  return left.district === right.district && left.station === right.station;
}

/**
 * Verdicts on the board in a picture with its own code, which is compared with its artwork. `unlike`, `mirrored` and `other-name`
 * contradict the board, the others ask for a better picture or for a person.
 */
export const likenessKinds = [
  'own',
  /** It shows something else around the code. */
  'unlike',
  'mirrored',
  /** The board of the campaign with another station's name. */
  'other-name',
  'name-unclear',
  'little-seen',
  'unclear',
  /** No artwork of this station was kept that it could be compared with. */
  'no-artwork',
] as const;
export type LikenessKind = (typeof likenessKinds)[number];
export const likenessFaults = likenessKinds.filter((kind) => kind !== 'own');
export type LikenessFault = (typeof likenessFaults)[number];

/** How a photograph compares with a board's artwork. Correlations are 1 at most. */
export interface LikenessScores {
  isMirrored: boolean;
  /** Part of the board that the picture shows. */
  seen: number;
  /** Median likeness of what is drawn on every board alike. */
  board: number;
  /** Likeness of its colours, the code's white and black taken for those of the light. */
  colour: number;
  /** Part of what only this station's board says that the picture shows, and how like it is. */
  nameSeen: number;
  name: number;
  /** 1 for the own name, -1 for that of the rival that is nearest; that one's likeness. */
  apart: number;
  rivalName: number;
}

/**
 * Set by `npm run bench -- board-photos`: its honest pictures of the whole board have at least 0.93, 0.94, 0.82 and 0.03, staged
 * ones that reach all others of these at most 0.67, 0.56, 0.43 and -0.25. Real photographs are to move them; until then a
 * picture is only asked for again.
 */
const passes = { board: 0.78, colour: 0.72, name: 0.75, apart: 0.02, nameSeen: 0.4 };
const contradicts = { board: 0.55, colour: 0.3, rivalName: 0.7, apart: -0.3 };
const leastSeen = 0.2;

export function judgeLikeness(scores: LikenessScores): LikenessKind {
  const { isMirrored, seen, board, colour, nameSeen, name, apart, rivalName } = scores;
  if (isMirrored) return 'mirrored';
  if (seen < leastSeen) return 'little-seen';
  if (board < contradicts.board || colour < contradicts.colour) return 'unlike';
  if (board < passes.board || colour < passes.colour) return 'unclear';
  if (nameSeen < passes.nameSeen) return 'name-unclear';
  if (name >= passes.name && apart >= passes.apart) return 'own';
  return rivalName >= contradicts.rivalName && apart <= contradicts.apart
    ? 'other-name'
    : 'name-unclear';
}

const contradictions: readonly LikenessKind[] = ['unlike', 'mirrored', 'other-name'];

/** The verdict on a near picture and one from afar together; null is one without the own code. */
export function joinLikeness(
  near: LikenessKind | null,
  far: LikenessKind | null,
): LikenessKind | null {
  const both = [near, far];
  return (
    both.find((kind) => kind !== null && contradictions.includes(kind)) ??
    both.find((kind) => kind === 'own') ??
    near ??
    far
  );
}

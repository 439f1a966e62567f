import { type LikenessKind, likenessFaults } from './board-likeness.ts';
import { findLikeness, type Proof } from './proof.ts';

/** So long after the challenge the phone must have told what it took. */
export const captureSeconds = 90;

/** The code's side as a part of the picture's shorter one: at least so large near the board, at most so far from it. */
const nearShare = 0.4;
const farShare = 0.2;

/** Reasons for which two pictures of the console's camera are no live picture. */
export const captureFaults = [
  /** The challenge is unknown, or another officer's or another station's. */
  'unknown',
  'used',
  'late',
  /** Taken without a network: nobody else's clock saw when. */
  'offline',
  /** Other files than the phone told of. */
  'other-files',
  /** A file of a camera or a program, not of the console. */
  'from-file',
  'not-proved',
  'not-near',
  'no-far',
  'not-far',
  /** The picture from afar is another station's. */
  'far-known',
  /** The board itself was not made out in them, or is another. */
  ...likenessFaults,
] as const;
export type CaptureFault = (typeof captureFaults)[number];

/** A picture as it came in, beside what the phone told of it. */
export interface CapturedPicture {
  isAsTold: boolean;
  /** The file says more than its pixels. */
  hasNotes: boolean;
  /** 0 without a code. */
  codeShare: number;
  proof: Proof;
}

export function judgeNear(picture: CapturedPicture): CaptureFault[] {
  return [
    ...judgeFile(picture),
    ...(findLikeness(picture.proof) === null ? ['not-proved' as const] : []),
    ...(picture.codeShare >= nearShare ? [] : ['not-near' as const]),
  ];
}

/** From afar the code need not be readable; one that is, is the own one. */
export function judgeFar(picture: CapturedPicture): CaptureFault[] {
  const { proof, codeShare } = picture;
  const isKnown = proof.kind !== 'proved' && 'place' in proof;
  return [
    ...judgeFile(picture),
    ...(codeShare <= farShare ? [] : ['not-far' as const]),
    ...(isKnown ? ['far-known' as const] : []),
  ];
}

/** Faults of the board in both pictures together. */
export function judgeBoth(likeness: LikenessKind | null): CaptureFault[] {
  return likeness === null || likeness === 'own' ? [] : [likeness];
}

function judgeFile({ isAsTold, hasNotes }: CapturedPicture): CaptureFault[] {
  return [
    ...(isAsTold ? [] : ['other-files' as const]),
    ...(hasNotes ? ['from-file' as const] : []),
  ];
}

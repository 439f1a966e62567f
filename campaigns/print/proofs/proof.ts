import type { Bilingual } from '../../bilingual.ts';
import type { StationKind } from '../../directory/station.ts';
import type { DraftFault } from '../../studio/check-draft.ts';

// What the service asks the process that proves artwork, and what it is answered. Both rooms have it from here.

/**
 * Artworks that can be proved; imposed sheets show the sides of the pamphlet. `card` is no press file: the picture for a
 * station's WhatsApp group, and a post's card in English.
 */
export const proofArtworks = [
  'board',
  'pamphlet',
  'pamphlet-one-ink',
  'pamphlet-large',
  'poster-a3',
  'poster-a2',
  'standee',
  'sticker',
  'tent',
  'board-ur',
  'pamphlet-ur',
  'card',
] as const;
export type ProofArtwork = (typeof proofArtworks)[number];

/** Options of the pictures in both kinds of proof. */
interface Pictures {
  artworks: readonly ProofArtwork[];
  widthPx: number;
}

/** A station as somebody is writing it. */
export interface StationDraft {
  district: string;
  /** null for one that the directory does not have yet: its code is a specimen. */
  station: string | null;
  kind: StationKind;
  nameHi: string;
  nameEn: string;
  /** The station's own values, by the field's id; without it the published ones are used. */
  ownFields?: Readonly<Record<string, string>> | undefined;
}

/** Names at which a layout breaks first, found in the directory, or a station of it. */
/** Artworks that hang in Urdu. */
export const urduArtworks = ['board-ur', 'pamphlet-ur'] as const;

export const nameExamples = ['shortest', 'longest', 'two-lines'] as const;
export type NameExample = (typeof nameExamples)[number];

export type StationProofRequest = Pictures & { kind: 'station'; draft: StationDraft };
export type CampaignProofRequest = Pictures & {
  kind: 'campaign';
  /** Top-level fields of the campaign that replace the published ones. */
  draft: Readonly<Record<string, unknown>>;
  /** An SVG as `cleanEmblem` takes it; without it the published emblem is there. */
  emblem?: string | undefined;
  examples: readonly (NameExample | { district: string; station: string })[];
};
/** Names in Urdu of a list, which need no pictures. */
export interface UrduNamesRequest {
  kind: 'urdu-names';
  names: readonly string[];
}
export type ProofRequest = StationProofRequest | CampaignProofRequest | UrduNamesRequest;

/** A text that finds no room, and where. */
export interface FitFault {
  artwork: string;
  expected: Bilingual;
  found: Bilingual;
}

/** Something that is not as it must be, in the words of preflight. */
export interface ProofFinding {
  severity: 'fault' | 'warning';
  /** The rule's id in preflight; `name`, `own-field` or `layout` for what no press file gets far enough to break. */
  rule: string;
  title: Bilingual;
  /** The field of the form that it is about: nameHi, nameEn, an own field's id; null if it is about no field. */
  field: string | null;
  /** Counted from 1; null where the artwork has one page or it is about no page. */
  page: number | null;
  expected: Bilingual;
  found: Bilingual;
}

/** Placement of a station's name. Millimetres at true size. */
export interface NameFit {
  lines: number;
  /** From baseline to shirorekha. */
  heightMm: number;
  /** Its minimum height on this number of lines. */
  leastMm: number;
  /** Height of usual names. */
  usualMm: number;
  /** From the name's ink to the nearest edge of its band; null where the band runs off on all sides. */
  clearMm: number | null;
  leastClearMm: number;
}

/** Placement of an own field; heights are null for a field that is left out. */
export interface FieldFit {
  field: string;
  heightMm: number;
  leastMm: number;
}

/** `post`: the card of a post, beside the station's own. */
export const proofSides = ['', 'front', 'back', 'post'] as const;
export interface ProofPage {
  side: (typeof proofSides)[number];
  widthPx: number;
  heightPx: number;
  png: Uint8Array;
}

export interface ArtworkProof {
  artwork: ProofArtwork;
  /** Empty where the artwork cannot be laid out: a finding says why. */
  pages: ProofPage[];
  /** null where the name does not fit at all, and where it is no press file. */
  name: NameFit | null;
  fields: FieldFit[];
  findings: ProofFinding[];
}

export interface StationProof {
  /** As printed on the strip. */
  name: string;
  district: string;
  station: string | null;
  /** null where the pictures show a specimen of a code. */
  code: string | null;
  /** About what was typed; where there is a fault of this kind the artworks are left out. */
  findings: ProofFinding[];
  /** On a side in Urdu where nobody has entered the name. */
  urduDraft?: string;
  artworks: ArtworkProof[];
}

export interface CampaignProof {
  /** Parts that do not fit the campaign's schema, or cannot be printed as emblem. */
  errors: DraftFault[];
  stations: StationProof[];
}

export type ProofAnswer =
  | { kind: 'station'; proof: StationProof }
  | { kind: 'campaign'; proof: CampaignProof }
  /** One for each name, null for one that fits. */
  | { kind: 'urdu-names'; faults: (FitFault | null)[] }
  /** The request names something that is not there. */
  | { kind: 'unknown'; field: string; found: string };

/** Messages to the process and back. */
export type ToProver = { kind: 'prove'; id: number; request: ProofRequest } | { kind: 'reload' };
export type FromProver =
  | { kind: 'ready' }
  | { kind: 'answer'; id: number; answer: ProofAnswer }
  | { kind: 'failed'; id: number; message: string };

import type { OwnLanguage } from '../language.ts';

/** A revenue district, with the police's own zone and range of 2019. */
export interface District {
  /** Kebab-case id, stable for ever: short codes and file names carry it */
  id: string;
  nameEn: string;
  nameHi: string;
  /** Under which people still look for it: its former name, or what the police or the public call it */
  formerNames?: readonly string[];
  zone: string;
  range: string;
  /** Code in the Local Government Directory */
  lgdCode: string;
  /** Day on which a police commissionerate began, YYYY-MM-DD; null where there is none */
  commissionerateSince: string | null;
  /** Degrees, WGS 84, a point inside the district */
  lon: number;
  lat: number;
  /** Column and row of the hexagon map; odd rows are half a tile further right */
  tileCol: number;
  tileRow: number;
}

/** Fields by which a district is found. */
export type NamedDistrict = Pick<District, 'id' | 'nameHi' | 'nameEn' | 'formerNames'>;

/** `grp` is the Government Railway Police. */
export const stationKinds = ['territorial', 'mahila', 'tourism', 'grp', 'cyber'] as const;
export type StationKind = (typeof stationKinds)[number];

/** Kinds that get a board unless asked otherwise: a cyber station has no street front. */
export const boardKinds: readonly StationKind[] = ['territorial', 'mahila', 'tourism', 'grp'];

/**
 * Evidence for a name: two public lists that agree, one proofreading (corrected and sure), a single list, nothing sure
 * (`check`: the district checks it before it prints), a draft by the sound of the other language, which no release prints, or the
 * district's own word.
 */
export const evidences = [
  ...(['two-lists-agree', 'proofread', 'one-list', 'check', 'draft', 'district'] as const),
];
export type Evidence = (typeof evidences)[number];

/** A question about a name that only the district can answer. */
export interface StationNote {
  hi: string;
  en: string;
}

export interface Station {
  /** Id of the district */
  district: string;
  /** Kebab-case id, unique in its district and stable for ever */
  id: string;
  kind: StationKind;
  nameEn: string;
  /** As the police write it, without थाना unless it belongs to the name; the board shows `stripName` */
  nameHi: string;
  /** Name on Urdu artwork from the district's file; a name saved in the console takes precedence, see `findUrduName`. */
  nameUr?: string;
  /** Language of `nameHi`, where it is not Hindi */
  language?: OwnLanguage;
  evidence: Evidence;
  notes: StationNote[];
  /** True until the district has confirmed a name that is doubtful or has a note */
  needsCheck: boolean;
}

/** Districts and stations in the order in which they are listed: by id, stations by district first. */
export interface Directory {
  districts: District[];
  stations: Station[];
}

/** Stations of one district, all kinds. */
export function stationsOf(directory: Directory, districtId: string): Station[] {
  return directory.stations.filter((station) => station.district === districtId);
}

/** Stations that get a board: by default every kind but cyber. */
export function boardStations(
  directory: Directory,
  kinds: readonly StationKind[] = boardKinds,
): Station[] {
  return directory.stations.filter((station) => kinds.includes(station.kind));
}

/** The way a station is named on a command line, in links and in file paths. */
export function stationKey(station: Pick<Station, 'district' | 'id'>): string {
  return `${station.district}/${station.id}`;
}

/** True while the district must look at the name before it is printed. */
export function isDoubtful(evidence: Evidence, notes: readonly StationNote[]): boolean {
  return evidence === 'check' || evidence === 'draft' || notes.length > 0;
}

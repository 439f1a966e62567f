/** A district of the table, with its figures. */
export interface DistrictRow {
  id: string;
  name: string;
  texts: readonly string[];
  zone: string;
  range: string;
  stations: number;
  up: number;
  verified: number;
  left: number;
  share: number;
  scans: number;
  /** Out of 10; null while nobody has done anything. */
  score: number | null;
  /** Places gained, or lost below 0, since a week ago. */
  moved: number | null;
  perStation: number | null;
  perLakh: number | null;
  late: boolean;
}

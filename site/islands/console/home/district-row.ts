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
  late: boolean;
}

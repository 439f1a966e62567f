import type { Bilingual } from '../bilingual.ts';

/** Where in a report something is wrong; rows are lines of the file, counted from 1. */
export interface ReportPlace {
  file: string;
  row?: number;
  column?: string;
}

/** A report that cannot be taken: nothing of its file is used. */
export class ReportError extends Error {
  readonly place: ReportPlace;
  /** The expected and the found value, without the place before it. */
  readonly reason: Bilingual;

  constructor(place: ReportPlace, reason: Bilingual, options?: ErrorOptions) {
    const where = place.row === undefined ? place.file : `${place.file}:${place.row}`;
    super(`${where}: ${reason.en}`, options);
    this.name = 'ReportError';
    this.place = place;
    this.reason = reason;
  }
}

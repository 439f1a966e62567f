/** Where in a report something is wrong; rows are lines of the file, counted from 1. */
export type ReportPlace = { file: string; row?: number; column?: string };

/** A report that cannot be taken: nothing of its file is used. */
export class ReportError extends Error {
  readonly place: ReportPlace;

  constructor(place: ReportPlace, message: string, options?: ErrorOptions) {
    const where = place.row === undefined ? place.file : `${place.file}:${place.row}`;
    super(`${where}: ${message}`, options);
    this.name = 'ReportError';
    this.place = place;
  }
}

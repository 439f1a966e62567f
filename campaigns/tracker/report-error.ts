/** Where in a report something is wrong; rows are lines of the file, counted from 1. */
export type ReportPlace = { file: string; row?: number; column?: string };

/** A report that cannot be taken: nothing of its file is used. */
export class ReportError extends Error {
  readonly place: ReportPlace;
  /** The message without the place before it. */
  readonly reason: string;

  constructor(place: ReportPlace, reason: string, options?: ErrorOptions) {
    const where = place.row === undefined ? place.file : `${place.file}:${place.row}`;
    super(`${where}: ${reason}`, options);
    this.name = 'ReportError';
    this.place = place;
    this.reason = reason;
  }
}

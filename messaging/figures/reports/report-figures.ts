import type { Reading } from '../../../campaigns/tracker/readings.ts';
import { listReadings, type Report } from '../../../campaigns/tracker/report.ts';

/** A report without its days, of which there may be 250,000: they are carried as the text that is stored. */
export interface ReportFigures {
  kind: Report['kind'];
  dimension: string | null;
  month: string;
  contentHash: string;
  /** Rows of the file. */
  rows: number;
  daysJson: string;
  /** Those of its figures that count as downloads. */
  readings: Reading[];
}

export function toFigures(report: Report, read: { from: string; readAt: string }): ReportFigures {
  return {
    kind: report.kind,
    dimension: 'dimension' in report ? report.dimension : null,
    month: report.month,
    contentHash: report.contentHash,
    rows: report.days.length,
    daysJson: JSON.stringify(report.days),
    readings: listReadings(report, read),
  };
}

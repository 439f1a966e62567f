import { open } from 'node:fs/promises';
import type { Bilingual } from '../../../campaigns/bilingual.ts';
import type { Reading } from '../../../campaigns/tracker/readings.ts';
import {
  type ExpectedApp,
  listReadings,
  type Report,
  readReport,
} from '../../../campaigns/tracker/report.ts';
import { ReportError, type ReportPlace } from '../../../campaigns/tracker/report-error.ts';

export interface GivenReportFile {
  path: string;
  name: string;
  app: ExpectedApp;
  readAt: string;
}

type ReadReportFile =
  | { kind: 'read'; figures: ReportFigures }
  | { kind: 'faulty'; place: ReportPlace; reason: Bilingual };

export async function decode({
  path,
  name,
  app,
  readAt,
}: GivenReportFile): Promise<ReadReportFile> {
  // Open before the name is looked at: a file that is refused by it is deleted at once, and a stream that only then opens
  // it fails with nobody left to hear, in the middle of the next file.
  const bytes = (await open(path)).createReadStream();
  try {
    const report = await readReport({ name, bytes }, app);
    return { kind: 'read', figures: toFigures(report, { from: name, readAt }) };
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    return { kind: 'faulty', place: error.place, reason: error.reason };
  } finally {
    bytes.destroy();
  }
}

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

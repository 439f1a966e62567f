import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { type ExpectedApp, type Report, readReport } from './report.ts';
import { defaultLimits, type ReportLimits } from './report-bytes.ts';

/** Reads a report from disk as it streams; its name says what it holds. */
export async function readReportFile(
  path: string,
  app: ExpectedApp,
  limits: ReportLimits = defaultLimits,
): Promise<Report> {
  return readReport({ name: basename(path), bytes: createReadStream(path) }, app, limits);
}

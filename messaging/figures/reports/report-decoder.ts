import { open } from 'node:fs/promises';
import type { Bilingual } from '../../../campaigns/bilingual.ts';
import { type ExpectedApp, readReport } from '../../../campaigns/tracker/report.ts';
import { ReportError, type ReportPlace } from '../../../campaigns/tracker/report-error.ts';
import { type ReportFigures, toFigures } from './report-figures.ts';

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

import { createHash } from 'node:crypto';
import type { Campaign } from '../../campaigns/campaign.ts';
import { TableError } from '../../campaigns/tables/table-error.ts';
import type { Day } from '../../campaigns/tracker/clock.ts';
import { countDownloads } from '../../campaigns/tracker/downloads.ts';
import {
  type ManualFault,
  type ManualFields,
  parseManual,
} from '../../campaigns/tracker/manual.ts';
import { changesBy, type ReadingChange } from '../../campaigns/tracker/reading-changes.ts';
import type { Report } from '../../campaigns/tracker/report.ts';
import { ReportError } from '../../campaigns/tracker/report-error.ts';
import type { ReportWay } from '../contract/values.ts';
import type { AuditEntry } from '../database/audit-chain.ts';
import { writeAudit } from '../database/audit-log-sql.ts';
import type { Database } from '../database/database.ts';
import { inTransaction } from '../database/transaction.ts';
import type { ListReader } from '../lists/list-reader.ts';
import { figuresOf, type ReportFigures } from './report-figures.ts';
import type { GivenReportFile, ReadReportFile } from './report-thread.ts';
import {
  findByContent,
  insertReport,
  readReadings,
  type StoredReport,
  withdrawReport,
} from './reports-sql.ts';

/** A report on the disk; its name, which may be another than there, says what it holds. */
export type ReportFile = Pick<GivenReportFile, 'path' | 'name'>;

/** What a report would change, or did change. */
export interface ReportPreview {
  contentHash: string;
  kind: Report['kind'];
  dimension: string | null;
  month: string;
  /** Rows of the file. */
  rows: number;
  changes: ReadingChange[];
  /** Downloads before and after; null without any figure. */
  totalBefore: number | null;
  totalAfter: number | null;
}

export type ReportOutcome =
  | { kind: 'stored'; id: number; preview: ReportPreview }
  | { kind: 'preview'; preview: ReportPreview }
  /** The same content was read before: nothing changes. */
  | { kind: 'known'; report: StoredReport };

/** Who brings a report, and how. */
export interface ImportedBy {
  actor: AuditEntry['actor'];
  /** As it stands in the history. */
  name: string;
  way: ReportWay;
  requestId?: string | undefined;
}

export interface ReportImportDependencies {
  database: Database;
  tables: ListReader;
  campaign: Pick<Campaign, 'app'>;
  now: () => Date;
  today: () => Day;
}

const thread = new URL('./report-thread.ts', import.meta.url);

export type ReportImport = ReturnType<typeof createReportImport>;

/** Takes in reports and figures, each content once, with its line in the audit log. */
export function createReportImport({
  database,
  tables,
  campaign,
  now,
  today,
}: ReportImportDependencies) {
  const { pool } = database;

  async function read({ path, name }: ReportFile): Promise<ReportFigures> {
    const { playPackage, appStoreId } = campaign.app;
    const app = { playPackage, appStoreId, today: today() };
    const given: GivenReportFile = { path, name, app, readAt: now().toISOString() };
    const outcome = await tables
      .readWhole<ReadReportFile>(thread, given)
      .catch((error: unknown) => {
        if (!(error instanceof TableError)) throw error;
        throw new ReportError({ file: name }, error.message, { cause: error });
      });
    if (outcome.kind === 'read') return outcome.figures;
    throw new ReportError(outcome.place, outcome.reason);
  }

  async function previewOf(report: ReportFigures): Promise<ReportPreview> {
    const known = await readReadings(pool);
    const { readings, daysJson: _, ...particulars } = report;
    return {
      ...particulars,
      changes: changesBy(known, readings),
      totalBefore: totalOf(known),
      totalAfter: totalOf([...known, ...readings]),
    };
  }

  function totalOf(readings: Parameters<typeof countDownloads>[0]): number | null {
    const downloads = countDownloads(readings, today());
    return downloads.kind === 'none' ? null : downloads.total;
  }

  async function store(
    name: string,
    report: ReportFigures,
    importedBy: ImportedBy,
  ): Promise<ReportOutcome> {
    const preview = await previewOf(report);
    return inTransaction(pool, async (tx): Promise<ReportOutcome> => {
      const { way, name: readBy } = importedBy;
      const stored = await insertReport(tx, { name, report, way, readBy, readAt: now() });
      if (stored === undefined) {
        const known = await findByContent(tx, report.contentHash);
        if (known === undefined)
          throw new Error(`Expected a report with the content of ${name}, got none`);
        return { kind: 'known', report: known };
      }
      const { changes, ...after } = preview;
      await writeAudit(tx, {
        actor: importedBy.actor,
        action: 'report.import',
        subject: `report/${stored.id}`,
        after: { name, way, ...after, days: changes.length },
        requestId: importedBy.requestId,
      });
      return { kind: 'stored', id: stored.id, preview };
    });
  }

  return {
    /**
     * Says what a file would change and stores nothing.
     * @throws ReportError with file, row and column
     */
    async preview(file: ReportFile): Promise<ReportOutcome> {
      const report = await read(file);
      const known = await findByContent(pool, report.contentHash);
      if (known !== undefined) return { kind: 'known', report: known };
      return { kind: 'preview', preview: await previewOf(report) };
    },

    /**
     * Reads a file and stores it whole, or nothing of it.
     * @throws ReportError with file, row and column
     */
    async take(file: ReportFile, importedBy: ImportedBy): Promise<ReportOutcome> {
      return store(file.name, await read(file), importedBy);
    },

    /** Stores a figure that HQ was given; the latest one for a day holds. */
    async enter(
      fields: Omit<ManualFields, 'enteredBy'>,
      importedBy: ImportedBy,
    ): Promise<ReportOutcome | ({ kind: 'fault' } & ManualFault)> {
      const parsed = parseManual({ ...fields, enteredBy: importedBy.name }, today());
      if (parsed.kind === 'fault') return parsed;
      const { figure } = parsed;
      // With the time: a figure that was corrected away and holds again is entered a second time.
      const text = JSON.stringify([figure, now().toISOString()]);
      const contentHash = createHash('sha256').update(text).digest('hex');
      const month = figure.date.slice(0, 7);
      const report: Report = { kind: 'manual', package: null, month, days: [figure], contentHash };
      const read = { from: figure.source, readAt: now().toISOString() };
      return store(figure.source, figuresOf(report, read), importedBy);
    },

    /** Takes a report back: its figures count no longer. Null when there is none to take back. */
    async withdraw(id: number, importedBy: Omit<ImportedBy, 'way'>): Promise<StoredReport | null> {
      return inTransaction(pool, async (tx) => {
        const report = await withdrawReport(tx, id, now());
        if (report === undefined) return null;
        await writeAudit(tx, {
          actor: importedBy.actor,
          action: 'report.withdraw',
          subject: `report/${id}`,
          before: { ...report, withdrawnAt: null },
          after: report,
          requestId: importedBy.requestId,
        });
        return report;
      });
    },
  };
}

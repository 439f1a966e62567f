import { createHash } from 'node:crypto';
import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import { checkFigure, type FigureFinding } from '../../../campaigns/tracker/figure-check.ts';
import {
  type ManualFault,
  type ManualFields,
  parseManual,
} from '../../../campaigns/tracker/manual.ts';
import { type PublicFigures, publicFigures } from '../../../campaigns/tracker/public-figures.ts';
import { changesBy, type ReadingChange } from '../../../campaigns/tracker/reading-changes.ts';
import type { Reading } from '../../../campaigns/tracker/readings.ts';
import type { Report } from '../../../campaigns/tracker/report.ts';
import { ReportError } from '../../../campaigns/tracker/report-error.ts';
import { refusals } from '../../../campaigns/words/refusals.ts';
import type { ReportWay } from '../../contract/values.ts';
import type { AuditEntry } from '../../platform/database/audit-chain.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Decoders, DecoderTask } from '../../platform/decoding/decoders.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { insertPending, type PendingFigure } from './pending-figures-sql.ts';
import type { decode, GivenReportFile } from './report-decoder.ts';
import { type ReportFigures, toFigures } from './report-figures.ts';
import {
  findByContent,
  insertReport,
  isInForce,
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
  /** What the public page says, and what it would say. */
  publicBefore: PublicFigures;
  publicAfter: PublicFigures;
  /** Why one officer alone does not store it; none of a store's own report. */
  findings: FigureFinding[];
}

export type ReportOutcome =
  | { kind: 'stored'; id: number; preview: ReportPreview }
  /** It waits for a second officer; the public page does not have it. */
  | { kind: 'pending'; pending: PendingFigure; preview: ReportPreview }
  /** A second officer would decide, and nobody said why it is so. */
  | { kind: 'reason-missing'; preview: ReportPreview }
  | { kind: 'preview'; preview: ReportPreview }
  /** The same content was read before: nothing changes. */
  | { kind: 'known'; report: StoredReport };

/** Who brings a report, and how. */
export interface ImportedBy {
  actor: AuditEntry['actor'];
  /** As it stands in the history. */
  name: string;
  way: ReportWay;
  /** Why a figure falls or leaps, for the second officer. */
  reason?: string | undefined;
  requestId?: string | undefined;
}

export interface ReportImportDependencies {
  database: Database;
  decoders: Decoders;
  campaign: Pick<Campaign, 'app' | 'goal'>;
  now: () => Date;
  today: () => Day;
}

const reportTask: DecoderTask<typeof decode> = {
  kind: 'table',
  module: new URL('./report-decoder.ts', import.meta.url),
};

export type ReportImport = ReturnType<typeof createReportImport>;

/** Takes in reports and figures, each content once, with its line in the audit log. */
export function createReportImport({
  database,
  decoders,
  campaign,
  now,
  today,
}: ReportImportDependencies) {
  const { pool } = database;

  async function read({ path, name }: ReportFile, account: string): Promise<ReportFigures> {
    const { playPackage, appStoreId } = campaign.app;
    const app = { playPackage, appStoreId, today: today() };
    const given = { path, name, app, readAt: now().toISOString() };
    const outcome = await decoders.readWhole(reportTask, given, account).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      throw new ReportError({ file: name }, refusals[error.code], { cause: error });
    });
    if (outcome.kind === 'read') return outcome.figures;
    throw new ReportError(outcome.place, outcome.reason);
  }

  async function previewOf(report: ReportFigures): Promise<ReportPreview> {
    const known = await readReadings(pool);
    const { readings, daysJson: _, ...particulars } = report;
    const [publicBefore, publicAfter] = [known, [...known, ...readings]].map(shownOf) as [
      PublicFigures,
      PublicFigures,
    ];
    return {
      ...particulars,
      changes: changesBy(known, readings),
      totalBefore: publicBefore.total,
      totalAfter: publicAfter.total,
      publicBefore,
      publicAfter,
      findings: report.kind === 'manual' ? findingsOf(known, readings) : [],
    };
  }

  function shownOf(readings: readonly Reading[]): PublicFigures {
    return publicFigures(campaign.goal, readings, today());
  }

  /** Of several totals each is held against what is known and those before it. */
  function findingsOf(known: readonly Reading[], given: readonly Reading[]): FigureFinding[] {
    return given.flatMap(({ date, value }, at) =>
      checkFigure([...known, ...given.slice(0, at)], { date, downloads: value }, today()),
    );
  }

  async function store(
    name: string,
    report: ReportFigures,
    importedBy: ImportedBy,
  ): Promise<ReportOutcome> {
    const preview = await previewOf(report);
    const { way, name: readBy } = importedBy;
    if (preview.findings.length > 0) return propose(name, report, preview, importedBy);
    return inTransaction(pool, async (tx): Promise<ReportOutcome> => {
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

  /** Keeps a doubtful figure for a second officer. An inbox has nobody who could say why: the officer asks. */
  async function propose(
    name: string,
    report: ReportFigures,
    preview: ReportPreview,
    importedBy: ImportedBy,
  ): Promise<ReportOutcome> {
    const known = await findByContent(pool, report.contentHash);
    if (known !== undefined) return { kind: 'known', report: known };
    const { actor, way, name: madeBy, reason = '' } = importedBy;
    const isOfficer = typeof actor === 'object';
    if (isOfficer && reason === '') return { kind: 'reason-missing', preview };
    return inTransaction(pool, async (tx): Promise<ReportOutcome> => {
      const madeById = isOfficer ? actor.id : null;
      const { findings } = preview;
      const given = { name, report, findings, reason, way, madeBy, madeById, madeAt: now() };
      const { pending, isNew } = await insertPending(tx, given);
      if (isNew) {
        await writeAudit(tx, {
          actor,
          action: 'figure.propose',
          subject: `figure/${pending.id}`,
          after: pending,
          requestId: importedBy.requestId,
        });
      }
      return { kind: 'pending', pending, preview };
    });
  }

  /** What taking a report back would change for the public; null when there is none to take back. */
  async function withdrawal(
    id: number,
  ): Promise<{ publicBefore: PublicFigures; publicAfter: PublicFigures } | null> {
    const known = await readReadings(pool);
    const left = await readReadings(pool, { without: id });
    if (!(await isInForce(pool, id))) return null;
    return { publicBefore: shownOf(known), publicAfter: shownOf(left) };
  }

  return {
    previewOf,
    withdrawal,
    /**
     * Says what a file would change and stores nothing.
     * @throws ReportError with file, row and column
     */
    async preview(file: ReportFile, account: string): Promise<ReportOutcome> {
      const report = await read(file, account);
      const known = await findByContent(pool, report.contentHash);
      if (known !== undefined) return { kind: 'known', report: known };
      return { kind: 'preview', preview: await previewOf(report) };
    },

    /**
     * Reads a file and stores it whole, or nothing of it.
     * @throws ReportError with file, row and column
     */
    async take(file: ReportFile, importedBy: ImportedBy): Promise<ReportOutcome> {
      const { actor } = importedBy;
      const account = typeof actor === 'object' ? actor.id : actor;
      return store(file.name, await read(file, account), importedBy);
    },

    /** Stores a figure that HQ was given, or says what it would change; the latest one for a day holds. */
    async enter(
      { key, ...fields }: Omit<ManualFields, 'enteredBy'> & { key?: string | undefined },
      importedBy: ImportedBy,
      { dryRun = false } = {},
    ): Promise<ReportOutcome | ({ kind: 'fault' } & ManualFault)> {
      const parsed = parseManual({ ...fields, enteredBy: importedBy.name }, today());
      if (parsed.kind === 'fault') return parsed;
      const { figure } = parsed;
      // A figure that was corrected away and holds again is entered a second time; an answer that was lost enters none.
      const text = JSON.stringify([figure, key ?? now().toISOString()]);
      const contentHash = createHash('sha256').update(text).digest('hex');
      const month = figure.date.slice(0, 7);
      const report: Report = { kind: 'manual', package: null, month, days: [figure], contentHash };
      const read = { from: figure.source, readAt: now().toISOString() };
      const figures = toFigures(report, read);
      if (dryRun) return { kind: 'preview', preview: await previewOf(figures) };
      return store(figure.source, figures, importedBy);
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

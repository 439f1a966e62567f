import { createHash } from 'node:crypto';
import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Directory } from '../../../campaigns/directory/station.ts';
import { listServiceNames } from '../../../campaigns/tracker/app-services-report.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import { checkFigure, type FigureFinding } from '../../../campaigns/tracker/figure-check.ts';
import {
  type ManualFault,
  type ManualFields,
  parseManual,
} from '../../../campaigns/tracker/manual.ts';
import { type PublicFigures, publicFigures } from '../../../campaigns/tracker/public-figures.ts';
import { changesBy } from '../../../campaigns/tracker/reading-changes.ts';
import type { Reading } from '../../../campaigns/tracker/readings.ts';
import type { Report } from '../../../campaigns/tracker/report.ts';
import { ReportError } from '../../../campaigns/tracker/report-error.ts';
import { noSuchReport } from '../../../campaigns/words/report-words.ts';
import type { ReportWay } from '../../contract/values.ts';
import type { AuditEntry } from '../../platform/database/audit-chain.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Decoders, DecoderTask } from '../../platform/decoding/decoders.ts';
import { Refusal, sayRefusal } from '../../platform/process/refusal.ts';
import { insertPending, type PendingFigure } from './pending-figures-sql.ts';
import {
  type decode,
  type GivenReportFile,
  type ReportFigures,
  toFigures,
} from './report-decoder.ts';
import type { ReportPreview } from './reports-schemas.ts';
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

export type ReportOutcome =
  | { kind: 'stored'; id: number; preview: ReportPreview }
  /** It waits for a second officer; the public page does not have it. */
  | { kind: 'pending'; pending: PendingFigure; preview: ReportPreview }
  /** A second officer would decide, and nobody said why it is so. */
  | { kind: 'reason-missing'; preview: ReportPreview }
  | { kind: 'preview'; preview: ReportPreview }
  /** The same content was read before: nothing changes. */
  | { kind: 'known'; report: StoredReport };

/** The sender of a report, and the way it came. */
export interface ImportedBy {
  actor: AuditEntry['actor'];
  /** Shown in the history. */
  name: string;
  way: ReportWay;
  /** Why a figure falls or leaps, for the second officer. */
  reason?: string | undefined;
  requestId?: string | undefined;
}

/** Everything that taking in reports needs. */
export interface Reports {
  database: Database;
  decoders: Decoders;
  campaign: Pick<Campaign, 'app' | 'goal' | 'serviceGroups'>;
  directory: Pick<Directory, 'districts' | 'stations'>;
  now: () => Date;
  today: () => Day;
}

const reportTask: DecoderTask<typeof decode> = {
  kind: 'table',
  module: new URL('./report-decoder.ts', import.meta.url),
};

/**
 * Says what a file would change and stores nothing.
 * @throws ReportError with file, row and column
 */
export async function previewFile(
  reports: Reports,
  file: ReportFile,
  account: string,
): Promise<ReportOutcome> {
  const report = await readFigures(reports, file, account);
  const known = await findByContent(reports.database.pool, report.contentHash);
  if (known !== undefined) return { kind: 'known', report: known };
  return { kind: 'preview', preview: await previewReport(reports, report) };
}

/**
 * Reads a file and stores it whole, or nothing of it.
 * @throws ReportError with file, row and column
 */
export async function takeReport(
  reports: Reports,
  file: ReportFile,
  importedBy: ImportedBy,
): Promise<ReportOutcome> {
  const { actor } = importedBy;
  const account = typeof actor === 'object' ? actor.id : actor;
  const report = await readFigures(reports, file, account);
  return storeReport(reports, { name: file.name, report }, importedBy);
}

/** A figure that headquarters types. */
export type EnteredFigure = Omit<ManualFields, 'enteredBy'> & {
  /** Drawn by the sender: sent again, it is the same figure. */
  key?: string | undefined;
  dryRun?: boolean;
};

/** Stores a figure that HQ was given, or says what it would change; the latest one for a day holds. */
export async function enterFigure(
  reports: Reports,
  { key, dryRun = false, ...fields }: EnteredFigure,
  importedBy: ImportedBy,
): Promise<ReportOutcome | ({ kind: 'fault' } & ManualFault)> {
  const { now, today } = reports;
  const parsed = parseManual({ ...fields, enteredBy: importedBy.name }, today());
  if (parsed.kind === 'fault') return parsed;
  const { figure } = parsed;
  // A figure that was corrected away and holds again is entered a second time; an answer that was lost enters none.
  const text = JSON.stringify([figure, key ?? now().toISOString()]);
  const contentHash = createHash('sha256').update(text).digest('hex');
  const month = figure.date.slice(0, 7);
  const manual: Report = { kind: 'manual', package: null, month, days: [figure], contentHash };
  const report = toFigures(manual, { from: figure.source, readAt: now().toISOString() });
  if (dryRun) return { kind: 'preview', preview: await previewReport(reports, report) };
  return storeReport(reports, { name: figure.source, report }, importedBy);
}

/**
 * Says what taking a report back would change for the public.
 * @throws a refusal where there is none to take back
 */
export async function previewWithdrawal(
  reports: Reports,
  id: number,
): Promise<{ publicBefore: PublicFigures; publicAfter: PublicFigures }> {
  const { pool } = reports.database;
  const known = await readReadings(pool);
  const left = await readReadings(pool, { without: id });
  if (!(await isInForce(pool, id))) throw new Refusal('not-found');
  return { publicBefore: toPublic(reports, known), publicAfter: toPublic(reports, left) };
}

/**
 * Takes a report back: its figures count no longer.
 * @throws a refusal where there is none to take back
 */
export async function takeBackReport(
  { database, now }: Reports,
  id: number,
  { actor, requestId }: Omit<ImportedBy, 'way'>,
): Promise<StoredReport> {
  return inTransaction(database.pool, async (tx) => {
    const report = await withdrawReport(tx, id, now());
    if (report === undefined) throw new Refusal('not-found', { ...noSuchReport });
    await writeAudit(tx, {
      actor,
      action: 'report.withdraw',
      subject: `report/${id}`,
      before: { ...report, withdrawnAt: null },
      after: report,
      requestId,
    });
    return report;
  });
}

/** Says what storing a report would change. */
export async function previewReport(
  reports: Reports,
  report: ReportFigures,
): Promise<ReportPreview> {
  const known = await readReadings(reports.database.pool);
  const { readings, daysJson: _, ...particulars } = report;
  const publicBefore = toPublic(reports, known);
  const publicAfter = toPublic(reports, [...known, ...readings]);
  return {
    ...particulars,
    changes: changesBy(known, readings),
    totalBefore: publicBefore.total,
    totalAfter: publicAfter.total,
    publicBefore,
    publicAfter,
    findings: report.kind === 'manual' ? checkTotals(known, readings, reports.today()) : [],
  };
}

function toPublic({ campaign, today }: Reports, readings: readonly Reading[]): PublicFigures {
  return publicFigures(campaign.goal, readings, today());
}

/** Holds each of several totals against what is known and those before it. */
function checkTotals(
  known: readonly Reading[],
  totals: readonly Reading[],
  today: Day,
): FigureFinding[] {
  return totals.flatMap(({ date, value }, at) =>
    checkFigure([...known, ...totals.slice(0, at)], { date, downloads: value }, today),
  );
}

async function readFigures(
  { decoders, campaign, directory, now, today }: Reports,
  { path, name }: ReportFile,
  account: string,
): Promise<ReportFigures> {
  const { playPackage, appStoreId } = campaign.app;
  const names = listServiceNames(directory, campaign);
  const app = { playPackage, appStoreId, today: today(), names };
  const file = { path, name, app, readAt: now().toISOString() };
  const outcome = await decoders.readWhole(reportTask, file, account).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    throw new ReportError({ file: name }, sayRefusal(error), { cause: error });
  });
  if (outcome.kind === 'read') return outcome.figures;
  throw new ReportError(outcome.place, outcome.reason);
}

interface NamedReport {
  name: string;
  report: ReportFigures;
}

/** Stores each content once, with its line in the audit log. */
async function storeReport(
  reports: Reports,
  { name, report }: NamedReport,
  importedBy: ImportedBy,
): Promise<ReportOutcome> {
  const preview = await previewReport(reports, report);
  if (preview.findings.length > 0)
    return proposeReport(reports, { name, report, preview }, importedBy);
  const { actor, requestId, way, name: readBy } = importedBy;
  return inTransaction(reports.database.pool, async (tx): Promise<ReportOutcome> => {
    const readAt = reports.now();
    const stored = await insertReport(tx, { name, report, way, readBy, readAt });
    if (stored === undefined) {
      const known = await findByContent(tx, report.contentHash);
      if (known === undefined)
        throw new Error(`Expected a report with the content of ${name}, got none`);
      return { kind: 'known', report: known };
    }
    const { changes, ...after } = preview;
    await writeAudit(tx, {
      actor,
      action: 'report.import',
      subject: `report/${stored.id}`,
      after: { name, way, ...after, days: changes.length },
      requestId,
    });
    return { kind: 'stored', id: stored.id, preview };
  });
}

/** Keeps a doubtful figure for a second officer. An inbox has nobody who could say why: the officer asks. */
async function proposeReport(
  { database, now }: Reports,
  { name, report, preview }: NamedReport & { preview: ReportPreview },
  { actor, way, name: madeBy, reason = '', requestId }: ImportedBy,
): Promise<ReportOutcome> {
  const known = await findByContent(database.pool, report.contentHash);
  if (known !== undefined) return { kind: 'known', report: known };
  const isOfficer = typeof actor === 'object';
  if (isOfficer && reason === '') return { kind: 'reason-missing', preview };
  return inTransaction(database.pool, async (tx): Promise<ReportOutcome> => {
    const { pending, isNew } = await insertPending(tx, {
      name,
      report,
      findings: preview.findings,
      reason,
      way,
      madeBy,
      madeById: isOfficer ? actor.id : null,
      madeAt: now(),
    });
    const subject = `figure/${pending.id}`;
    if (isNew)
      await writeAudit(tx, { actor, action: 'figure.propose', subject, after: pending, requestId });
    return { kind: 'pending', pending, preview };
  });
}

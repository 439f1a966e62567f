import { createHash } from 'node:crypto';
import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Directory } from '../../../campaigns/directory/station.ts';
import { type Effect, joinEffects } from '../../../campaigns/held-acts/effect.ts';
import { findLevel, pressRules } from '../../../campaigns/press-notes/finding.ts';
import { listServiceNames } from '../../../campaigns/tracker/app-services-report.ts';
import {
  type ManualFault,
  type ManualFields,
  parseManual,
} from '../../../campaigns/tracker/manual.ts';
import type { ReportWay } from '../../../campaigns/tracker/readings.ts';
import { changesBy } from '../../../campaigns/tracker/readings.ts';
import { isGivenName, type Report } from '../../../campaigns/tracker/report.ts';
import { ReportError } from '../../../campaigns/tracker/report-error.ts';
import { withdrawnWords } from '../../../campaigns/words/effect-words.ts';
import { noSuchReport } from '../../../campaigns/words/report-words.ts';
import {
  type ActOutcome,
  auditedBy,
  type DoneBy,
  type DoOrHold,
  type HeldActs,
  type Maker,
} from '../../kit/held-acts.ts';
import type { PublicWords, WordChange } from '../../kit/public-words.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { Decoders, DecoderTask } from '../../platform/decoding/decoders.ts';
import { Refusal, sayRefusal } from '../../platform/process/refusal.ts';
import { judgeReports, type PublicSources } from './public-totals.ts';
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
  listReadSources,
  readReadings,
  type StoredReport,
  withdrawReport,
} from './reports-sql.ts';

/** A report on the disk; its name, which may be another than there, says what it holds. */
export type ReportFile = Pick<GivenReportFile, 'path' | 'name'>;

export type ReportOutcome =
  | { kind: 'stored'; id: number; preview: ReportPreview }
  /** It waits for a second officer; the public page does not have it. */
  | { kind: 'held'; held: { id: number; effect: Effect } }
  | { kind: 'preview'; preview: ReportPreview }
  /** The same content was read before: nothing changes. */
  | { kind: 'known'; report: StoredReport };

/** The sender of a report, and the way it came. */
export interface ImportedBy {
  actor: Maker;
  /** Shown in the history. */
  name: string;
  way: ReportWay;
  /** Why a figure may move so far, for the second officer. */
  reason?: string | undefined;
  requestId?: string | undefined;
}

/** Everything that taking in reports needs. */
interface ReportSources extends PublicSources {
  publicWords: Pick<PublicWords, 'judge'>;
  database: Database;
  decoders: Decoders;
  campaign: Pick<Campaign, 'app' | 'goal' | 'serviceGroups'>;
  directory: Pick<Directory, 'districts' | 'stations'>;
}
/** With the doors through which reports come and go. */
export interface Reports extends ReportSources {
  store: DoOrHold<GivenReport, Stored>;
  withdraw: DoOrHold<{ id: number }, StoredReport>;
}

/** A report as it is kept while it waits. */
interface GivenReport {
  name: string;
  way: ReportWay;
  report: ReportFigures;
}
type Stored = Extract<ReportOutcome, { kind: 'stored' | 'known' }>;

/** Opens the doors of reports: what moves a public total far is held. */
export function openReportActs(sources: ReportSources, heldActs: HeldActs): Reports {
  const may = 'report.import';
  const store = heldActs.open<GivenReport, Stored>({
    kind: 'report',
    movesLeague: true,
    title: ['डाउनलोड और सेवाओं के आँकड़े', 'Figures of downloads and services'],
    may,
    async judge(tx, given) {
      const change = () => insertReport(tx, toRow(sources, given, 'judged'));
      const effect = await judgeReports(tx, sources, change);
      const words = await judgeSources(tx, sources, given);
      return joinEffects([effect, words]);
    },
    apply: (tx, given, by) => storeReport(tx, sources, given, by),
  });
  const withdraw = heldActs.open<{ id: number }, StoredReport>({
    kind: 'report-withdrawal',
    movesLeague: true,
    title: ['रिपोर्ट निरस्त करना', 'Taking a report back'],
    may,
    judge: (tx, { id }) => judgeWithdrawal(tx, sources, id),
    apply: (tx, { id }, by) => takeBack(tx, { id, at: sources.now() }, by),
  });
  return { ...sources, store, withdraw };
}

/**
 * Words that stand beside public figures. A file is named as its store names it, where days and codes are usual: there what bars
 * a note counts. Any other name is words that somebody typed.
 */
async function judgeSources(
  tx: Queryable,
  { publicWords }: ReportSources,
  { name, report }: GivenReport,
): Promise<Effect> {
  const isManual = report.kind === 'manual';
  const isTyped = isManual || !isGivenName(name);
  const texts = isManual ? [...new Set(report.readings.map(({ from }) => from))] : [name];
  const read = isTyped ? await listReadSources(tx) : [];
  const sources = texts.map((after, at): WordChange => {
    const place = texts.length > 1 ? ` ${at + 1}` : '';
    const before = read.includes(after) ? after : null;
    return { what: [`स्रोत${place}`, `Source${place}`], before, after };
  });
  const { changes, findings } = await publicWords.judge(tx, sources, null);
  const grave = pressRules.filter((rule) => findLevel(rule) === 'block') as readonly string[];
  const counted = findings.filter(({ code }) => isTyped || grave.includes(code));
  return { changes: counted.length > 0 ? changes : [], findings: counted };
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
  const given = { name: file.name, way: 'upload' as const, report };
  return { kind: 'preview', preview: await previewReport(reports, given) };
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
  return bringReport(reports, { name: file.name, report }, importedBy);
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
  const given = { name: figure.source, report };
  if (!dryRun) return bringReport(reports, given, importedBy);
  return { kind: 'preview', preview: await previewReport(reports, { ...given, way: 'entry' }) };
}

/**
 * Takes a report back, which always takes two officers.
 * @throws a refusal where there is none to take back
 */
export function takeBackReport(
  { withdraw }: Reports,
  id: number,
  { actor, name, requestId, reason = '' }: Omit<ImportedBy, 'way'>,
): Promise<ActOutcome<StoredReport>> {
  const subject = `report/${id}`;
  return withdraw({ input: { id }, subject, reason, maker: actor, madeBy: name, requestId });
}

async function judgeWithdrawal(tx: Queryable, sources: ReportSources, id: number): Promise<Effect> {
  const effect = await judgeReports(tx, sources, async () => {
    if ((await withdrawReport(tx, id, sources.now())) === undefined)
      throw new Refusal('not-found', { ...noSuchReport });
  });
  return { ...effect, findings: [...effect.findings, { code: 'withdrawn', ...withdrawnWords }] };
}

async function takeBack(
  tx: Queryable,
  { id, at }: { id: number; at: Date },
  by: DoneBy,
): Promise<StoredReport> {
  const report = await withdrawReport(tx, id, at);
  if (report === undefined) throw new Refusal('not-found', { ...noSuchReport });
  await writeAudit(tx, {
    ...auditedBy(by),
    action: 'report.withdraw',
    subject: `report/${id}`,
    before: { ...report, withdrawnAt: null },
    after: { ...report, reason: by.reason, effect: by.effect },
  });
  return report;
}

/** Says what storing a report would change. */
async function previewReport(sources: ReportSources, given: GivenReport): Promise<ReportPreview> {
  return inTransaction(sources.database.pool, async (tx) => {
    const change = () => insertReport(tx, toRow(sources, given, 'judged'));
    return toPreview(tx, given.report, await judgeReports(tx, sources, change));
  });
}

async function toPreview(
  tx: Queryable,
  { readings, daysJson: _, ...particulars }: ReportFigures,
  effect: Effect,
): Promise<ReportPreview> {
  return { ...particulars, changes: changesBy(await readReadings(tx), readings), effect };
}

/** A report as it is stored: it counts from now on. */
function toRow({ now }: ReportSources, { name, way, report }: GivenReport, readBy: string) {
  return { name, way, report, readBy, readAt: now() };
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

async function bringReport(
  { store }: Reports,
  { name, report }: Pick<GivenReport, 'name' | 'report'>,
  { actor, name: madeBy, way, reason = '', requestId }: ImportedBy,
): Promise<ReportOutcome> {
  // While it waits, the same file again is the same act.
  const readings = report.readings.map((reading) => ({ ...reading, readAt: '' }));
  const outcome = await store({
    input: { name, way, report: { ...report, readings } },
    subject: `report/${way}/${name}`,
    reason,
    maker: actor,
    madeBy,
    requestId,
  });
  return outcome.kind === 'held' ? outcome : outcome.result;
}

/** Stores each content once, with its line in the audit log. */
async function storeReport(
  tx: Queryable,
  sources: ReportSources,
  given: GivenReport,
  by: DoneBy,
): Promise<Stored> {
  const { name, way, report } = given;
  const { madeBy, checker, reason, effect } = by;
  const preview = await toPreview(tx, report, effect);
  const accepted = checker && { acceptedBy: checker.name, reason };
  const stored = await insertReport(tx, { ...toRow(sources, given, madeBy), ...accepted });
  if (stored === undefined) {
    const known = await findByContent(tx, report.contentHash);
    if (known === undefined)
      throw new Error(`Expected a report with the content of ${name}, got none`);
    return { kind: 'known', report: known };
  }
  const { changes, ...after } = preview;
  await writeAudit(tx, {
    ...auditedBy(by),
    action: 'report.import',
    subject: `report/${stored.id}`,
    after: { name, way, ...after, days: changes.length },
  });
  return { kind: 'stored', id: stored.id, preview };
}

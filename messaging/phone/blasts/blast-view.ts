import type { Pool } from 'pg';
import type { Bilingual } from '../../../campaigns/bilingual.ts';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { hourMs } from '../../../campaigns/durations.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { toDay } from '../../../campaigns/tracker/clock.ts';
import { endsLaterWords } from '../../../campaigns/words/blast-problem-words.ts';
import type { InstallReader } from '../../figures/reports/installs-sql.ts';
import { judgeSecondPerson, withSecondPerson } from '../../people/accounts/second-person.ts';
import type { DatabaseClock } from '../../platform/database/database-clock.ts';
import { queryRow } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { findAudience } from '../audiences/audiences-sql.ts';
import {
  type DistrictFigures,
  type LinkFigures,
  type LiveFigures,
  noFigures,
  type OperatorFigures,
  readDays,
  readDistrictFigures,
  readFigures,
  readFiguresByBlast,
  readLinkScans,
  readMinutes,
  readOperatorFigures,
} from '../ledger/tallies-sql.ts';
import { listTests, readTestPaise, readTestPaiseByBlast } from '../ledger/test-messages-sql.ts';
import { type Blast, computeCosts, findLaterSince } from './blast.ts';
import { listBlasts, readNames } from './blasts-sql.ts';
import type { CostEstimate } from './cost.ts';
import type { BlastEstimate, Estimates } from './estimates.ts';
import {
  countParts,
  type GatewayPart,
  planParts,
  type Rates,
  type ReportingGateways,
  receiptsByFile,
} from './gateway-parts.ts';
import {
  findCautions,
  findProblems,
  isUnlike,
  type JudgedGateways,
  withHeard,
} from './problems.ts';
import { listMakers, readPause } from './recordings-sql.ts';
import type { BlastFacts } from './report/report-content.ts';
import { findChanges } from './seal.ts';
import { planRounds } from './series.ts';
import { listRounds, summariseSeries } from './series-sql.ts';
import { compareTexts } from './trial-figures.ts';

/** The console's views of blasts are read from these. */
export interface BlastViews {
  pool: Pool;
  campaign: Campaign;
  gateways: ReportingGateways & JudgedGateways & Rates['gateways'];
  installs: InstallReader;
  estimates: Estimates;
  districtFigures: FigureReader<DistrictFigures>;
  operatorFigures: FigureReader<OperatorFigures>;
  today: () => string;
  /** Messages a second that a gateway is held to. */
  perSecond: Readonly<Record<string, number>>;
  /** For the legal hours. */
  clock: DatabaseClock;
}

/** Blasts whose figures by district are kept. */
const keptBlasts = 100;
const nobody: LinkFigures = { scans: 0, visitors: 0 };

/** Newest first. */
export async function showBlasts({ pool }: BlastViews, actor: Actor) {
  const listed = await listBlasts(pool, actor.district ?? null);
  const blasts = await withSecondPerson(pool, actor.id, listed, ({ drafterId }) => [drafterId]);
  const ids = blasts.map(({ id }) => id);
  const codes = blasts.flatMap(({ shortCode }) => shortCode ?? []);
  const figures = await readFiguresByBlast(pool, ids);
  const testPaise = await readTestPaiseByBlast(pool, ids);
  const links = await readLinkScans(pool, codes);
  const series = await summariseSeries(pool, ids);
  return blasts.map(({ second, ...blast }) => {
    const live = figures.get(blast.id) ?? noFigures();
    return {
      blast,
      figures: live.all,
      costSoFarPaise: computeCosts(blast, live) + (testPaise.get(blast.id) ?? 0),
      link: links.get(blast.shortCode ?? '') ?? nobody,
      bar: second.bar,
      series: series.get(blast.id) ?? null,
    };
  });
}

/**
 * Shows what exactly is sent, to how many, for how much, and how far it is. Times of sending are the database's own,
 * also while the campaign is replayed.
 */
export async function showBlast(views: BlastViews, blast: Blast, actor: Actor) {
  const { pool, gateways, estimates } = views;
  const { id, plannedAt } = blast;
  const estimate = plannedAt === null ? await estimates.find(blast) : null;
  const outcome = await readOutcome(views, blast);
  const { all } = outcome.figures;
  const minutes = await readMinutes(pool, id, new Date(Date.now() - hourMs));
  const planned = estimate === null ? null : await planParts(views, blast, estimate);
  const hasEnded = blast.status === 'finished' || blast.status === 'stopped';
  return {
    blast,
    second: await judgeSecondPerson(pool, actor.id, await listMakers(pool, blast)),
    ...(await readNames(pool, id)),
    audience: await findAudience(pool, blast.audienceId),
    ...outcome,
    series: await showSeries(pool, blast, estimate),
    estimate,
    sealed: blast.seal,
    changes: blast.seal && blast.found ? findChanges(blast.seal, blast.found) : [],
    pause: blast.status === 'paused' ? await readPause(pool, id) : null,
    counting: plannedAt === null && estimate === null,
    ...(await judgeDraft(views, blast, estimate, planned ?? [])),
    byGateway: planned ?? countParts(blast, outcome.figures),
    costSoFarPaise: computeCosts(blast, outcome.figures) + (await readTestPaise(pool, id)),
    tests: await listTests(pool, id),
    minutes,
    receiptsByFile: receiptsByFile(blast, gateways),
    etaMinutes: estimateMinutes(all.planned, minutes),
    laterSince: blast.status === 'running' ? findLaterSince(blast) : null,
    stops: hasEnded ? await countStops(pool, id) : null,
    byDistrict: hasEnded ? await views.districtFigures(id, outcome.figures) : [],
    byOperator: hasEnded ? await views.operatorFigures(id, outcome.figures) : [],
    trial: await readTrial(views, blast, outcome.figures),
  };
}

/** The figures and names for the report. */
export async function readReportFacts(views: BlastViews, blast: Blast): Promise<BlastFacts> {
  const { pool } = views;
  const outcome = await readOutcome(views, blast);
  return {
    blast,
    names: await readNames(pool, blast.id),
    ...outcome,
    trial: await readTrial(views, blast, outcome.figures),
    testPaise: await readTestPaise(pool, blast.id),
    days: await readDays(pool, blast.id),
    byDistrict: await readDistrictFigures(pool, blast.id),
    byOperator: await readOperatorFigures(pool, blast.id),
  };
}

/** The outcome of the two texts of a trial. */
async function readTrial({ pool, installs }: BlastViews, blast: Blast, figures: LiveFigures) {
  if (blast.trial === null) return null;
  const links = await readLinkScans(pool, blast.trialCodes ?? []);
  const known = await installs.read();
  return compareTexts(blast, { figures, links, installs: known?.byCode ?? null });
}

async function readOutcome({ pool, installs }: BlastViews, { id, shortCode, trialCodes }: Blast) {
  const codes = shortCode === null ? [] : [shortCode];
  const [link = nobody] = (await readLinkScans(pool, codes)).values();
  const known = await installs.read();
  const ofCode = (code: string) => known?.byCode.get(code) ?? 0;
  return {
    figures: await readFigures(pool, id),
    link,
    installs:
      known === null
        ? null
        : [...codes, ...(trialCodes ?? [])].reduce((sum, code) => sum + ofCode(code), 0),
    installsUntil: known?.until ?? null,
  };
}

async function judgeDraft(
  views: BlastViews,
  blast: Blast,
  estimate: BlastEstimate | null,
  parts: readonly GatewayPart[],
) {
  const { pool, campaign, gateways, today } = views;
  const isOpen = blast.status === 'draft' || blast.status === 'submitted';
  if (!isOpen || estimate === null) return { unlike: false, problems: [], cautions: [] };
  return {
    unlike: isUnlike(blast, withHeard(campaign, gateways)),
    problems: await findProblems(pool, blast, { campaign, gateways, today: today(), estimate }),
    cautions: [...findCautions(blast, { campaign, gateways, estimate }), ...warnOfEnd(parts)],
  };
}

/** Says when a blast would end, where the pace of a gateway makes it go on to another day. */
function warnOfEnd(parts: readonly GatewayPart[]): Bilingual[] {
  const [last] = parts.toSorted((a, b) => (b.endsAt?.getTime() ?? 0) - (a.endsAt?.getTime() ?? 0));
  const { startsAt = null, endsAt = null, perMinute = null } = last ?? {};
  if (startsAt === null || endsAt === null || perMinute === null) return [];
  return toDay(endsAt) === toDay(startsAt) ? [] : [endsLaterWords(toDay(endsAt), perMinute)];
}

/** By the last five whole minutes; null while nothing goes out. */
function estimateMinutes(planned: number, minutes: readonly { sent: number }[]): number | null {
  const lately = minutes.slice(-6, -1);
  const perMinute = lately.reduce((sum, { sent }) => sum + sent, 0) / Math.max(1, lately.length);
  return perMinute > 0 ? Math.ceil(planned / perMinute) : null;
}

type FigureReader<Row> = (id: number, figures: LiveFigures) => Promise<Row[]>;

/** Counts in the ledger itself, so once for each state of a blast. */
export function createFigureReader<Row>(
  pool: Pool,
  read: (pool: Pool, id: number) => Promise<Row[]>,
): FigureReader<Row> {
  const kept = new Map<number, { state: string; rows: Row[] }>();
  return async (id, figures) => {
    const state = JSON.stringify(figures.all);
    const known = kept.get(id);
    if (known?.state === state) return known.rows;
    const rows = await read(pool, id);
    if (kept.size >= keptBlasts) kept.clear();
    kept.set(id, { state, rows });
    return rows;
  };
}

/** The series that a blast is the first of, or a round of; null for one that goes once. */
async function showSeries(pool: Pool, blast: Blast, estimate: CostEstimate | null) {
  const id = blast.round?.seriesId ?? (blast.repeat === null ? null : blast.id);
  if (id === null) return null;
  const kept = await listRounds(pool, id);
  const rounds = kept.length > 0 ? kept : planDrafted(blast, estimate?.recipients ?? 0);
  const isKnown = kept.length > 0 || estimate !== null;
  return { id, rounds, most: isKnown ? sumMost(rounds) : null };
}

function planDrafted(blast: Blast, recipients: number) {
  return planRounds(blast, recipients).map((round) => ({
    ...round,
    status: 'waiting' as const,
    blastId: null,
    blastStatus: null,
    reasons: [],
  }));
}

function sumMost(rounds: readonly { mostRecipients: number; mostPaise: number }[]) {
  return {
    recipients: Math.max(0, ...rounds.map(({ mostRecipients }) => mostRecipients)),
    messages: rounds.reduce((sum, round) => sum + round.mostRecipients, 0),
    paise: rounds.reduce((sum, round) => sum + round.mostPaise, 0),
  };
}

/** Counts who said stop after a blast had gone to them; null once its numbers are deleted. */
async function countStops(database: Queryable, blastId: number): Promise<number | null> {
  const row = await queryRow<{ stops: number | null }>(database)`
    SELECT CASE WHEN b.numbers_deleted_at IS NULL THEN (
      SELECT count(*)::integer FROM opt_out AS o
      JOIN blast_recipient AS r ON r.msisdn = o.msisdn AND r.blast_id = b.id
      WHERE o.at >= b.started_at AND o.at >= r.submitted_at) END AS stops
    FROM blast AS b WHERE b.id = ${blastId}`;
  return row?.stops ?? null;
}

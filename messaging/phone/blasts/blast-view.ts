import type { Pool } from 'pg';
import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import type { InstallReader } from '../../figures/reports/installs-sql.ts';
import { judgeSecondPerson, withSecondPerson } from '../../people/accounts/second-person.ts';
import { findAudience } from '../audiences/audiences-sql.ts';
import { emptyFigures } from '../ledger/recipient.ts';
import {
  type DistrictFigures,
  type LinkFigures,
  type LiveFigures,
  readDays,
  readDistrictFigures,
  readFigures,
  readFiguresByBlast,
  readLinkScans,
  readMinutes,
} from '../ledger/tallies-sql.ts';
import { listTests, readTestPaise, readTestPaiseByBlast } from '../ledger/test-messages-sql.ts';
import { type Blast, computeCost } from './blast.ts';
import { listBlasts, readNames } from './blasts-sql.ts';
import { findCautions, findProblems } from './draft.ts';
import { createEstimates } from './estimates.ts';
import { type ReportingGateways, receiptsByFile } from './receipts-by-file.ts';
import type { BlastFacts } from './report/report-content.ts';
import type { RetryingGateways } from './selection-sql.ts';

export interface BlastViewDependencies {
  pool: Pool;
  campaign: Campaign;
  gateways: RetryingGateways & ReportingGateways;
  installs: InstallReader;
  today: () => string;
}

export type BlastViews = ReturnType<typeof createBlastViews>;

const hourMs = 3_600_000;
/** Blasts whose figures by district are kept. */
const keptBlasts = 100;
const nobody: LinkFigures = { scans: 0, visitors: 0 };

/** What the console shows of blasts. Times of sending are the database's own, also while the campaign is replayed. */
export function createBlastViews({
  pool,
  campaign,
  gateways,
  installs,
  today,
}: BlastViewDependencies) {
  /** They are counted in the ledger itself, so once for each state of an ended blast. */
  const byDistrict = new Map<number, { state: string; rows: DistrictFigures[] }>();

  const estimates = createEstimates(pool, gateways);

  async function districtFigures(id: number, figures: LiveFigures): Promise<DistrictFigures[]> {
    const state = JSON.stringify(figures.all);
    const known = byDistrict.get(id);
    if (known?.state === state) return known.rows;
    const rows = await readDistrictFigures(pool, id);
    if (byDistrict.size >= keptBlasts) byDistrict.clear();
    byDistrict.set(id, { state, rows });
    return rows;
  }

  async function outcomeOf({ id, shortCode }: Blast) {
    const codes = shortCode === null ? [] : [shortCode];
    const [link = nobody] = (await readLinkScans(pool, codes)).values();
    const known = await installs.read();
    return {
      figures: await readFigures(pool, id),
      link,
      installs: known === null ? null : (known.byCode.get(shortCode ?? '') ?? 0),
      installsUntil: known?.until ?? null,
    };
  }

  /** What an approver has to know of the list. */
  async function audienceOf({ audienceId }: Blast) {
    const audience = await findAudience(pool, audienceId);
    if (audience === null) return null;
    const { source, consentBasis, createdAt, retainUntil, members } = audience;
    return { source, consentBasis, createdAt, retainUntil, members };
  }

  return {
    /** Newest first. */
    async list(actor: Actor) {
      const blasts = await withSecondPerson(
        pool,
        actor.id,
        await listBlasts(pool, actor.district ?? null),
        ({ drafterId }) => [drafterId],
      );
      const figures = await readFiguresByBlast(
        pool,
        blasts.map(({ id }) => id),
      );
      const testPaise = await readTestPaiseByBlast(
        pool,
        blasts.map(({ id }) => id),
      );
      const links = await readLinkScans(
        pool,
        blasts.flatMap(({ shortCode }) => shortCode ?? []),
      );
      return blasts.map(({ second, ...blast }) => {
        const own = figures.get(blast.id);
        return {
          blast,
          figures: own?.all ?? emptyFigures(),
          costSoFarPaise:
            computeCost(blast, own?.segmentsSent ?? 0) + (testPaise.get(blast.id) ?? 0),
          link: links.get(blast.shortCode ?? '') ?? nobody,
          bar: second.bar,
        };
      });
    },

    /** What exactly is sent, to how many, for how much, and how far it is. */
    async detail(blast: Blast, actor: Actor) {
      const isOpen = blast.status === 'draft' || blast.status === 'submitted';
      const estimate = blast.plannedAt === null ? await estimates.of(blast) : null;
      const outcome = await outcomeOf(blast);
      const { figures } = outcome;
      const minutes = await readMinutes(pool, blast.id, new Date(Date.now() - hourMs));
      const lately = minutes.slice(-6, -1);
      const perMinute =
        lately.reduce((sum, { sent }) => sum + sent, 0) / Math.max(1, lately.length);
      return {
        blast,
        second: await judgeSecondPerson(pool, actor.id, [blast.drafterId]),
        ...(await readNames(pool, blast.id)),
        audience: await audienceOf(blast),
        ...outcome,
        estimate,
        counting: blast.plannedAt === null && estimate === null,
        problems:
          isOpen && estimate !== null
            ? await findProblems(pool, blast, { campaign, today: today(), estimate })
            : [],
        cautions: isOpen && estimate !== null ? findCautions(blast, { campaign, estimate }) : [],
        costSoFarPaise:
          computeCost(blast, figures.segmentsSent) + (await readTestPaise(pool, blast.id)),
        tests: await listTests(pool, blast.id),
        minutes,
        receiptsByFile: receiptsByFile(blast, gateways),
        etaMinutes: perMinute > 0 ? Math.ceil(figures.all.planned / perMinute) : null,
        byDistrict:
          blast.status === 'finished' || blast.status === 'stopped'
            ? await districtFigures(blast.id, figures)
            : [],
      };
    },

    /** The figures and names for the report. */
    async facts(blast: Blast): Promise<BlastFacts> {
      return {
        blast,
        names: await readNames(pool, blast.id),
        ...(await outcomeOf(blast)),
        testPaise: await readTestPaise(pool, blast.id),
        days: await readDays(pool, blast.id),
        byDistrict: await readDistrictFigures(pool, blast.id),
      };
    },
  };
}

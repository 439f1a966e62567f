import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Directory } from '../../../campaigns/directory/station.ts';
import { type Effect, joinEffects } from '../../../campaigns/held-acts/effect.ts';
import {
  type Curve,
  judgeTotals,
  type PublicTotal,
} from '../../../campaigns/held-acts/judge-totals.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import { countDownloads } from '../../../campaigns/tracker/downloads.ts';
import { forecastDownloads } from '../../../campaigns/tracker/forecast.ts';
import { computeProgress } from '../../../campaigns/tracker/progress.ts';
import type { Goal, Progress } from '../../../campaigns/tracker/progress-file.ts';
import type { Reading } from '../../../campaigns/tracker/readings.ts';
import { serviceName } from '../../../campaigns/tracker/service-name.ts';
import { downloadWords, paceWords } from '../../../campaigns/words/effect-words.ts';
import { type Queryable, tryOut } from '../../platform/database/transaction.ts';
import { readServiceDays, type ServiceDay } from './app-services-sql.ts';
import { readReadings } from './reports-sql.ts';

export interface PublicSources {
  campaign: Pick<Campaign, 'goal' | 'serviceGroups'>;
  directory: Pick<Directory, 'districts'>;
  now: () => Date;
  today: () => Day;
}

/** Judges what a change of the reports makes of what citizens see; nothing of it stays. */
export async function judgeReports(
  tx: Queryable,
  sources: PublicSources,
  change: () => Promise<unknown>,
): Promise<Effect> {
  const settled = await readTotals(tx, sources, { settled: true });
  const before = await readTotals(tx, sources);
  const paceBefore = await readPace(tx, sources);
  return tryOut(tx, async () => {
    await change();
    const after = await readTotals(tx, sources);
    const pick = (of: keyof typeof after) => {
      return { settled: settled[of], before: before[of], after: after[of] };
    };
    const { changes, findings } = joinEffects([
      judgeTotals(pick('state')),
      judgeDistricts(pick('districts')),
    ]);
    const paceAfter = await readPace(tx, sources);
    const aside = paceWords.map(([hi, en], at) => ({
      what: { hi, en },
      before: paceBefore[at] ?? null,
      after: paceAfter[at] ?? null,
      aside: true as const,
    }));
    return { changes: [...changes, ...(changes.length === 0 ? [] : aside)], findings };
  });
}

/** Downloads, and each service by the files of its back office; services by district as well. */
async function readTotals(
  tx: Queryable,
  { campaign, directory, now, today }: PublicSources,
  { settled = false } = {},
): Promise<Record<'state' | 'districts', PublicTotal[]>> {
  const until = settled ? now() : undefined;
  const counted = countDownloads(await readReadings(tx, until), today());
  const days = counted.kind === 'none' ? [] : counted.days;
  const downloads: PublicTotal = {
    code: 'downloads',
    what: downloadWords,
    curve: days.flatMap(({ date, total }) => (total === null ? [] : [[date, total] as const])),
    goal: campaign.goal.downloads,
  };
  const served = await readServiceDays(tx, until);
  const toTotals = (
    key: 'service' | 'district',
    nameOf: (id: string) => { hi: string; en: string },
  ) =>
    [...Map.groupBy(served, (each) => each[key])].flatMap(([id, days]): PublicTotal[] =>
      id === null ? [] : [{ code: `app ${id}`, what: nameOf(id), curve: toCurve(days) }],
    );
  const services = toTotals('service', (id) => serviceName(campaign, id) ?? { hi: id, en: id });
  return {
    state: [downloads, ...services],
    districts: toTotals('district', (id) => nameServices(directory, id)),
  };
}

function toCurve(days: readonly ServiceDay[]): Curve {
  let total = 0;
  return days.map(({ day, count }) => {
    total += count;
    return [day, total] as const;
  });
}

function nameServices({ districts }: PublicSources['directory'], id: string) {
  const { nameHi = id, nameEn = id } = districts.find((each) => each.id === id) ?? {};
  return { hi: `${nameHi}: सेवाएँ`, en: `${nameEn}: services` };
}

/**
 * A file that leaves the state's totals as they are may still move a district's place. Small ones move much by themselves:
 * one waits where it is out of all proportion, where it falls, and where a district is new beside others.
 */
function judgeDistricts(totals: Record<'settled' | 'before' | 'after', PublicTotal[]>): Effect {
  const { changes, findings } = judgeTotals(totals);
  const codes = new Set(findings.map(({ code }) => code));
  const isAsked = (code: string) => {
    const id = code.slice(0, code.lastIndexOf(' '));
    const isFar = codes.has(`${id} share`) && codes.has(`${id} days`);
    return (
      isFar || code.endsWith(' falls') || (code.endsWith(' first') && totals.settled.length > 0)
    );
  };
  const asked = findings.filter(({ code }) => isAsked(code));
  return {
    changes: changes.filter(({ what }) => asked.some(({ en }) => en.startsWith(`${what.en}: `))),
    findings: asked,
  };
}

/** Pace and chance as the page says them, in the order of their words. */
async function readPace(tx: Queryable, { campaign, today }: PublicSources) {
  const { asOf, perDay, requiredPerDay, chance, expectedEnd } = publicFigures(
    campaign.goal,
    await readReadings(tx),
    today(),
  );
  const percent = chance === null ? null : `${Math.round(chance * 100)} %`;
  return [asOf, perDay, requiredPerDay, percent, expectedEnd];
}

/** The public page's line on the downloads; null where it shows none. */
interface PublicFigures {
  total: number | null;
  /** Last day that the total holds */
  asOf: Day | null;
  /** Average of the last seven days */
  perDay: number | null;
  requiredPerDay: number | null;
  status: Progress['status'];
  /** Part of the drawn courses that exceed the goal */
  chance: number | null;
  /** Total on the goal's last day that half of the drawn courses stay below */
  expectedEnd: number | null;
}

/** The public page's figures as they would be with these readings. */
export function publicFigures(goal: Goal, readings: readonly Reading[], today: Day): PublicFigures {
  const downloads = countDownloads(readings, today);
  const { total, rate7, requiredPerDay, status } = computeProgress(goal, downloads, today);
  const forecast = today > goal.endsOn ? null : forecastDownloads(goal, downloads);
  const isDrawn = forecast?.kind === 'forecast';
  return {
    total,
    asOf: downloads.kind === 'none' ? null : downloads.asOf,
    perDay: rate7?.perDay ?? null,
    requiredPerDay,
    status,
    chance: isDrawn ? forecast.probability : null,
    expectedEnd: isDrawn ? (forecast.band.at(-1)?.p50 ?? null) : null,
  };
}

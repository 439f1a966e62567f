import type { Logger } from 'pino';
import type { Bilingual } from '../../../campaigns/bilingual.ts';
import { blastProblemWords } from '../../../campaigns/words/blast-problem-words.ts';
import { roundMark, seriesProblemWords } from '../../../campaigns/words/series-problem-words.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import { Refusal, sayRefusal } from '../../platform/process/refusal.ts';
import { repeat } from '../../platform/process/repeat.ts';
import { type Blast, findPrice, type Seal, withoutCode } from './blast.ts';
import { holdCode } from './blast-code.ts';
import type { BlastDependencies } from './blast-request.ts';
import { findBlast, insertBlast, putApproved } from './blasts-sql.ts';
import type { BlastDraft } from './draft-schemas.ts';
import { estimateBlast } from './estimates.ts';
import { findProblems } from './problems.ts';
import { atDraftedPrices, describePlan, findChanges, toSealedParts } from './seal.ts';
import { findChange } from './series-problems.ts';
import { listDueRounds, listRounds, lockWaiting, type Round, settleRound } from './series-sql.ts';

export type RoundDependencies = Pick<
  BlastDependencies,
  'database' | 'campaign' | 'codes' | 'gateways' | 'paise' | 'clock' | 'today'
> & { log: Logger };

const everyMs = 30_000;
/** So long before the hours of its day end, a round is held whose gateway does not answer. */
const lastWordMs = 10 * everyMs;

/** Looks for rounds whose moment has come, now and every half minute; several services may do so at once. */
export function watchRounds(dependencies: RoundDependencies): { close(): Promise<void> } {
  const { database, log } = dependencies;
  const looks = repeat(() => beginRounds(dependencies), {
    pauseMs: everyMs,
    onTrouble: (error) =>
      log.warn({ err: error }, 'no look at series; tried again in half a minute'),
  });
  // The database may still be away when the service starts.
  void database.ready.then(looks.run, () => {});
  return { close: looks.stop };
}

/**
 * Begins the rounds whose moment has come, each as a separate blast that was approved with its series. One that is no
 * longer what was approved becomes a draft instead, and one whose hours are over is missed.
 */
export async function beginRounds(dependencies: RoundDependencies): Promise<void> {
  const { database, clock, log } = dependencies;
  const now = await clock.now();
  for (const round of await listDueRounds(database.pool, now)) {
    const about = { series: round.seriesId, round: round.number };
    try {
      const status = await (now >= round.startBefore ? missRound : beginRound)(dependencies, round);
      if (status !== null) log.info({ ...about, status }, 'a round of a series');
    } catch (error) {
      log.error({ ...about, err: error }, 'a round could not begin; tried again');
    }
  }
}

async function missRound({ database }: RoundDependencies, round: Round) {
  const head = await expectHead(database.pool, round);
  return inTransaction(database.pool, async (tx) => {
    const reasons = [seriesProblemWords['round-missed']];
    if (!(await settleRound(tx, round, { status: 'missed', reasons }))) return null;
    await auditRound(tx, head, { verb: 'round-missed', round, id: head.id, reasons });
    return 'missed';
  });
}

async function beginRound(dependencies: RoundDependencies, round: Round) {
  const { database, clock, log } = dependencies;
  const { pool } = database;
  const head = await expectHead(pool, round);
  const draft = copyForRound(head, round, dependencies.paise);
  const seal = await sealRound(dependencies, head, round);
  const reasons = await findReasons(dependencies, { head, round, draft, seal });
  const isSilent = reasons.length === 1 && reasons[0] === blastProblemWords['template-unknown'];
  const leftMs = round.startBefore.getTime() - (await clock.now()).getTime();
  if (isSilent && leftMs > lastWordMs) {
    log.warn({ series: head.id, round: round.number }, 'WhatsApp does not say; asked again');
    return null;
  }
  return inTransaction(pool, async (tx) => {
    // Another service may have begun it while the list was counted: it is held here until this one has.
    if (!(await lockWaiting(tx, round))) return null;
    const { drafterId, district } = head;
    const inserted = await insertBlast(tx, { draft, drafterId, district, parentId: null });
    const { id } = inserted;
    if (reasons.length === 0) reasons.push(...(await tryHoldCode(tx, dependencies, id)));
    const status = reasons.length === 0 ? ('begun' as const) : ('held' as const);
    const { approverId } = head;
    const { mostPaise, at: startsAt } = round;
    if (status === 'begun') {
      const { digests } = await describePlan(tx, inserted, toSealedParts(dependencies), seal);
      const own = { ...seal, digests };
      await putApproved(tx, id, { approverId, mostPaise, startsAt, seal: own });
    }
    await settleRound(tx, round, { status, reasons, blastId: id });
    await auditRound(tx, head, {
      verb: status === 'begun' ? 'round' : 'round-held',
      round,
      id,
      reasons,
    });
    return status;
  });
}

/** The share of an office in the codes may be used up. */
async function tryHoldCode(tx: Queryable, { codes }: RoundDependencies, id: number) {
  try {
    await holdCode(tx, codes, id);
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [sayRefusal(error)];
  }
}

async function expectHead(database: Queryable, { seriesId }: Round): Promise<Blast> {
  const head = await findBlast(database, seriesId);
  if (head === null) throw new Error(`Expected the blast ${seriesId} of the series, got none`);
  return head;
}

/** The approved draft, with its own link and at the present price. */
function copyForRound(head: Blast, round: Round, paise: RoundDependencies['paise']): BlastDraft {
  const { texts, fallback } = pickTexts(head, round);
  const price = (gateway: string, before: number) =>
    findPrice(paise, { ...head, gateway }) ?? before;
  return {
    ...head,
    name: `${head.name.slice(0, 185)} ${roundMark(round.number)}`,
    texts,
    fallback,
    // Where an officer decides, it goes when they have.
    startsAt: null,
    repeat: null,
    paisePerSegment: price(head.gateway, head.paisePerSegment),
    further: head.further.map((entry) => ({
      ...entry,
      paisePerSegment: price(entry.gateway, entry.paisePerSegment),
    })),
  };
}

function pickTexts({ texts, shortCode, repeat, fallback }: Blast, { number }: Round) {
  const later = repeat?.texts[number - 2];
  // The SMS beside a WhatsApp blast says what its first text says.
  if (later !== undefined) return { texts: later.texts, fallback: null };
  return { texts: withoutCode(texts, shortCode), fallback };
}

/** The seal of its series, with its own most people and rupees. */
async function sealRound(dependencies: RoundDependencies, head: Blast, round: Round) {
  const { pool } = dependencies.database;
  const counted = { people: round.mostRecipients, paise: round.mostPaise };
  // Of a series that an earlier version approved, prices alone are known.
  const seal =
    head.seal ??
    atDraftedPrices(await describePlan(pool, head, toSealedParts(dependencies), counted), head);
  return { ...seal, ...counted };
}

/** Why a round is no longer what was approved, or may not be sent. */
async function findReasons(
  dependencies: RoundDependencies,
  { head, round, draft, seal }: { head: Blast; round: Round; draft: BlastDraft; seal: Seal },
): Promise<Bilingual[]> {
  const { campaign, gateways, today } = dependencies;
  const { pool } = dependencies.database;
  const rounds = await listRounds(pool, round.seriesId);
  // One that an officer let go after all is among them.
  const before = rounds.findLast((each) => each.number < round.number && each.counts);
  const isCutShort = before?.blastStatus === 'paused' || before?.blastStatus === 'stopped';
  const blast: Blast = {
    ...head,
    ...draft,
    round: {
      seriesId: head.id,
      number: round.number,
      afterBlastId: round.afterFirst ? head.id : null,
      startBeforeMs: null,
    },
  };
  const estimate = await estimateBlast(pool, blast, gateways);
  const codes = [
    isCutShort ? ('round-cut-short' as const) : null,
    await findChange(pool, head, campaign),
  ];
  const counted = { people: estimate.recipients, paise: estimate.paise };
  const now = await describePlan(pool, head, toSealedParts(dependencies), counted);
  return [
    ...findChanges(seal, now),
    ...codes.flatMap((code) => (code === null ? [] : seriesProblemWords[code])),
    ...(await findProblems(pool, blast, { campaign, gateways, today: today(), estimate })),
  ];
}

async function auditRound(
  tx: Queryable,
  head: Blast,
  {
    verb,
    round,
    id,
    reasons = [],
  }: { verb: string; round: Round; id: number; reasons?: Bilingual[] },
): Promise<void> {
  const { seriesId, number, at } = round;
  await writeAudit(tx, {
    actor: 'service',
    action: `blast.${verb}`,
    subject: `blast/${id}`,
    district: head.district ?? undefined,
    after: {
      seriesId,
      number,
      at,
      drafterId: head.drafterId,
      approverId: head.approverId,
      ...(reasons.length === 0 ? {} : { reasons }),
    },
  });
}

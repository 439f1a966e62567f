import { sendingHours } from '../../../campaigns/messages/legal-hours.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { Blast, Seal } from './blast.ts';
import { giveBackUnsent, holdCode } from './blast-code.ts';
import { auditBlast, type BlastDependencies } from './blast-request.ts';
import { applyCommand, findBlast } from './blasts-sql.ts';
import type { CostEstimate } from './cost.ts';
import { estimateBlast } from './estimates.ts';
import { listFallbacks } from './fallbacks-sql.ts';
import { findProblems } from './problems.ts';
import { atDraftedPrices, describePlan, findChanges, toSealedParts } from './seal.ts';
import { planRounds } from './series.ts';
import { insertRounds, listRounds, settleRound, stopWaiting } from './series-sql.ts';
import type { BlastCommand } from './state.ts';

export type Commands = Pick<
  BlastDependencies,
  'database' | 'campaign' | 'codes' | 'gateways' | 'today' | 'paise'
>;

/** Moves a blast on by an officer's command. */
export async function commandBlast(
  commands: Commands,
  { blast, command }: { blast: Blast; command: BlastCommand },
  caller: Caller,
): Promise<void> {
  const { kind } = command;
  const checked = kind === 'submit' || kind === 'approve';
  const estimate = checked ? await expectNoProblems(commands, blast) : null;
  const plan = estimate && (await readPlan(commands, blast, estimate));
  const decision = await applyCommand(commands.database.pool, blast.id, command, {
    actor: caller.actor,
    ...(plan && { plan: atDraftedPrices(plan, blast) }),
    record: async (tx, before, state) => {
      if (plan !== null) expectSameSeal(before, command, plan);
      if (kind === 'approve') await holdCode(tx, commands.codes, blast.id);
      const { night, ...drafted } = before;
      const timed = { ...drafted, ...(command.kind === 'approve' && toNight(command)) };
      if (kind === 'approve' && sendingHours(timed) === null) throw new Refusal('night-hours');
      const rounds = kind === 'approve' ? planRounds(timed, estimate?.recipients ?? 0) : [];
      if (rounds.length > 0) await insertRounds(tx, blast.id, rounds);
      if (kind === 'stop') await giveBackUnsent(tx, before);
      const series = rounds.map(({ texts, ...round }) => round);
      const after = { ...state, command, ...(series.length > 0 ? { series } : {}) };
      await auditBlast(tx, { verb: kind, blast, before, after }, caller);
    },
  });
  if (decision.kind === 'refused') throw new Refusal(decision.refusal);
}

async function expectNoProblems(commands: Commands, blast: Blast): Promise<CostEstimate> {
  const { database, campaign, gateways, today } = commands;
  const estimate = await estimateBlast(database.pool, blast, gateways);
  const context = { campaign, gateways, today: today(), estimate };
  const problems = await findProblems(database.pool, blast, context);
  if (problems.length > 0) throw new Refusal('problems', { problems });
  return estimate;
}

/** The reason for the night, where one was given. */
const toNight = ({ night = '' }: { night?: string }) => (night.trim() === '' ? {} : { night });

function readPlan(
  commands: Commands,
  blast: Blast,
  { recipients: people, paise }: CostEstimate,
): Promise<Seal> {
  const counted = { people, paise };
  return describePlan(commands.database.pool, blast, toSealedParts(commands), counted);
}

/** No larger or other than its page shows, than was handed in, and than the approver saw. */
function expectSameSeal(blast: Blast, command: BlastCommand, plan: Seal): void {
  const isApproval = command.kind === 'approve';
  const { seen } = isApproval ? command : {};
  const before = {
    ...((isApproval && blast.seal) || atDraftedPrices(plan, blast)),
    ...(seen && { people: seen.recipients, paise: seen.paise }),
  };
  const changes = findChanges(before, plan);
  if (changes.length > 0) throw new Refusal('plan-changed', { problems: changes });
}

/** Leaves out one round that has not begun; the others go on. */
export async function skipRound(
  { database }: Commands,
  { blast, number }: { blast: Blast; number: number },
  caller: Caller,
): Promise<void> {
  await inTransaction(database.pool, async (tx) => {
    const round = { seriesId: blast.id, number };
    if (!(await settleRound(tx, round, { status: 'skipped' }))) throw new Refusal('round-over');
    await auditBlast(tx, { verb: 'round-skipped', blast, after: round }, caller);
  });
}

/** Ends a series: what waits never begins, and what goes on is stopped, with the SMS beside WhatsApp. */
export async function stopSeries(commands: Commands, blast: Blast, caller: Caller): Promise<void> {
  const { pool } = commands.database;
  const rounds = await listRounds(pool, blast.id);
  if (rounds.length === 0) throw new Refusal('round-over');
  await inTransaction(pool, async (tx) => {
    const stopped = await stopWaiting(tx, blast.id);
    await auditBlast(tx, { verb: 'series-stop', blast, after: { rounds: stopped } }, caller);
  });
  // Read again: one may have begun until those that wait were stopped.
  const ids = (await listRounds(pool, blast.id)).flatMap(({ blastId }) => blastId ?? []);
  for (const id of [...ids, ...(await listFallbacks(pool, ids))]) {
    const each = await findBlast(pool, id);
    if (each === null || !goesOn.has(each.status)) continue;
    await commandBlast(commands, { blast: each, command: { kind: 'stop' } }, caller).catch(
      // It ended by itself meanwhile.
      (error: unknown) => {
        if (!(error instanceof Refusal)) throw error;
      },
    );
  }
}

const goesOn: ReadonlySet<Blast['status']> = new Set([
  'approved',
  'scheduled',
  'running',
  'paused',
]);

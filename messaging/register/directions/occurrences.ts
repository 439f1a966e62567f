import type { Bilingual } from '../../../campaigns/bilingual.ts';
import {
  checkFigures,
  countHoldings,
  figuresBeyond,
  impossibleFigures,
} from '../../../campaigns/directions/figure-bounds.ts';
import { type OwingOffice, officeKey } from '../../../campaigns/directions/occurrence-key.ts';
import {
  findState,
  isPossible,
  type OccurrenceAction,
  stateForActions,
  statusAfter,
} from '../../../campaigns/directions/occurrence-state.ts';
import { findOffice, isOwnToSettle, mayAct, maySee } from '../../../campaigns/directions/rights.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { type RefusalCode, refusals } from '../../../campaigns/words/refusals.ts';
import { requireSecondPerson } from '../../people/accounts/second-person.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import {
  type DirectionSources,
  type FoundOccurrence,
  findOwed,
  type LiveRegister,
  readLive,
} from './live-register.ts';
import {
  type FigureValues,
  findOccurrence,
  inSavepoint,
  insertOccurrence,
  type OccurrenceChange,
  type StoredOccurrence,
  updateOccurrence,
} from './occurrences-sql.ts';
import { insertStep, listFiles, type NewStep } from './steps-sql.ts';

/** An occurrence as it was seen; version 0 for one that nobody has touched. */
export interface OccurrenceRequest {
  key: string;
  version: number;
}

export type Decision = Exclude<OccurrenceAction, 'save' | 'submit'>;
/** Decisions that say why. */
const withRemark: readonly Decision[] = ['return', 'set-aside', 'close', 'reopen'];

/** A submission of an office. */
interface HandedIn {
  details: string;
  figures: FigureValues;
  /** Why a figure goes beyond what the office has. */
  reason: string;
}

/** Outcome of a step with several: those that could not be done are listed by reason. */
export interface DoneWithMany {
  done: number;
  left: { reason: RefusalCode; text: Bilingual; keys: string[] }[];
}

/** An occurrence that the officer may see; another one is not there. */
export function findVisible(
  sources: DirectionSources,
  known: LiveRegister,
  { actor, key }: { actor: Actor; key: string },
): FoundOccurrence {
  const found = findOwed(sources, known, key);
  if (found === undefined || !maySee(actor, found.occurrence.office, sources.directory.districts))
    throw new Refusal('not-found');
  return found;
}

export function isOnBehalf(actor: Actor, office: string): boolean {
  const home = findOffice(actor);
  return home === null || officeKey(home) !== office;
}

export async function saveOccurrence(
  sources: DirectionSources,
  { details, figures, ...request }: OccurrenceRequest & { details: string; figures: FigureValues },
  caller: Caller,
): Promise<void> {
  const step: Step = async ({ found: { obligation }, stored }) => {
    refuseFigures(checkFigures(obligation.figures, figures, false));
    return { change: { details, figures, ...addMaker(stored, caller.actor) } };
  };
  await act(sources, { ...request, action: 'save', step }, caller);
}

export async function submitOccurrence(
  sources: DirectionSources,
  { details, figures, reason, ...request }: OccurrenceRequest & HandedIn,
  caller: Caller,
): Promise<void> {
  const step = submission(sources, { details, figures, reason }, caller);
  await act(sources, { ...request, action: 'submit', step }, caller);
}

/** A decision that takes nothing from a figure and adds nobody to the late ones; the others go by `held-steps.ts`. */
export async function decideOccurrence(
  sources: DirectionSources,
  {
    action,
    remark,
    ...request
  }: OccurrenceRequest & { action: Exclude<Decision, ManySteps['action']>; remark: string },
  caller: Caller,
): Promise<void> {
  const step = decision({ action, remark }, caller);
  await act(sources, { ...request, action, step }, caller);
}

/** The same step with several. */
export interface ManySteps {
  keys: readonly string[];
  /** Of one alone: as it was seen. */
  version: number | null;
  action: 'set-aside' | 'close' | 'return' | 'reopen' | 'submit';
  remark: string;
  /** Of one alone that is handed in; of several the remark is all. */
  handedIn?: HandedIn | undefined;
}
/** An officer, and the second one of steps that waited. */
type Callers = Caller & { checker: Actor | null };

/**
 * Takes a step with several, each with its own entry of the log: all that can be done are done together; what is left says
 * why. One alone is refused.
 */
export async function takeSteps(
  tx: Queryable,
  sources: DirectionSources,
  { keys, version, action, remark, handedIn }: ManySteps,
  callers: Callers,
): Promise<DoneWithMany> {
  const step =
    action === 'submit'
      ? submission(sources, handedIn ?? { details: remark, figures: {}, reason: '' }, callers)
      : decision({ action, remark }, callers);
  const known = await readLive(sources, tx);
  const left = new Map<RefusalCode, string[]>();
  // In one order, so that two officers at once do not wait for one another.
  for (const key of keys.toSorted()) {
    try {
      await inSavepoint(tx, () =>
        takeStep(tx, { sources, known }, { key, version, action, step }, callers),
      );
    } catch (error) {
      if (version !== null || !(error instanceof Refusal)) throw error;
      left.set(error.code, [...(left.get(error.code) ?? []), key]);
    }
  }
  const refused = [...left.values()].flat().length;
  return {
    done: keys.length - refused,
    left: [...left].map(([reason, keys]) => ({ reason, text: refusals[reason], keys })),
  };
}

/** A step with an occurrence: what it changes of it, and what the history says. */
export type Step = (now: {
  found: FoundOccurrence;
  stored: StoredOccurrence;
  known: LiveRegister;
  tx: Queryable;
}) => Promise<{ change: Omit<OccurrenceChange, 'status'>; told?: Partial<NewStep> }>;

interface StepRequest {
  key: string;
  /** null where it is not asked how it was seen */
  version: number | null;
  action: OccurrenceAction;
  step: Step;
}

/** Takes a step with an occurrence as it now is. */
export async function act(
  sources: DirectionSources,
  request: StepRequest,
  caller: Caller,
): Promise<void> {
  await inTransaction(sources.database.pool, async (tx) =>
    takeStep(tx, { sources, known: await readLive(sources, tx) }, request, caller),
  );
}

async function takeStep(
  tx: Queryable,
  { sources, known }: { sources: DirectionSources; known: LiveRegister },
  { key, version, action, step }: StepRequest,
  { actor, requestId, checker = null }: Caller & { checker?: Actor | null },
): Promise<void> {
  const found = findVisible(sources, known, { actor, key });
  const { occurrence, tracker } = found;
  const { office } = occurrence;
  const { districts } = sources.directory;
  if (!mayAct(actor, { action, office, districts }))
    throw new Refusal(isOwnToSettle(actor, action, office) ? 'own-obligation' : 'not-allowed');
  const kept = await findOccurrence(tx, occurrence, true);
  if (version !== null && (kept?.version ?? 0) !== version)
    throw new Refusal('stale', { version: kept?.version ?? 0 });
  const { today } = known;
  const state = findState(occurrence, { touched: kept, today, tracker: tracker?.state });
  const before = stateForActions(state, kept, tracker !== undefined);
  if (before === null || !isPossible(before, action))
    throw new Refusal('not-possible', { status: before ?? 'closed' });
  const stored = kept ?? (await insertOccurrence(tx, occurrence));
  if (stored === undefined) throw new Refusal('stale', { version: 0 });
  const { change, told = {} } = await step({ found, stored, known, tx });
  const status = statusAfter(before, action);
  await updateOccurrence(tx, stored, { ...change, status });
  if (action === 'save') return;
  const onBehalf = action === 'submit' && isOnBehalf(actor, office);
  await insertStep(tx, {
    occurrence: stored.id,
    action,
    byName: actor.name,
    byRole: actor.role,
    onBehalf,
    day: today,
    ...told,
  });
  await writeAudit(tx, {
    actor: checker ?? actor,
    action: onBehalf ? 'direction.submit-for' : `direction.${action}`,
    subject: `direction/${key}`,
    ...findAuditDistrict(found.office),
    before: { status: before },
    after: {
      status,
      direction: found.direction.id,
      office,
      period: occurrence.period,
      ...(checker && { maker: actor.name }),
      ...(told.remark === undefined || told.remark === '' ? {} : { remark: told.remark }),
      ...(told.figures === undefined ? {} : { figures: told.figures }),
    },
    requestId,
  });
}

/** District of an office, as the audit log is searched by it. */
export function findAuditDistrict({ role, area }: OwingOffice): { district?: string } {
  return role === 'district' && area !== null ? { district: area } : {};
}

export function addMaker({ makers }: StoredOccurrence, { id, name }: Actor) {
  return { makers: [...new Set([...makers, id])], madeBy: name };
}

function submission(
  { directory }: DirectionSources,
  { reason, ...handedIn }: HandedIn,
  { actor }: Caller,
): Step {
  const { details, figures } = handedIn;
  return async ({ found: { obligation, office }, stored, known: { today }, tx }) => {
    refuseFigures(checkFigures(obligation.figures, figures, true));
    const impossible = impossibleFigures(obligation.figures, figures);
    if (impossible.length > 0) throw new Refusal('direction-impossible', { beyond: impossible });
    const beyond = figuresBeyond(obligation.figures, figures, countHoldings(office, directory));
    if (beyond.length > 0 && reason === '') throw new Refusal('direction-bounds', { beyond });
    const why = beyond.length === 0 ? '' : reason;
    const files = await listFiles(tx, stored.id);
    if (obligation.file && files.length === 0) throw new Refusal('direction-paper');
    // A submission says something: text, figures or a paper.
    if (details === '' && Object.keys(figures).length === 0 && files.length === 0)
      throw new Refusal('direction-empty');
    return {
      change: {
        ...handedIn,
        ...addMaker(stored, actor),
        submittedOn: stored.submittedOn ?? today,
        forwarded: false,
        beyond: why,
      },
      told: { ...handedIn, remark: why, files: files.map(({ id, name }) => ({ id, name })) },
    };
  };
}

function decision(
  { action, remark }: { action: Decision; remark: string },
  { actor }: Caller,
): Step {
  return async ({ stored, tx }) => {
    if (withRemark.includes(action) && remark === '') throw new Refusal('direction-remark');
    // Whose figures move without a second person here is judged by `held-steps.ts`.
    if (action === 'accept' || action === 'forward')
      await requireSecondPerson(tx, actor.id, stored.makers);
    const forwarded = action === 'forward' || (stored.forwarded && action === 'accept');
    return { change: { forwarded }, told: { remark } };
  };
}

function refuseFigures(faults: ReturnType<typeof checkFigures>): void {
  if (faults.length > 0) throw new Refusal('direction-figures', { faults });
}

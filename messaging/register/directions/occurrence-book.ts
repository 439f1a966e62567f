import type { Bilingual } from '../../../campaigns/bilingual.ts';
import { countHoldings, figuresBeyond } from '../../../campaigns/directions/figure-bounds.ts';
import { officeKey } from '../../../campaigns/directions/occurrence-key.ts';
import {
  findState,
  isPossible,
  type OccurrenceAction,
  stateForActions,
  statusAfter,
} from '../../../campaigns/directions/occurrence-state.ts';
import { findOffice, mayAct, maySee } from '../../../campaigns/directions/rights.ts';
import type { Directory } from '../../../campaigns/directory/station.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { type RefusalCode, refusals } from '../../../campaigns/words/refusals.ts';
import { requireSecondPerson } from '../../people/accounts/second-person.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { DirectionDesk, FoundOccurrence, LiveRegister } from './direction-desk.ts';
import { figureFaults } from './figure-faults.ts';
import {
  type FigureValues,
  findOccurrence,
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

/** What an office hands in. */
interface HandedIn {
  details: string;
  figures: FigureValues;
  /** Why a figure goes beyond what the office has. */
  reason: string;
}

/** What became of several: those that could not be done stand under the reason. */
export interface DoneWithMany {
  done: number;
  left: { reason: RefusalCode; text: Bilingual; keys: string[] }[];
}

export type OccurrenceBook = ReturnType<typeof createOccurrenceBook>;

/** Keeps what offices hand in and what is decided on it, each step in the audit log. */
export function createOccurrenceBook({
  database,
  desk,
  directory,
}: {
  database: Database;
  desk: DirectionDesk;
  directory: Directory;
}) {
  const { districts } = directory;

  /** An occurrence that the officer may see; another one is not there. */
  function find(known: LiveRegister, actor: Actor, key: string): FoundOccurrence {
    const found = desk.find(known, key);
    if (found === undefined || !maySee(actor, found.occurrence.office, districts))
      throw new Refusal('not-found');
    return found;
  }

  const isOnBehalf = (actor: Actor, office: string) => {
    const own = findOffice(actor);
    return own === null || officeKey(own) !== office;
  };

  type Step = (
    found: FoundOccurrence,
    stored: StoredOccurrence,
    known: LiveRegister,
    tx: Queryable,
  ) => Promise<{ change: Omit<OccurrenceChange, 'status'>; told?: Partial<NewStep> }>;

  /** Takes a step with an occurrence as it now is. */
  const act = (
    asked: Caller,
    request: OccurrenceRequest,
    action: OccurrenceAction,
    step: Step,
  ): Promise<void> =>
    inTransaction(database.pool, async (tx) =>
      takeStep(tx, await desk.read(tx), { ...asked, ...request, action, step }),
    );

  async function takeStep(
    tx: Queryable,
    known: LiveRegister,
    {
      actor,
      requestId,
      key,
      version,
      action,
      step,
    }: Caller &
      Omit<OccurrenceRequest, 'version'> & {
        /** null where it is not asked how it was seen */
        version: number | null;
        action: OccurrenceAction;
        step: Step;
      },
  ): Promise<void> {
    const found = find(known, actor, key);
    const { occurrence, tracker } = found;
    const { office } = occurrence;
    if (!mayAct(actor, { action, office, districts })) throw new Refusal('not-allowed');
    const kept = await findOccurrence(tx, occurrence, true);
    if (version !== null && (kept?.version ?? 0) !== version)
      throw new Refusal('stale', { version: kept?.version ?? 0 });
    const { today } = known;
    const state = findState(occurrence, { touched: kept, today, tracker: tracker?.state });
    const before = stateForActions(state, kept, tracker !== undefined);
    if (before === null || !isPossible(before, action))
      throw new Refusal('not-possible', { status: before ?? 'closed' });
    const stored = kept ?? (await insertOccurrence(tx, occurrence, known.progress.sample));
    if (stored === undefined) throw new Refusal('stale', { version: 0 });
    const { change, told = {} } = await step(found, stored, known, tx);
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
      actor,
      action: onBehalf ? 'direction.submit-for' : `direction.${action}`,
      subject: `direction/${key}`,
      ...(found.office.role === 'district' && found.office.area !== null
        ? { district: found.office.area }
        : {}),
      before: { status: before },
      after: {
        status,
        direction: found.direction.id,
        office,
        period: occurrence.period,
        ...(told.remark === undefined || told.remark === '' ? {} : { remark: told.remark }),
        ...(told.figures === undefined ? {} : { figures: told.figures }),
      },
      requestId,
    });
  }

  const withMaker = ({ makers }: StoredOccurrence, { id, name }: Actor) => ({
    makers: [...new Set([...makers, id])],
    madeBy: name,
  });

  return {
    find,
    isOnBehalf,

    save: (
      asked: Caller,
      request: OccurrenceRequest,
      given: { details: string; figures: FigureValues },
    ) =>
      act(asked, request, 'save', async ({ obligation }, stored) => {
        refuseFigures(figureFaults(obligation.figures, given.figures, false));
        return { change: { ...given, ...withMaker(stored, asked.actor) } };
      }),

    submit: (asked: Caller, request: OccurrenceRequest, given: HandedIn) =>
      act(asked, request, 'submit', handIn(asked, given)),

    decide: (
      asked: Caller,
      request: OccurrenceRequest,
      { action, remark }: { action: Decision; remark: string },
    ) => act(asked, request, action, deciding(asked, { action, remark })),

    /**
     * The same step with several, each with its own entry of the log: all that can be done are done together; what is left
     * says why.
     */
    async decideMany(
      asked: Caller,
      keys: readonly string[],
      { action, remark }: { action: 'set-aside' | 'close' | 'submit'; remark: string },
    ): Promise<DoneWithMany> {
      const step =
        action === 'submit'
          ? handIn(asked, { details: remark, figures: {}, reason: '' })
          : deciding(asked, { action, remark });
      return inTransaction(database.pool, async (tx) => {
        const known = await desk.read(tx);
        const left = new Map<RefusalCode, string[]>();
        // In one order, so that two officers at once do not wait for one another.
        for (const key of keys.toSorted()) {
          await tx.query('SAVEPOINT one');
          try {
            await takeStep(tx, known, { ...asked, key, version: null, action, step });
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
            await tx.query('ROLLBACK TO SAVEPOINT one');
            left.set(error.code, [...(left.get(error.code) ?? []), key]);
          }
          await tx.query('RELEASE SAVEPOINT one');
        }
        const refused = [...left.values()].flat().length;
        return {
          done: keys.length - refused,
          left: [...left].map(([reason, own]) => ({ reason, text: refusals[reason], keys: own })),
        };
      });
    },
  };

  function handIn(asked: Caller, { reason, ...given }: HandedIn): Step {
    return async ({ obligation, office }, stored, { today }, tx) => {
      refuseFigures(figureFaults(obligation.figures, given.figures, true));
      const beyond = figuresBeyond(
        obligation.figures,
        given.figures,
        countHoldings(office, directory),
      );
      if (beyond.length > 0 && reason === '') throw new Refusal('direction-bounds', { beyond });
      const why = beyond.length === 0 ? '' : reason;
      const files = await listFiles(tx, stored.id);
      // A submission says something: text, figures or a paper.
      if (given.details === '' && Object.keys(given.figures).length === 0 && files.length === 0)
        throw new Refusal('direction-empty');
      return {
        change: {
          ...given,
          ...withMaker(stored, asked.actor),
          submittedOn: stored.submittedOn ?? today,
          forwarded: false,
          beyond: why,
        },
        told: { ...given, remark: why, files: files.map(({ id, name }) => ({ id, name })) },
      };
    };
  }

  function deciding(asked: Caller, { action, remark }: { action: Decision; remark: string }): Step {
    return async (_found, stored, _known, tx) => {
      if (withRemark.includes(action) && remark === '') throw new Refusal('direction-remark');
      // Accepting needs a second person; to return or set aside something gains nobody anything.
      if (action === 'accept' || action === 'forward')
        await requireSecondPerson(tx, asked.actor.id, stored.makers);
      return {
        change:
          action === 'forward'
            ? { forwarded: true }
            : { forwarded: stored.forwarded && action === 'accept' },
        told: { remark },
      };
    };
  }
}

function refuseFigures(faults: ReturnType<typeof figureFaults>): void {
  if (faults.length > 0) throw new Refusal('direction-figures', { faults });
}

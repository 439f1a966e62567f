import { type FormEvent, useCallback, useEffect, useId, useState } from 'react';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import type { ListedActivity } from '../../../../../messaging/field/activities/activities-schemas.ts';
import { useConsole } from '../../ui/console-context.ts';
import { heldWordsIn } from '../../ui/Effect.tsx';
import { BatchBar, type Selection } from '../../ui/list/ListBar.tsx';
import { Button, ErrorNotice, Outcome } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { useActivityPlace } from '../activities/ActivityBar.tsx';
import { approvalWordsIn } from './approval-words.ts';
import { type DecisionAction, readDecision } from './use-approval.ts';

/** Approves or rejects what is chosen for one reason, and says which of them could not be decided, and why. */
export function BatchDecision(props: Batch & { ids: readonly string[] }) {
  const { language, words, format } = useConsole();
  const approval = approvalWordsIn(language);
  const id = useId();
  const batch = useBatchDecision(props);
  const { chosen, unseen, isWarned, lacksReason, busy } = batch;
  const count = format.number(chosen.length);
  return (
    <>
      {batch.decided !== null && (
        <BatchOutcome
          key={batch.decided.action}
          decided={batch.decided}
          busy={busy}
          onUndo={batch.undo}
          onLeave={batch.leave}
        />
      )}
      {chosen.length > 0 && (
        <form className="batch-form" onSubmit={batch.decide}>
          <BatchBar selection={props.selection} ids={props.ids}>
            <ErrorNotice error={batch.error} />
            <label className="sr-only" htmlFor={id}>
              {approval.reason}
            </label>
            <input
              id={id}
              name="reason"
              maxLength={500}
              autoComplete="off"
              // Enter would approve what a reason was written to reject.
              onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
              placeholder={approval.reason}
              aria-invalid={lacksReason || undefined}
              aria-describedby={lacksReason ? `${id}-wrong` : undefined}
            />
            <button type="submit" className="button" value="approve" disabled={busy}>
              {isWarned ? approval.approveUnseen(count) : approval.approve(count)}
            </button>
            <button type="submit" className="button quiet" value="reject" disabled={busy}>
              {approval.reject(count)}
            </button>
            {isWarned && (
              <span className="wrong" role="alert">
                {approval.unseen(format.number(unseen.length), count)}
              </span>
            )}
            {lacksReason && (
              <span id={`${id}-wrong`} className="wrong" role="alert">
                {words.approvals.remarkMissing}
              </span>
            )}
          </BatchBar>
        </form>
      )}
    </>
  );
}

const undoMs = 10_000;

interface BatchOutcomeProps {
  decided: DecidedBatch;
  busy: boolean;
  onUndo: (decided: DecidedBatch) => void;
  onLeave: () => void;
}

/** Says at the place of the buttons what was done, and takes it back while the officer still looks there. */
function BatchOutcome({ decided, busy, onUndo, onLeave }: BatchOutcomeProps) {
  const { language, words, format } = useConsole(approvalWordsIn);
  const { action, done, held, refused } = decided;
  const isLeaving = refused.length + held.length === 0 && !busy;
  useEffect(() => {
    if (!isLeaving) return;
    const timer = setTimeout(onLeave, undoMs);
    return () => clearTimeout(timer);
  }, [isLeaving, onLeave]);
  const told = { approve: words.approved, reject: words.rejected, reopen: words.undone }[action];
  return (
    <div className="batch-outcome">
      <Outcome tone={refused.length === 0 ? 'good' : 'plain'}>
        {done.length > 0 && (
          <p className="row">
            <span>{told(format.number(done.length))}</span>
            {action !== 'reopen' && (
              <Button disabled={busy} onClick={() => onUndo(decided)}>
                {words.undo}
              </Button>
            )}
          </p>
        )}
        {held.map((id) => (
          <p key={id}>{heldWordsIn(language).sent(id)}</p>
        ))}
        {refused.length > 0 && (
          <>
            <p>{words.refused(format.number(refused.length))}</p>
            <ul>
              {refused.map(({ id, place, why }) => (
                <li key={id}>
                  {place}: {why}
                </li>
              ))}
            </ul>
          </>
        )}
      </Outcome>
    </div>
  );
}

type Results = Answer<'POST /api/activities/decide'>['results'];

interface Batch {
  activities: readonly ListedActivity[];
  selection: Selection;
  /** Entries that were opened on this page. */
  seen: ReadonlySet<number>;
  onDone: () => void;
}

interface DecidedBatch {
  action: DecisionAction | 'reopen';
  /** As they were left, to take the decisions back. */
  done: readonly { id: number; version: number }[];
  /** Numbers of the acts that wait for a second officer. */
  held: readonly number[];
  refused: { id: number; place: string; why: string }[];
}

/** Decides what is chosen, after a warning where pictures among it were not opened. */
function useBatchDecision({ activities, selection, seen, onDone }: Batch) {
  const { language, service } = useConsole();
  const namePlace = useActivityPlace();
  const [lacksReason, setLacksReason] = useState(false);
  const [decided, setDecided] = useState<DecidedBatch | null>(null);
  // Pictures that nobody had opened when the officer was warned; another choice is warned of again.
  const [warned, setWarned] = useState('');
  const { busy, error, run } = useAction();
  const chosen = activities.filter(({ id }) => selection.chosen.has(String(id)));
  const unseen = chosen.filter(({ id, photo }) => photo !== null && !seen.has(id));
  const unseenIds = unseen.map(({ id }) => id).join();
  const isWarned = unseen.length > 0 && warned === unseenIds;

  const decide = (event: FormEvent<HTMLFormElement>) => {
    const decision = readDecision(event);
    setLacksReason(decision === null);
    if (decision === null) return;
    if (decision.action === 'approve' && unseen.length > 0 && !isWarned) {
      setWarned(unseenIds);
      return;
    }
    run(async () => {
      setDecided(null);
      const entries = chosen.map(({ id, version }) => ({ id, version }));
      const { results } = await service.ask('POST /api/activities/decide', {
        body: { ...decision, entries },
      });
      const refused = describeRefusals(results);
      setDecided({ action: decision.action, ...sortResults(results), refused });
      selection.choose(refused.map(({ id }) => String(id)));
      onDone();
    });
  };
  const undo = ({ done }: DecidedBatch) =>
    run(async () => {
      const { results } = await service.ask('POST /api/activities/decide', {
        body: { action: 'reopen', reason: '', entries: [...done] },
      });
      setDecided({
        action: 'reopen',
        ...sortResults(results),
        refused: describeRefusals(results),
      });
      onDone();
    });
  const describeRefusals = (results: Results) =>
    results.flatMap(({ id, refusal }) => {
      if (refusal === null) return [];
      const activity = activities.find((each) => each.id === id);
      const place =
        activity === undefined ? approvalWordsIn(language).entry(id) : namePlace(activity);
      return [{ id, place, why: refusal[language] ?? refusal.error }];
    });
  return {
    chosen,
    unseen,
    isWarned,
    lacksReason,
    decided,
    busy,
    error,
    decide,
    undo,
    leave: useCallback(() => setDecided(null), []),
  };
}

function sortResults(results: Results): Pick<DecidedBatch, 'done' | 'held'> {
  return {
    done: results.flatMap(({ id, activity }) =>
      activity === null ? [] : [{ id, version: activity.version }],
    ),
    held: [...new Set(results.flatMap(({ held }) => held ?? []))],
  };
}

import { useEffect, useId } from 'react';
import { formatNumber } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import { BatchBar } from '../../ui/list/BatchBar.tsx';
import { ErrorNotice, Outcome } from '../../ui/parts.tsx';
import { approvalWordsIn } from './approval-words.ts';
import { type Batch, type DecidedBatch, useBatchDecision } from './use-batch-decision.ts';

/** Approves or rejects what is chosen for one reason, and says which of them could not be decided, and why. */
export function BatchDecision(props: Batch & { ids: readonly string[] }) {
  const { language, words } = useConsole();
  const approval = approvalWordsIn(language);
  const id = useId();
  const batch = useBatchDecision(props);
  const { chosen, unseen, isWarned, lacksReason, busy } = batch;
  const count = formatNumber(chosen.length, language);
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
                {approval.unseen(formatNumber(unseen.length, language), count)}
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

/** Says at the place of the buttons what was done, and takes it back while the officer still looks there. */
function BatchOutcome({
  decided,
  busy,
  onUndo,
  onLeave,
}: {
  decided: DecidedBatch;
  busy: boolean;
  onUndo: (decided: DecidedBatch) => void;
  onLeave: () => void;
}) {
  const { language } = useConsole();
  const words = approvalWordsIn(language);
  const { action, done, refused } = decided;
  const isLeaving = refused.length === 0 && !busy;
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
            <span>{told(formatNumber(done.length, language))}</span>
            {action !== 'reopen' && (
              <button
                type="button"
                className="button quiet"
                disabled={busy}
                onClick={() => onUndo(decided)}
              >
                {words.undo}
              </button>
            )}
          </p>
        )}
        {refused.length > 0 && (
          <>
            <p>{words.refused(formatNumber(refused.length, language))}</p>
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

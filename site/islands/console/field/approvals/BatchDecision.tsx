import { useId } from 'react';
import { approvalWordsIn } from '../../../../i18n/approval-words.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import { BatchBar } from '../../ui/list/BatchBar.tsx';
import { ErrorNotice, Outcome } from '../../ui/parts.tsx';
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
      {batch.decided !== null && <BatchOutcome {...batch.decided} />}
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

function BatchOutcome({ action, done, refused }: DecidedBatch) {
  const { language } = useConsole();
  const words = approvalWordsIn(language);
  return (
    <Outcome tone={refused.length === 0 ? 'good' : 'plain'}>
      {done > 0 && (
        <p>{words[action === 'approve' ? 'approved' : 'rejected'](formatNumber(done, language))}</p>
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
  );
}

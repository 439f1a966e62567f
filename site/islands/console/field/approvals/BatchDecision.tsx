import { type FormEvent, useId, useState } from 'react';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import type { ListedActivity } from '../../../../../messaging/contract/field/activities.ts';
import { approvalWords } from '../../../../i18n/approval-words.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import { BatchBar } from '../../ui/list/BatchBar.tsx';
import type { Selection } from '../../ui/list/use-selection.ts';
import { ErrorNotice, Outcome } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { useActivityPlace } from '../activities/use-activity-place.ts';

interface BatchDecisionProps {
  activities: readonly ListedActivity[];
  ids: readonly string[];
  selection: Selection;
  /** Entries that were opened on this page. */
  looked: ReadonlySet<number>;
  onDone: () => void;
}

type Action = 'approve' | 'reject';
type Decided = {
  action: Action;
  done: number;
  refused: { id: number; place: string; why: string }[];
};

/** Approves or rejects what is chosen for one reason, and says which of them could not be decided, and why. */
export function BatchDecision({ activities, ids, selection, looked, onDone }: BatchDecisionProps) {
  const { language, words, service } = useConsole();
  const own = approvalWords[language];
  const placeOf = useActivityPlace();
  const id = useId();
  const [unsaid, setUnsaid] = useState(false);
  const [decided, setDecided] = useState<Decided | null>(null);
  // Which pictures nobody opened, when the officer was told so; another choice is told anew.
  const [warned, setWarned] = useState('');
  const { busy, error, run } = useAction();
  const chosen = activities.filter((activity) => selection.chosen.has(String(activity.id)));
  const count = formatNumber(chosen.length, language);
  const unseen = chosen.filter(({ id, photo }) => photo !== null && !looked.has(id));
  const unseenIds = unseen.map(({ id }) => id).join();
  const isWarned = unseen.length > 0 && warned === unseenIds;

  const decide = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const action: Action = submitter?.getAttribute('value') === 'reject' ? 'reject' : 'approve';
    const reason = String(new FormData(form).get('reason')).trim();
    const missing = action === 'reject' && reason === '';
    setUnsaid(missing);
    if (missing) {
      form.querySelector('input')?.focus();
      return;
    }
    if (action === 'approve' && unseen.length > 0 && !isWarned) {
      setWarned(unseenIds);
      return;
    }
    run(async () => {
      setDecided(null);
      const entries = chosen.map(({ id, version }) => ({ id, version }));
      const { results } = await service.ask('POST /api/activities/decide', {
        body: { action, reason, entries },
      });
      setDecided(toDecided(action, results));
      selection.choose(
        results.filter(({ refusal }) => refusal !== null).map((result) => String(result.id)),
      );
      onDone();
    });
  };
  const toDecided = (
    action: Action,
    results: Answer<'POST /api/activities/decide'>['results'],
  ): Decided => ({
    action,
    done: results.filter(({ refusal }) => refusal === null).length,
    refused: results.flatMap(({ id, refusal }) => {
      if (refusal === null) return [];
      const activity = activities.find((each) => each.id === id);
      const place = activity === undefined ? own.entry(id) : placeOf(activity);
      return [{ id, place, why: refusal[language] ?? refusal.error }];
    }),
  });

  return (
    <>
      {decided !== null && (
        <Outcome tone={decided.refused.length === 0 ? 'good' : 'plain'}>
          {decided.done > 0 && (
            <p>
              {own[decided.action === 'approve' ? 'approved' : 'rejected'](
                formatNumber(decided.done, language),
              )}
            </p>
          )}
          {decided.refused.length > 0 && (
            <>
              <p>{own.refused(formatNumber(decided.refused.length, language))}</p>
              <ul>
                {decided.refused.map(({ id: number, place, why }) => (
                  <li key={number}>
                    {place}: {why}
                  </li>
                ))}
              </ul>
            </>
          )}
        </Outcome>
      )}
      {chosen.length > 0 && (
        <form className="batch-form" onSubmit={decide}>
          <BatchBar selection={selection} ids={ids}>
            <ErrorNotice error={error} />
            <label className="sr-only" htmlFor={id}>
              {own.reason}
            </label>
            <input
              id={id}
              name="reason"
              maxLength={500}
              autoComplete="off"
              // Enter would approve what a reason was written to reject.
              onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
              placeholder={own.reason}
              aria-invalid={unsaid || undefined}
              aria-describedby={unsaid ? `${id}-wrong` : undefined}
            />
            <button type="submit" className="button" value="approve" disabled={busy}>
              {isWarned ? own.approveUnseen(count) : own.approve(count)}
            </button>
            <button type="submit" className="button quiet" value="reject" disabled={busy}>
              {own.reject(count)}
            </button>
            {isWarned && (
              <span className="wrong" role="alert">
                {own.unseen(formatNumber(unseen.length, language), count)}
              </span>
            )}
            {unsaid && (
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

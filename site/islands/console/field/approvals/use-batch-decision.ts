import { type FormEvent, useCallback, useState } from 'react';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import type { ListedActivity } from '../../../../../messaging/field/activities/activities-schemas.ts';
import { useConsole } from '../../ui/console-context.ts';
import type { Selection } from '../../ui/list/use-selection.ts';
import { useAction } from '../../ui/use-service.ts';
import { useActivityPlace } from '../activities/use-activity-place.ts';
import { approvalWordsIn } from './approval-words.ts';
import { type DecisionAction, readDecision } from './read-decision.ts';

type Results = Answer<'POST /api/activities/decide'>['results'];

export interface Batch {
  activities: readonly ListedActivity[];
  selection: Selection;
  /** Entries that were opened on this page. */
  seen: ReadonlySet<number>;
  onDone: () => void;
}

export interface DecidedBatch {
  action: DecisionAction | 'reopen';
  /** As they were left, to take the decisions back. */
  done: readonly { id: number; version: number }[];
  refused: { id: number; place: string; why: string }[];
}

/** Decides what is chosen, after a warning where pictures among it were not opened. */
export function useBatchDecision({ activities, selection, seen, onDone }: Batch) {
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
      setDecided({ action: decision.action, done: listDone(results), refused });
      selection.choose(refused.map(({ id }) => String(id)));
      onDone();
    });
  };
  const undo = ({ done }: DecidedBatch) =>
    run(async () => {
      const { results } = await service.ask('POST /api/activities/decide', {
        body: { action: 'reopen', reason: '', entries: [...done] },
      });
      setDecided({ action: 'reopen', done: listDone(results), refused: describeRefusals(results) });
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

function listDone(results: Results): DecidedBatch['done'] {
  return results.flatMap(({ id, activity }) =>
    activity === null ? [] : [{ id, version: activity.version }],
  );
}

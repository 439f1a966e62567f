import { type FormEvent, useEffect, useState } from 'react';
import type {
  ActivityAnswer,
  ListedActivity,
} from '../../../../../messaging/field/activities/activities-schemas.ts';
import { useConsole } from '../../ui/console-context.ts';
import { isHeld } from '../../ui/Effect.tsx';
import { readText } from '../../ui/form-text.ts';
import { useLive } from '../../ui/use-service.ts';

export type Approval = ReturnType<typeof useApproval>;

/** One activity of the queue with the zone's decision. */
export function useApproval(listed: ListedActivity) {
  const { service } = useConsole();
  const params = { id: listed.id };
  const [activity, setActivity] = useState<ActivityAnswer['activity']>(listed);
  const [isChanging, setChanging] = useState(false);
  const [held, setHeld] = useState<unknown>(null);
  const { state } = useLive(['activity'], 'GET /api/activities/:id', { params });
  const detail = state.kind === 'loaded' ? state.value : null;
  // What another officer decided in the meantime shows here, unless it is older than the decision made on this card.
  useEffect(() => {
    if (detail === null) return;
    setActivity((last) => (detail.activity.version > last.version ? detail.activity : last));
  }, [detail]);
  const decide = async (action: DecisionAction, reason: string) => {
    const body = { version: activity.version, reason };
    const decided = await service.ask(`POST /api/activities/:id/${action}`, { params, body });
    setHeld(decided);
    setChanging(false);
    if (!isHeld(decided)) setActivity(decided.activity);
  };
  const isDecided = activity.status === 'approved' || activity.status === 'rejected';
  return {
    activity,
    detail,
    isDecided,
    showsForm: !isDecided || isChanging,
    change: () => setChanging(true),
    held,
    decide,
  };
}

export type DecisionAction = 'approve' | 'reject';

/** The button that was pressed and the reason; null for a rejection without a reason, whose field gets the focus. */
export function readDecision(
  event: FormEvent<HTMLFormElement>,
): { action: DecisionAction; reason: string } | null {
  event.preventDefault();
  const form = event.currentTarget;
  const { submitter } = event.nativeEvent as SubmitEvent;
  const action = submitter?.getAttribute('value') === 'reject' ? 'reject' : 'approve';
  const reason = readText(new FormData(form), 'reason');
  if (action === 'approve' || reason !== '') return { action, reason };
  form.querySelector('input')?.focus();
  return null;
}

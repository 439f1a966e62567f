import type { FormEvent } from 'react';
import { readText } from '../../ui/form-text.ts';

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

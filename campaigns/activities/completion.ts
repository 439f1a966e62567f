import type { Activity } from './activity.ts';
import { activityForms } from './activity-kinds.ts';

type Changeable = Pick<Activity, 'day' | 'details' | 'remark'>;

/**
 * Whether a change only adds what comes in later: a paper where there was none, or newer figures. What it says that was done is
 * then what it said before.
 */
export function isCompletion(
  { kind, ...before }: Changeable & Pick<Activity, 'kind'>,
  after: Changeable,
): boolean {
  if (before.day !== after.day || before.remark !== after.remark) return false;
  const names = new Set([...Object.keys(before.details), ...Object.keys(after.details)]);
  const changed = [...names].filter(
    (name) => JSON.stringify(before.details[name]) !== JSON.stringify(after.details[name]),
  );
  return (
    changed.length > 0 &&
    changed.every((name) => {
      const later = activityForms[kind].fields.find((field) => field.name === name)?.later;
      return later === 'figures' || (later === 'papers' && before.details[name] === undefined);
    })
  );
}

import type { Activity } from '../../../campaigns/activities/activity.ts';
import { activityForms } from '../../../campaigns/activities/activity-kinds.ts';
import { formatNumber } from '../../i18n/format.ts';
import type { Language } from '../../i18n/language.ts';

/** What was filled in for an activity, each with its label. */
export function detailsOf(
  { kind, details }: Pick<Activity, 'kind' | 'details'>,
  language: Language,
): { label: string; text: string }[] {
  return activityForms[kind].fields.flatMap(({ name, label }) => {
    const value = details[name];
    if (value === undefined) return [];
    const text =
      typeof value === 'number' ? formatNumber(value, language) : [value].flat().join(', ');
    return [{ label: label[language], text }];
  });
}

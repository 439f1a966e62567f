import type { Bilingual } from '../bilingual.ts';
import type { ActivityEntry } from './activity.ts';
import { activityForms } from './activity-kinds.ts';

/** Warnings about parts missing from an entry that is accepted all the same. */
export const warningWords = {
  'no-consent': {
    hi: 'जनपद सूचना अधिकारी की सहमति की संख्या या दिनांक दर्ज नहीं है',
    en: 'Number or day of the District Information Officer’s consent is missing',
  },
  'no-permission': {
    hi: '112 सेवा की अनुमति दर्ज नहीं है',
    en: 'The permission of the 112 service is missing',
  },
} as const satisfies Record<string, Bilingual>;
export type ActivityWarning = keyof typeof warningWords;

/** Warnings of an entry, by the papers that its form asks for. */
export function findWarnings({
  kind,
  details,
}: Pick<ActivityEntry, 'kind' | 'details'>): ActivityWarning[] {
  const { fields } = activityForms[kind];
  const lacks = (name: string) =>
    fields.some((field) => field.name === name) && details[name] === undefined;
  const warnings: ActivityWarning[] = [];
  if (lacks('consentNumber') || lacks('consentDay')) warnings.push('no-consent');
  if (lacks('permission')) warnings.push('no-permission');
  return warnings;
}

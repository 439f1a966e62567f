import type { Deed } from '../../../campaigns/deeds/deed.ts';
import { deedForms } from '../../../campaigns/deeds/deed-kinds.ts';
import { formatNumber } from '../../i18n/format.ts';
import type { Language } from '../../i18n/language.ts';

/** What was filled in for a deed, each with its label. */
export function detailsOf(
  { kind, details }: Pick<Deed, 'kind' | 'details'>,
  language: Language,
): { label: string; text: string }[] {
  return deedForms[kind].fields.flatMap(({ name, label }) => {
    const value = details[name];
    if (value === undefined) return [];
    const text =
      typeof value === 'number' ? formatNumber(value, language) : [value].flat().join(', ');
    return [{ label: label[language], text }];
  });
}

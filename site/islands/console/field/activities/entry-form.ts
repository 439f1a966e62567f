import type { ActivityDetails } from '../../../../../campaigns/activities/activity.ts';
import type { ActivityField } from '../../../../../campaigns/activities/activity-field.ts';
import {
  parseField,
  readDayRange,
  rupeesText,
} from '../../../../../campaigns/activities/field-text.ts';
import type { Language } from '../../../../i18n/language.ts';
import { readFile, readText } from '../../ui/form-text.ts';
import type { ServiceError } from '../../ui/service.ts';

/** Names of the two controls of a field of days. */
export function endNames({ name }: ActivityField): { from: string; to: string } {
  return { from: `${name}.from`, to: `${name}.to` };
}

/** Details as the service takes them; text that cannot be parsed is sent as typed, and the service refuses it. */
export function readDetails(fields: readonly ActivityField[], form: FormData): ActivityDetails {
  return Object.fromEntries(
    fields.flatMap((field): [string, number | string | string[]][] => {
      const { name, type } = field;
      if (type === 'attachment') return [];
      if (type === 'days') {
        const { from, to } = endNames(field);
        const ends = [readText(form, from), readText(form, to)];
        return ends.every((end) => end === '') ? [] : [[name, ends.join('/')]];
      }
      const value = readText(form, name);
      return value === '' ? [] : [[name, parseField(field, value) ?? value]];
    }),
  );
}

/** The papers that were chosen, by the name of their field. */
export function readPapers(
  fields: readonly ActivityField[],
  form: FormData,
): { field: string; file: File }[] {
  return fields
    .filter(({ type }) => type === 'attachment')
    .flatMap(({ name }) => {
      const file = readFile(form, name);
      return file === null ? [] : [{ field: name, file }];
    });
}

/** The first text of a control: of the entry that is corrected, or the usual one of the form. */
export function controlText(field: ActivityField, details: ActivityDetails | null): string {
  const value = details?.[field.name];
  if (value === undefined) return details === null ? (field.given ?? '') : '';
  if (field.type === 'money' && typeof value === 'number') return rupeesText(value);
  return [value].flat().join(', ');
}

/** First and last of the days that an entry has. */
export function controlDays(
  { name }: ActivityField,
  details: ActivityDetails | null,
): { from: string; to: string } {
  return readDayRange(details?.[name]) ?? { from: '', to: '' };
}

/** Finds what the service expects in a field that it refused. */
export function findExpected(
  error: ServiceError | null,
  name: string,
  language: Language,
): string | undefined {
  const issues = error?.body['issues'];
  if (!Array.isArray(issues)) return undefined;
  const issue = issues.find(({ path }) => String(path).split('.').includes(name));
  return issue === undefined ? undefined : String(issue.expected?.[language] ?? '');
}

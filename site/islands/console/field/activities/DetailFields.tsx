import { Fragment, useState } from 'react';
import type { ActivityDetails } from '../../../../../campaigns/activities/activity.ts';
import {
  type ActivityField,
  type ActivityKind,
  activityForms,
} from '../../../../../campaigns/activities/activity-kinds.ts';
import { deriveFigures } from '../../../../../campaigns/activities/counts.ts';
import { endNames } from '../../../../../campaigns/fields/field.ts';
import { parseField } from '../../../../../campaigns/fields/field-text.ts';
import type { Language } from '../../../../i18n/language.ts';
import { useConsole } from '../../ui/console-context.ts';
import { FieldControl } from '../../ui/feature/FieldControl.tsx';
import { useSay } from '../../ui/feature/use-feature.ts';
import { readFile, readText } from '../../ui/form-text.ts';
import type { ServiceError } from '../../ui/service.ts';
import type { Days } from '../../ui/use-days.ts';

interface DetailFieldsProps {
  kind: ActivityKind;
  fields: readonly ActivityField[];
  /** Details of the entry that is corrected; null for a new one. */
  details: ActivityDetails | null;
  days: Days;
  error: ServiceError | null;
  /** Details that a new entry takes over from the last one. */
  kept?: ActivityDetails | undefined;
}

/** The fields of a form, with the consent in a separate group, and the figures derived from what is typed. */
export function DetailFields({ kind, fields, details, days, error, kept = {} }: DetailFieldsProps) {
  const { words, language, format } = useConsole();
  const say = useSay();
  const [typed, setTyped] = useState<ActivityDetails>(details ?? kept);
  const control = (field: ActivityField) => {
    const { name, options } = field;
    const value = details === null ? kept[name] : (details[name] ?? null);
    const expected = findExpected(error, name, language);
    // A correction does not require a field that the entry never had.
    const isOptional = field.maybe === true || (details !== null && value === null);
    const label = isOptional
      ? ([`${field.label[0]} ${words.optional}`, `${field.label[1]} ${words.optional}`] as const)
      : field.label;
    // What was typed before there were choices.
    const isOld = typeof value === 'string' && options !== undefined && !(value in options);
    const choices = Object.entries(options ?? {}).map(([key, pair]) => [key, say(pair)] as const);
    return (
      <FieldControl
        key={name}
        name={name}
        field={{ ...field, label, ...(isOptional && { maybe: true, none: notSaid }) }}
        value={value}
        choices={isOld ? [[value, value], ...choices] : undefined}
        unchosen={words.choose}
        bounds={{ min: days.first, max: days.today }}
        error={expected === undefined ? undefined : words.entry.wrongValue(expected)}
      />
    );
  };
  const plain = fields.filter(({ group }) => group === undefined);
  const consent = fields.filter(({ group }) => group === 'consent');
  const derived = deriveFigures({ kind, details: typed }).filter(
    ({ name }) => typed[name] === undefined,
  );
  return (
    <div
      className="details"
      onInput={({ currentTarget }) => {
        const form = currentTarget.closest('form');
        if (form !== null) setTyped(readDetails(activityForms[kind].fields, new FormData(form)));
      }}
    >
      {plain.map((field) => (
        <Fragment key={field.name}>
          {control(field)}
          {derived
            .filter(({ below }) => below === field.name)
            .map(({ label, name, unit, value }) => (
              <p key={name} className="derived" aria-live="polite">
                {label[language]}:{' '}
                <strong>{unit === 'paise' ? format.rupees(value) : format.number(value)}</strong>
              </p>
            ))}
        </Fragment>
      ))}
      {consent.length > 0 && (
        <fieldset className="consent">
          <legend>{words.entry.consent}</legend>
          {(typed['consentNumber'] === undefined || typed['consentDay'] === undefined) && (
            <p className="detail warning">{words.entry.noConsent}</p>
          )}
          {consent.map(control)}
        </fieldset>
      )}
    </div>
  );
}

const notSaid = ['नहीं बताया', 'Not said'] as const;

/** Details as the service takes them; text that cannot be parsed is sent as typed, and the service refuses it. */
export function readDetails(fields: readonly ActivityField[], form: FormData): ActivityDetails {
  return Object.fromEntries(
    fields.flatMap((field): [string, number | string | string[]][] => {
      const { name, type } = field;
      if (type === 'attachment') return [];
      if (type === 'days') {
        const { from, to } = endNames(name);
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

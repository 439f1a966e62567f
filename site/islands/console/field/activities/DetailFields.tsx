import { Fragment, useState } from 'react';
import type { ActivityDetails } from '../../../../../campaigns/activities/activity.ts';
import type { ActivityField } from '../../../../../campaigns/activities/activity-field.ts';
import {
  type ActivityKind,
  activityForms,
} from '../../../../../campaigns/activities/activity-kinds.ts';
import { endLabels } from '../../../../../campaigns/activities/bulk-columns.ts';
import { deriveFigures } from '../../../../../campaigns/activities/counts.ts';
import { formatNumber, formatRupees } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import { DayField } from '../../ui/DayField.tsx';
import { FileField } from '../../ui/FileField.tsx';
import { photoTypes } from '../../ui/PhotoPicker.tsx';
import { Field, TextField } from '../../ui/parts.tsx';
import type { ServiceError } from '../../ui/service.ts';
import type { Days } from '../../ui/use-days.ts';
import { controlDays, controlText, endNames, findExpected, readDetails } from './entry-form.ts';

/** Types of files for a certificate or a cutting. */
export const paperTypes = `${photoTypes},application/pdf,.pdf`;

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
export function DetailFields({ kind, fields, details, days, error, kept }: DetailFieldsProps) {
  const { words, language } = useConsole();
  const [typed, setTyped] = useState<ActivityDetails>(details ?? kept ?? {});
  const lacked = new Set(
    details === null
      ? []
      : fields.filter(({ name }) => details[name] === undefined).map(({ name }) => name),
  );
  const control = (field: ActivityField) => (
    <DetailField
      key={field.name}
      // A correction does not require a field that the entry never had.
      field={lacked.has(field.name) ? { ...field, required: false } : field}
      days={days}
      error={error}
      details={details ?? (kept?.[field.name] === undefined ? null : kept)}
    />
  );
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
                <strong>
                  {unit === 'paise' ? formatRupees(value, language) : formatNumber(value, language)}
                </strong>
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

type DetailFieldProps = Pick<DetailFieldsProps, 'details' | 'days' | 'error'> & {
  field: ActivityField;
};

function DetailField({ field, details, days, error }: DetailFieldProps) {
  const { language, words } = useConsole();
  const { name, type, required, choices = [] } = field;
  const withOptional = (text: string) => (required ? text : `${text} ${words.optional}`);
  const label = withOptional(field.label[language]);
  const expected = findExpected(error, name, language);
  const wrong = expected === undefined ? undefined : words.entry.wrongValue(expected);
  const bounds = { min: days.first, max: days.today };
  if (type === 'attachment') {
    return <FileField label={label} hint={words.entry.paperHint} name={name} accept={paperTypes} />;
  }
  if (type === 'days') {
    const labels = endLabels(field);
    const names = endNames(field);
    const range = controlDays(field, details);
    return (
      <div className="ends">
        {(['from', 'to'] as const).map((end) => (
          <DayField
            key={end}
            label={withOptional(labels[end][language])}
            name={names[end]}
            given={range[end]}
            required={required}
            error={end === 'from' ? wrong : undefined}
            {...bounds}
          />
        ))}
      </div>
    );
  }
  const first = controlText(field, details);
  if (type === 'day') {
    return (
      <DayField
        label={label}
        name={name}
        given={first}
        required={required}
        error={wrong}
        {...bounds}
      />
    );
  }
  if (type === 'choice') {
    return (
      <Field label={label} error={wrong}>
        {(ids) => (
          <select {...ids} name={name} required={required} defaultValue={first}>
            <option value="" disabled={required}>
              {required ? words.choose : words.entry.notSaid}
            </option>
            {/* What was typed before there were choices. */}
            {first !== '' && choices.every(({ value }) => value !== first) && (
              <option value={first}>{first}</option>
            )}
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label[language]}
              </option>
            ))}
          </select>
        )}
      </Field>
    );
  }
  return (
    <TextField
      label={label}
      error={wrong}
      hint={field.hint?.[language] ?? (type === 'names' ? words.entry.namesHint : undefined)}
      name={name}
      defaultValue={first}
      type={type === 'link' ? 'url' : 'text'}
      inputMode={type === 'count' ? 'numeric' : type === 'money' ? 'decimal' : undefined}
      required={required}
    />
  );
}

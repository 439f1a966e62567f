import { legalWindow } from '../../../../../../campaigns/messages/legal-hours.ts';
import { formatDay, formatNumber, formatRupees } from '../../../../../i18n/format.ts';
import { useConsole } from '../../../ui/console-context.ts';
import { Field, TextField } from '../../../ui/parts.tsx';
import { formatHour } from '../hours.ts';
import { useBlastWords } from '../use-blast-words.ts';
import { findCategory } from './form-faults.ts';
import type { StepProps } from './step-props.ts';

/** When it begins, at which hours, how many go first, and where its cost ends. */
export function ScheduleStep({ form, change, faults, texts, today, draft }: StepProps) {
  const { language } = useConsole();
  const words = useBlastWords();
  const templates = texts.templates.map(({ template }) => template);
  const category = findCategory(form, templates);
  const legal = legalWindow(category, form.channel);
  const allDay = legal.toMinute - legal.fromMinute === 1440;
  const said = (field: string) => faults[field] && words.faults[faults[field]];
  return (
    <>
      <fieldset className="choices">
        <legend>{words.schedule.start}</legend>
        {(['now', 'later'] as const).map((start) => (
          <label key={start} className="choice">
            <input
              type="radio"
              name="start"
              checked={form.start === start}
              onChange={() => change({ start, day: form.day === '' ? today : form.day })}
            />
            <span>
              <strong>{words.schedule.starts[start]}</strong>
              <span className="detail">{words.schedule.startHints[start]}</span>
            </span>
          </label>
        ))}
        {form.start === 'later' && (
          <div className="pair">
            <TextField
              label={words.schedule.day}
              hint={form.day === '' ? undefined : formatDay(form.day, language)}
              error={said('day')}
              type="date"
              min={today}
              value={form.day}
              onChange={({ currentTarget }) => change({ day: currentTarget.value })}
            />
            <TextField
              label={words.schedule.time}
              hint={words.schedule.timeHint}
              type="time"
              value={form.time}
              onChange={({ currentTarget }) => change({ time: currentTarget.value })}
            />
          </div>
        )}
      </fieldset>
      <fieldset className="choices">
        <legend>{words.schedule.hours}</legend>
        <p className="detail">
          {allDay
            ? words.schedule.allDay(words.categories[category])
            : words.schedule.legal(
                form.channel === 'ivr' ? words.channels.ivr : words.categories[category],
                formatHour(legal.fromMinute),
                formatHour(legal.toMinute),
              )}
        </p>
        {said('hours') && <p className="wrong">{said('hours')}</p>}
        <div className="pair">
          <HourField
            label={words.schedule.from}
            minute={form.fromMinute}
            first={legal.fromMinute}
            last={legal.toMinute - halfHour}
            invalid={faults['hours'] !== undefined}
            onChange={(fromMinute) => change({ fromMinute })}
          />
          <HourField
            label={words.schedule.to}
            minute={form.toMinute}
            first={legal.fromMinute + halfHour}
            last={legal.toMinute}
            invalid={faults['hours'] !== undefined}
            onChange={(toMinute) => change({ toMinute })}
          />
        </div>
      </fieldset>
      <TextField
        label={words.schedule.canary}
        hint={
          draft === null || form.canarySize.trim() !== ''
            ? words.schedule.canaryHint
            : `${words.schedule.canaryHint} ${words.schedule.canaryFits(formatNumber(draft.blast.policy.canarySize, language))}`
        }
        error={said('canary')}
        inputMode="numeric"
        value={form.canarySize}
        maxLength={9}
        onChange={({ currentTarget }) => change({ canarySize: currentTarget.value })}
      />
      <TextField
        label={words.schedule.budget}
        hint={
          draft?.estimate == null
            ? words.schedule.budgetHint
            : `${words.schedule.budgetHint} ${words.schedule.estimate(formatRupees(draft.estimate.paise, language))}`
        }
        error={said('budget')}
        inputMode="decimal"
        value={form.budget}
        maxLength={16}
        onChange={({ currentTarget }) => change({ budget: currentTarget.value })}
      />
    </>
  );
}

interface HourFieldProps {
  label: string;
  minute: number;
  /** The earliest and the latest that the rules allow. */
  first: number;
  last: number;
  invalid: boolean;
  onChange: (minute: number) => void;
}

const halfHour = 30;
const halfHours = Array.from({ length: 49 }, (_, index) => index * halfHour);

function HourField({ label, minute, first, last, invalid, onChange }: HourFieldProps) {
  const legal = halfHours.filter((value) => value >= first && value <= last);
  const minutes = legal.includes(minute)
    ? legal
    : [...legal, minute].toSorted((left, right) => left - right);
  return (
    <Field label={label}>
      {(ids) => (
        <select
          {...ids}
          aria-invalid={invalid || undefined}
          value={minute}
          onChange={({ currentTarget }) => onChange(Number(currentTarget.value))}
        >
          {minutes.map((value) => (
            <option key={value} value={value}>
              {formatHour(value)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

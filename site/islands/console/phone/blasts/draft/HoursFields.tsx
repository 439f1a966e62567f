import { legalWindow } from '../../../../../../campaigns/messages/legal-hours.ts';
import { SelectField } from '../../../ui/parts.tsx';
import { formatHour } from '../hours.ts';
import { useBlastWords } from '../use-blast-words.ts';
import type { EditorProps } from './editor-props.ts';
import { findCategory } from './form-faults.ts';
import { useFaultWords } from './use-fault-words.ts';

/** From when until when it may send, within the hours that the rules allow. */
export function HoursFields({ form, change, faults, texts }: EditorProps) {
  const words = useBlastWords();
  const fault = useFaultWords(faults);
  const templates = texts.templates.map(({ template }) => template);
  const category = findCategory(form, templates);
  const legal = legalWindow(category, form.channel);
  const allDay = legal.toMinute - legal.fromMinute === 1440;
  return (
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
      {fault('hours') && <p className="wrong">{fault('hours')}</p>}
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
    <SelectField
      label={label}
      aria-invalid={invalid || undefined}
      value={String(minute)}
      options={minutes.map((value) => [String(value), formatHour(value)] as const)}
      onChoose={(value) => onChange(Number(value))}
    />
  );
}

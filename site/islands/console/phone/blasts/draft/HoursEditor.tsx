import { clockTime, legalWindow } from '../../../../../../campaigns/messages/legal-hours.ts';
import { useConsole } from '../../../ui/console-context.ts';
import { Radios, SelectField, TextField } from '../../../ui/parts.tsx';
import { blastWordsIn } from '../blast-words.ts';

import { DraftField } from './DraftField.tsx';
import { draftWordsIn } from './draft-words.ts';
import type { EditorProps } from './editor-props.ts';
import { findCategory } from './form-faults.ts';
import { RepeatFields } from './RepeatFields.tsx';
import { useFaultWords } from './use-draft.ts';

/** When it begins, at which hours, and how many go first. */
export function HoursEditor(props: EditorProps) {
  const { form, draft } = props;
  const { words, format } = useConsole(draftWordsIn);
  return (
    <>
      <StartFields {...props} />
      <RepeatFields {...props} />
      <HoursFields {...props} />
      <DraftField
        name="canarySize"
        {...props}
        more={
          draft === null || form.canarySize.trim() !== ''
            ? undefined
            : words.schedule.canaryFits(format.number(draft.blast.policy.canarySize))
        }
      />
    </>
  );
}

function StartFields(props: EditorProps) {
  const { form, change, faults, today } = props;
  const { words, format } = useConsole(draftWordsIn);
  const fault = useFaultWords(faults);
  return (
    <Radios
      legend={words.schedule.start}
      name="start"
      value={form.start}
      of={(['now', 'later'] as const).map((start) => [
        start,
        words.schedule.starts[start],
        words.schedule.startHints[start],
      ])}
      onChoose={(start) => change({ start, day: form.day === '' ? today : form.day })}
    >
      {form.start === 'later' && (
        <div className="pair">
          <TextField
            label={words.schedule.day}
            hint={form.day === '' ? undefined : format.day(form.day)}
            type="date"
            min={today}
            error={fault('day')}
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
    </Radios>
  );
}

/** From when until when it may send, within the hours that the rules allow. */
function HoursFields({ form, change, faults, texts }: EditorProps) {
  const { words } = useConsole(blastWordsIn);
  const draftWords = draftWordsIn(useConsole().language);
  const fault = useFaultWords(faults);
  const templates = texts.templates.map(({ template }) => template);
  const category = findCategory(form, templates);
  const legal = legalWindow(category, form.channel);
  const allDay = legal.toMinute - legal.fromMinute === 1440;
  return (
    <fieldset className="choices">
      <legend>{draftWords.schedule.hours}</legend>
      <p className="detail">
        {allDay
          ? draftWords.schedule.allDay(words.categories[category])
          : draftWords.schedule.legal(
              form.channel === 'ivr' ? words.channels.ivr : words.categories[category],
              clockTime(legal.fromMinute),
              clockTime(legal.toMinute),
            )}
      </p>
      {fault('hours') && <p className="wrong">{fault('hours')}</p>}
      <div className="pair">
        <HourField
          label={draftWords.schedule.from}
          minute={form.fromMinute}
          first={legal.fromMinute}
          last={legal.toMinute - halfHour}
          invalid={faults['hours'] !== undefined}
          onChange={(fromMinute) => change({ fromMinute })}
        />
        <HourField
          label={draftWords.schedule.to}
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
      options={minutes.map((value) => [String(value), clockTime(value)] as const)}
      onChoose={(value) => onChange(Number(value))}
    />
  );
}

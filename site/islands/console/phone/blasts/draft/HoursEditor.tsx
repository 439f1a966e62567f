import { formatDay, formatNumber } from '../../../../../i18n/format.ts';
import { useConsole } from '../../../ui/console-context.ts';
import { TextField } from '../../../ui/parts.tsx';
import { useBlastWords } from '../use-blast-words.ts';
import type { EditorProps } from './editor-props.ts';
import { HoursFields } from './HoursFields.tsx';
import { RepeatFields } from './RepeatFields.tsx';
import { useFaultWords } from './use-fault-words.ts';

/** When it begins, at which hours, and how many go first. */
export function HoursEditor(props: EditorProps) {
  const { form, change, faults, draft } = props;
  const { language } = useConsole();
  const words = useBlastWords();
  const fault = useFaultWords(faults);
  return (
    <>
      <StartFields {...props} />
      <RepeatFields {...props} />
      <HoursFields {...props} />
      <TextField
        label={words.schedule.canary}
        hint={
          draft === null || form.canarySize.trim() !== ''
            ? words.schedule.canaryHint
            : `${words.schedule.canaryHint} ${words.schedule.canaryFits(formatNumber(draft.blast.policy.canarySize, language))}`
        }
        error={fault('canary')}
        inputMode="numeric"
        value={form.canarySize}
        maxLength={9}
        onChange={({ currentTarget }) => change({ canarySize: currentTarget.value })}
      />
    </>
  );
}

function StartFields({ form, change, faults, today }: EditorProps) {
  const { language } = useConsole();
  const words = useBlastWords();
  const fault = useFaultWords(faults);
  return (
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
            error={fault('day')}
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
  );
}

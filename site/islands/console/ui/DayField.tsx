import { useState } from 'react';
import { formatDay } from '../../../i18n/format.ts';
import { useConsole } from './console-context.ts';
import { Field } from './parts.tsx';

interface DayFieldProps {
  label: string;
  name: string;
  given: string;
  min?: string;
  max: string;
  error?: string | undefined;
  required?: boolean;
}

/** A day; in words as well, since the browser's field may put the month first. */
export function DayField({ label, name, given, min, max, error, required = true }: DayFieldProps) {
  const { language } = useConsole();
  const [day, setDay] = useState(given);
  return (
    <Field label={label} hint={day === '' ? undefined : formatDay(day, language)} error={error}>
      {(ids) => (
        <input
          {...ids}
          type="date"
          name={name}
          value={day}
          min={min}
          max={max}
          required={required}
          onChange={({ currentTarget }) => setDay(currentTarget.value)}
        />
      )}
    </Field>
  );
}

import { useState } from 'react';
import type { z } from 'zod';
import {
  monthsOfPeriod,
  type Period,
  periods,
} from '../../../../../campaigns/directions/periods.ts';
import type { rhythmSchema } from '../../../../../campaigns/directions/rhythm.ts';
import { periodWords, weekdays } from '../../../../../campaigns/words/direction-words.ts';
import { registerWordsIn } from '../../../../i18n/register-words.ts';
import { useConsole } from '../../ui/console-context.ts';
import { DayField } from '../../ui/DayField.tsx';
import { Check } from '../../ui/lines.tsx';
import { SelectField, TextField } from '../../ui/parts.tsx';
import { directionWordsIn } from './direction-words.ts';
import { useRegister } from './register-context.ts';

const kinds = ['none', 'by-day', 'within', 'every', 'on', 'standing'] as const;
type Kind = (typeof kinds)[number];
export type WrittenRhythm = z.input<typeof rhythmSchema>;

/** When something is owed; the form reads it with `readRhythm`. */
export function RhythmFields() {
  const { language, words } = useConsole(registerWordsIn);
  const { catalogue } = useRegister();
  const [kind, setKind] = useState<Kind>('none');
  return (
    <>
      <SelectField
        label={directionWordsIn(language).pointWhen}
        name="rhythm"
        value={kind}
        options={kinds.map((name) => [name, words.rhythms[name]] as const)}
        onChoose={setKind}
      />
      {kind === 'by-day' && (
        <DayField label={words.rhythms['by-day']} name="by" given="" max="2099-12-31" />
      )}
      {kind === 'every' && <EveryFields />}
      {kind === 'on' && (
        <SelectField
          label={words.event}
          name="event"
          options={catalogue.events.map(({ id, name }) => [id, name[language]] as const)}
        />
      )}
      {(kind === 'within' || kind === 'on') && (
        <TextField
          label={words.withinDays}
          name="days"
          inputMode="numeric"
          min={1}
          max={3650}
          required={kind === 'within'}
        />
      )}
    </>
  );
}

function EveryFields() {
  const { language, words } = useConsole(registerWordsIn);
  const [period, setPeriod] = useState<Period>('month');
  const months = monthsOfPeriod[period];
  return (
    <>
      <SelectField
        label={words.period}
        name="period"
        value={period}
        options={periods.map((name) => [name, periodWords[name][language]] as const)}
        onChoose={setPeriod}
      />
      {period === 'week' && (
        <SelectField
          label={words.weekday}
          name="day"
          options={weekdays.map((name, index) => [String(index + 1), name[language]] as const)}
        />
      )}
      {months !== null && period !== 'fortnight' && (
        <TextField
          label={words.monthDay}
          hint={words.monthDayHint}
          name="day"
          inputMode="numeric"
          min={1}
          max={31}
          required
        />
      )}
      {months !== null && months > 1 && (
        <TextField
          label={words.firstMonth}
          name="month"
          inputMode="numeric"
          min={1}
          max={12}
          defaultValue={1}
          required
        />
      )}
      {period === 'month' && <Check name="monthBefore">{words.monthBefore}</Check>}
    </>
  );
}

/** Reads the rhythm from the fields of a form. */
export function readRhythm(form: FormData): WrittenRhythm {
  const number = (name: string) => Number(form.get(name) ?? 1);
  switch (form.get('rhythm') as Kind) {
    case 'by-day':
      return { kind: 'once', by: String(form.get('by')) };
    case 'within':
      return { kind: 'once', within: { days: number('days') } };
    case 'every': {
      const day = number('day');
      const month = number('month');
      const before = form.has('monthBefore')
        ? ({ reports: 'month-before', openDays: day - 1 } as const)
        : {};
      return { kind: 'every', period: form.get('period') as Period, day, month, ...before };
    }
    case 'on': {
      const days = String(form.get('days') ?? '');
      return {
        kind: 'on',
        event: String(form.get('event')),
        withinDays: days === '' ? null : Number(days),
      };
    }
    case 'standing':
      return { kind: 'standing' };
    default:
      return { kind: 'none' };
  }
}

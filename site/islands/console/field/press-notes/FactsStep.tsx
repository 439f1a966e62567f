import type { Bilingual } from '../../../../../campaigns/bilingual.ts';
import { formatMonth } from '../../../../../campaigns/numbers.ts';
import type { PressForm } from '../../../../../messaging/field/press-notes/press-notes-schemas.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Fold } from '../../ui/lines.tsx';
import { Button, Radios, SelectField, TextField } from '../../ui/parts.tsx';
import { listMonths } from '../../ui/use-days.ts';
import { emptyRow, type FormRow, type NoteFaults, type NoteFormState } from './note-form.ts';
import { pressWordsIn } from './press-words.ts';

/** The facts, chosen from lists; only numbers are typed. */
export function FactsStep(props: FactsProps) {
  const { form } = props;
  if (form.kind === 'appeal') return <AppealFacts {...props} />;
  return (
    <>
      {form.kind === 'counts' ? <CountFacts {...props} /> : <StoryFacts {...props} />}
      <Categories lists={props.lists} />
    </>
  );
}

function CountFacts(props: FactsProps) {
  const { form, change, lists } = props;
  const { language, words } = useConsole(pressWordsIn);
  return (
    <>
      <SelectField
        label={words.month}
        value={form.month}
        options={listMonths(lists.months.first, lists.months.last).map(
          (month) => [month, formatMonth(month, language)] as const,
        )}
        onChoose={(month) => change({ month })}
      />
      <p className="detail">{words.smallCounts(lists.pressNotes.leastStationCount)}</p>
      <CountRows {...props} />
    </>
  );
}

function StoryFacts({ form, change, faults, lists }: FactsProps) {
  const { language, words } = useConsole(pressWordsIn);
  const { categories, results } = lists.pressNotes;
  const possible = categories.find(({ id }) => id === form.category)?.results ?? [];
  const wrong = (field: 'station' | 'category' | 'day' | 'days' | 'result') =>
    faults[field] === undefined ? undefined : words.faults[field];
  return (
    <>
      <SelectField
        label={words.station}
        error={wrong('station')}
        value={form.station}
        options={[
          ['', words.chooseStation],
          ...lists.stations.map(({ id, name }) => [id, name[language]] as const),
        ]}
        onChoose={(station) => change({ station })}
      />
      <SelectField
        label={words.category}
        error={wrong('category')}
        value={form.category}
        options={[
          ['', words.chooseCategory],
          ...categories.map(({ id, name }) => [id, name[language]] as const),
        ]}
        // A result belongs to its category.
        onChoose={(category) => change({ category, result: '' })}
      />
      <TextField
        label={words.registeredOn}
        hint={words.registeredHint}
        error={wrong('day')}
        type="date"
        min={lists.days.first}
        max={lists.days.last}
        value={form.day}
        onChange={({ currentTarget }) => change({ day: currentTarget.value })}
      />
      <TextField
        label={words.days}
        hint={words.daysHint}
        error={wrong('days')}
        inputMode="numeric"
        value={form.days}
        onChange={({ currentTarget }) => change({ days: currentTarget.value })}
      />
      <SelectField
        label={words.result}
        error={wrong('result')}
        value={form.result}
        disabled={form.category === ''}
        options={[
          ['', words.chooseResult],
          ...results
            .filter(({ id }) => possible.includes(id))
            .map(({ id, name }) => [id, name[language]] as const),
        ]}
        onChoose={(result) => change({ result })}
      />
    </>
  );
}

function AppealFacts({ form, change, faults, lists }: FactsProps) {
  const { language, words } = useConsole(pressWordsIn);
  return (
    <>
      <Radios
        legend={words.appeal}
        name="appeal"
        fault={faults['appeal'] && words.faults.appeal}
        value={form.appeal}
        of={lists.pressNotes.appeals.map(({ id, name, title }) => [
          id,
          name[language],
          title[language],
        ])}
        onChoose={(appeal) => change({ appeal })}
      />
      <SelectField
        label={words.service}
        value={form.service}
        options={[
          ['', words.noService],
          ...lists.services.map(({ id, name }) => [id, name[language]] as const),
        ]}
        onChoose={(service) => change({ service })}
      />
    </>
  );
}

/** Says what cannot be chosen and why, and whether the owner has confirmed the list. */
function Categories({ lists: { pressNotes } }: { lists: PressForm }) {
  const { language, words } = useConsole(pressWordsIn);
  return (
    <>
      {!pressNotes.confirmed && <p className="detail">{words.unconfirmed}</p>}
      <Fold title={words.excluded}>
        <ul className="press-excluded">
          {pressNotes.excluded.map(({ name, reason }) => (
            <li key={name.en}>
              <strong>{name[language]}</strong>: {reason[language]}
            </li>
          ))}
        </ul>
      </Fold>
    </>
  );
}

/** Rows of station, category and number; a new one keeps the category of the last. */
function CountRows({ form, change, faults, lists }: FactsProps) {
  const { words } = useConsole(pressWordsIn);
  const set = (key: number, part: Partial<FormRow>) =>
    change({ rows: form.rows.map((row) => (row.key === key ? { ...row, ...part } : row)) });
  const add = () => {
    const last = form.rows.at(-1);
    const row = { ...emptyRow((last?.key ?? -1) + 1), category: last?.category ?? '' };
    change({ rows: [...form.rows, row] });
  };
  return (
    <div className="press-rows">
      {faults['rows'] !== undefined && <p className="wrong">{words.faults.rows}</p>}
      {form.rows.map((row, index) => {
        const fault = faults[`row-${row.key}`];
        const isWrong = fault !== undefined || (index === 0 && faults['rows'] !== undefined);
        return (
          <fieldset key={row.key} className="press-row">
            <legend className="sr-only">{words.rowName(index + 1)}</legend>
            {fault !== undefined && <p className="wrong">{words.faults[fault]}</p>}
            <RowSelect
              label={`${words.station}, ${words.rowName(index + 1)}`}
              invalid={isWrong}
              value={row.station}
              unchosen={words.chooseStation}
              of={lists.stations}
              onChoose={(station) => set(row.key, { station })}
            />
            <RowSelect
              label={`${words.category}, ${words.rowName(index + 1)}`}
              invalid={isWrong}
              value={row.category}
              unchosen={words.chooseCategory}
              of={lists.pressNotes.categories}
              onChoose={(category) => set(row.key, { category })}
            />
            <input
              aria-label={`${words.count}, ${words.rowName(index + 1)}`}
              aria-invalid={isWrong || undefined}
              placeholder={words.count}
              inputMode="numeric"
              value={row.count}
              onChange={({ currentTarget }) => set(row.key, { count: currentTarget.value })}
            />
            <Button
              disabled={form.rows.length === 1}
              aria-label={words.removeRow(index + 1)}
              onClick={() => change({ rows: form.rows.filter(({ key }) => key !== row.key) })}
            >
              ✕
            </Button>
          </fieldset>
        );
      })}
      <Button onClick={add}>+ {words.addRow}</Button>
    </div>
  );
}

interface RowSelectProps {
  label: string;
  invalid: boolean;
  value: string;
  unchosen: string;
  of: readonly { id: string; name: Bilingual }[];
  onChoose: (id: string) => void;
}

function RowSelect({ label, invalid, value, unchosen, of, onChoose }: RowSelectProps) {
  const { language } = useConsole();
  return (
    <select
      aria-label={label}
      aria-invalid={invalid || undefined}
      value={value}
      onChange={({ currentTarget }) => onChoose(currentTarget.value)}
    >
      <option value="">{unchosen}</option>
      {of.map(({ id, name }) => (
        <option key={id} value={id}>
          {name[language]}
        </option>
      ))}
    </select>
  );
}

interface FactsProps {
  form: NoteFormState;
  change: (part: Partial<NoteFormState>) => void;
  faults: NoteFaults;
  lists: PressForm;
}

import { useConsole } from '../../ui/console-context.ts';
import type { FactsProps } from './facts-props.ts';
import { emptyRow, type FormRow } from './note-form.ts';
import { usePressWords } from './use-press-words.ts';

/** Rows of station, category and number; a new one keeps the category of the last. */
export function CountRows({ form, change, faults, lists }: FactsProps) {
  const { language } = useConsole();
  const words = usePressWords();
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
        const invalid = isWrong || undefined;
        return (
          <fieldset key={row.key} className="press-row">
            <legend className="sr-only">{words.rowName(index + 1)}</legend>
            {fault !== undefined && <p className="wrong">{words.faults[fault]}</p>}
            <select
              aria-label={`${words.station}, ${words.rowName(index + 1)}`}
              aria-invalid={invalid}
              value={row.station}
              onChange={({ currentTarget }) => set(row.key, { station: currentTarget.value })}
            >
              <option value="">{words.chooseStation}</option>
              {lists.stations.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name[language]}
                </option>
              ))}
            </select>
            <select
              aria-label={`${words.category}, ${words.rowName(index + 1)}`}
              aria-invalid={invalid}
              value={row.category}
              onChange={({ currentTarget }) => set(row.key, { category: currentTarget.value })}
            >
              <option value="">{words.chooseCategory}</option>
              {lists.pressNotes.categories.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name[language]}
                </option>
              ))}
            </select>
            <input
              aria-label={`${words.count}, ${words.rowName(index + 1)}`}
              aria-invalid={invalid}
              placeholder={words.count}
              inputMode="numeric"
              value={row.count}
              onChange={({ currentTarget }) => set(row.key, { count: currentTarget.value })}
            />
            <button
              type="button"
              className="button quiet"
              disabled={form.rows.length === 1}
              aria-label={words.removeRow(index + 1)}
              onClick={() => change({ rows: form.rows.filter(({ key }) => key !== row.key) })}
            >
              ✕
            </button>
          </fieldset>
        );
      })}
      <button type="button" className="button quiet" onClick={add}>
        + {words.addRow}
      </button>
    </div>
  );
}

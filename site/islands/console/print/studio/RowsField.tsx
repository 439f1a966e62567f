import { useState } from 'react';
import { findKey, valueAt, withValue } from '../../../../../campaigns/studio/path.ts';
import type { StudioField } from '../../../../../campaigns/studio/studio-fields.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import { ColumnInput } from './FieldInput.tsx';
import type { OpenDraft } from './use-draft.ts';
import { useStudioWords } from './use-studio-words.ts';

/** A table whose rows can be written, added, taken out and moved. */
export function RowsField({
  field,
  open,
}: {
  field: Extract<StudioField, { kind: 'rows' }>;
  open: OpenDraft;
}) {
  const { language } = useConsole();
  const words = useStudioWords();
  const rows = (valueAt(open.content, field.path) ?? []) as unknown[];
  const before = (valueAt(open.draft.published, field.path) ?? []) as unknown[];
  const known = new Set(before.map(findKey));
  const [opened, setOpened] = useState<number | null>(null);
  const put = (next: readonly unknown[]) => open.set(field.path, next);
  const isLong = field.columns.length > 4;
  return (
    <fieldset className="studio-rows">
      <legend>{field.label[language]}</legend>
      {rows.map((row, place) => {
        const key = findKey(row) ?? String(place);
        const { name } = (row ?? {}) as { name?: { hi: string; en: string } };
        const rowName = name?.[language] || findKey(row) || formatNumber(place + 1, language);
        const columns = field.columns.filter(
          ({ key: own }) =>
            !own.includes('.') || valueAt(row, [own.split('.')[0] ?? '']) !== undefined,
        );
        const inherits = columns.length < field.columns.length;
        const body = (
          <>
            <div className="studio-cells">
              {columns.map((column) => (
                <ColumnInput
                  key={column.key}
                  column={column}
                  row={row}
                  rowName={rowName}
                  path={[...field.path, key]}
                  faults={open.draft.faults}
                  isNew={!known.has(findKey(row))}
                  onChange={(steps, value) => put(rows.with(place, withValue(row, steps, value)))}
                />
              ))}
            </div>
            {inherits && (
              <p className="detail">
                {words.sharedMeasure}{' '}
                <button
                  type="button"
                  className="link"
                  onClick={() =>
                    put(
                      rows.with(place, {
                        ...(row as object),
                        measure: valueAt(rows[0], ['measure']),
                      }),
                    )
                  }
                >
                  {words.ownMeasure}
                </button>
              </p>
            )}
            {field.most > 0 && (
              <p className="row studio-tools">
                <Tool
                  text={words.up}
                  of={rowName}
                  disabled={place === 0}
                  onPress={() => put(moved(rows, place, place - 1))}
                />
                <Tool
                  text={words.down}
                  of={rowName}
                  disabled={place === rows.length - 1}
                  onPress={() => put(moved(rows, place, place + 1))}
                />
                <Tool
                  text={words.remove}
                  of={rowName}
                  disabled={rows.length <= field.fewest}
                  onPress={() => put(rows.toSpliced(place, 1))}
                />
              </p>
            )}
          </>
        );
        const id = `${field.path.join('-')}-${place}`;
        return isLong ? (
          <details
            key={id}
            className="studio-row"
            open={opened === place}
            onToggle={({ currentTarget }) => {
              if (currentTarget.open) setOpened(place);
              else if (opened === place) setOpened(null);
            }}
          >
            <summary>{rowName}</summary>
            {opened === place && body}
          </details>
        ) : (
          <div key={id} className="studio-row">
            {body}
          </div>
        );
      })}
      {rows.length < field.most && (
        <button
          type="button"
          className="button quiet"
          onClick={() => {
            put([...rows, structuredClone(field.blank)]);
            setOpened(rows.length);
          }}
        >
          {words.add}
        </button>
      )}
    </fieldset>
  );
}

export function Tool(props: { text: string; of: string; disabled: boolean; onPress: () => void }) {
  const { text, of, disabled, onPress } = props;
  return (
    <button type="button" className="link" disabled={disabled} onClick={onPress}>
      {text}
      <span className="sr-only">: {of}</span>
    </button>
  );
}

export function moved<Row>(rows: readonly Row[], from: number, to: number): Row[] {
  const row = rows[from] as Row;
  return rows.toSpliced(from, 1).toSpliced(to, 0, row);
}

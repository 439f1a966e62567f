import { type ReactNode, useState } from 'react';
import { findKey, valueAt, withValue } from '../../../../../campaigns/studio/path.ts';
import type { StudioField } from '../../../../../campaigns/studio/studio-fields.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Button } from '../../ui/parts.tsx';
import { ColumnInput } from './FieldInput.tsx';
import { studioWordsIn } from './studio-words.ts';

import type { OpenDraft } from './use-draft.ts';

interface RowsFieldProps {
  field: Extract<StudioField, { kind: 'rows' }>;
  open: OpenDraft;
}

/** A table whose rows can be written, added, taken out and moved. */
export function RowsField({ field, open }: RowsFieldProps) {
  const { language, words, format } = useConsole(studioWordsIn);
  const rows = (valueAt(open.content, field.path) ?? []) as unknown[];
  const [opened, setOpened] = useState<number | null>(null);
  const put = (next: readonly unknown[]) => open.set(field.path, next);
  const isLong = field.columns.length > 4;
  return (
    <fieldset className="studio-rows">
      <legend>{field.label[language]}</legend>
      {rows.map((row, place) => {
        const { name } = (row ?? {}) as { name?: { hi: string; en: string } };
        const rowName = name?.[language] || findKey(row) || format.number(place + 1);
        const body = () => (
          <RowBody field={field} open={open} rows={rows} place={place} name={rowName} put={put} />
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
            {opened === place && body()}
          </details>
        ) : (
          <div key={id} className="studio-row">
            {body()}
          </div>
        );
      })}
      {rows.length < field.most && (
        <Button
          onClick={() => {
            put([...rows, structuredClone(field.blank)]);
            setOpened(rows.length);
          }}
        >
          {words.add}
        </Button>
      )}
    </fieldset>
  );
}

interface RowBodyProps extends RowsFieldProps {
  rows: readonly unknown[];
  place: number;
  name: string;
  put: (rows: readonly unknown[]) => void;
}

function RowBody({ field, open, rows, place, name, put }: RowBodyProps) {
  const { words } = useConsole(studioWordsIn);
  const row = rows[place];
  const key = findKey(row);
  const published = (valueAt(open.draft.published, field.path) ?? []) as unknown[];
  const isNew = !published.some((each) => findKey(each) === key);
  const set = (steps: readonly string[], value: unknown) =>
    put(rows.with(place, withValue(row, steps, value)));
  const columns = field.columns.filter(({ key: column }) => {
    const [group = ''] = column.split('.');
    return group === column || valueAt(row, [group]) !== undefined;
  });
  return (
    <>
      <div className="studio-cells">
        {columns.map((column) => (
          <ColumnInput
            key={column.key}
            column={column}
            row={row}
            rowName={name}
            path={[...field.path, key ?? String(place)]}
            faults={open.draft.faults}
            isNew={isNew}
            onChange={set}
          />
        ))}
      </div>
      {columns.length < field.columns.length && (
        <p className="detail">
          {words.sharedMeasure}{' '}
          <Button look="link" onClick={() => set(['measure'], valueAt(rows[0], ['measure']))}>
            {words.ownMeasure}
          </Button>
        </p>
      )}
      {field.most > 0 && (
        <RowTools rows={rows} place={place} name={name} onChange={put}>
          <Tool
            text={words.remove}
            of={name}
            disabled={rows.length <= field.fewest}
            onPress={() => put(rows.toSpliced(place, 1))}
          />
        </RowTools>
      )}
    </>
  );
}

interface RowToolsProps<Row> {
  rows: readonly Row[];
  place: number;
  /** The row's name, for screen readers. */
  name: string;
  onChange: (rows: readonly Row[]) => void;
  /** Tools that only this table has. */
  children: ReactNode;
}

/** Moves a row of a table up and down. */
export function RowTools<Row>({ rows, place, name, onChange, children }: RowToolsProps<Row>) {
  const { words } = useConsole(studioWordsIn);
  const move = (to: number) =>
    onChange(rows.toSpliced(place, 1).toSpliced(to, 0, rows[place] as Row));
  return (
    <p className="row studio-tools">
      <Tool text={words.up} of={name} disabled={place === 0} onPress={() => move(place - 1)} />
      <Tool
        text={words.down}
        of={name}
        disabled={place === rows.length - 1}
        onPress={() => move(place + 1)}
      />
      {children}
    </p>
  );
}

function Tool(props: { text: string; of: string; disabled: boolean; onPress: () => void }) {
  const { text, of, disabled, onPress } = props;
  return (
    <Button look="link" disabled={disabled} onClick={onPress}>
      {text}
      <span className="sr-only">: {of}</span>
    </Button>
  );
}

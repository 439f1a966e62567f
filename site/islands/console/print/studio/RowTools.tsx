import type { ReactNode } from 'react';
import { useStudioWords } from './use-studio-words.ts';

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
  const words = useStudioWords();
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

export function Tool(props: { text: string; of: string; disabled: boolean; onPress: () => void }) {
  const { text, of, disabled, onPress } = props;
  return (
    <button type="button" className="link" disabled={disabled} onClick={onPress}>
      {text}
      <span className="sr-only">: {of}</span>
    </button>
  );
}

import type { ComponentProps, ReactNode } from 'react';
import { Strong } from './lines.tsx';
import { Button, Outcome, RowFaults } from './parts.tsx';

interface CheckedRowsProps {
  /** How many rows are good. */
  good: number;
  title: string;
  faults: ComponentProps<typeof RowFaults>['faults'];
  /** Said above the rows that are left out. */
  left: string;
  /** The good rows, where they are shown. */
  children?: ReactNode;
  /** Words of the button that takes them. */
  button: string;
  /** Null where there is nothing more to take. */
  onTake: (() => void) | null;
  busy?: boolean;
}

/** Rows of a list that was handed in, before any of them counts. */
export function CheckedRows(props: CheckedRowsProps) {
  const { good, title, faults, left, children, button, onTake, busy } = props;
  return (
    <Outcome tone={good === 0 ? 'bad' : faults.length > 0 ? 'plain' : 'good'}>
      <Strong>{title}</Strong>
      {faults.length > 0 && (
        <>
          <p>{left}</p>
          <RowFaults faults={faults} />
        </>
      )}
      {children}
      {good > 0 && onTake !== null && (
        <Button look="button" disabled={busy} onClick={onTake}>
          {button}
        </Button>
      )}
    </Outcome>
  );
}

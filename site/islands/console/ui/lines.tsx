import { type ComponentProps, Fragment, type ReactNode } from 'react';
import { Outcome } from './parts.tsx';

interface Held {
  children: ReactNode;
}

/** A line in bold. */
export function Strong({ children }: Held) {
  return (
    <p>
      <strong>{children}</strong>
    </p>
  );
}

/** A quiet line, or its parts with dots between; a part that is empty, null or false is left out. */
export function Detail({ of, children }: { of?: readonly ReactNode[]; children?: ReactNode }) {
  const parts = of?.filter((part) => part != null && part !== '' && part !== false) ?? [];
  return (
    <p className="detail">
      {children}
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one line have no other name
        <Fragment key={at}>
          {at > 0 && ' · '}
          {part}
        </Fragment>
      ))}
    </p>
  );
}

/** Good news in a line. */
export function Good({ children }: Held) {
  return (
    <Outcome tone="good">
      <p>{children}</p>
    </Outcome>
  );
}

/** A part that opens behind its title. */
export function Fold({
  title,
  children,
  ...details
}: Omit<ComponentProps<'details'>, 'title'> & { title: ReactNode }) {
  return (
    <details {...details}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

interface CheckProps extends Omit<ComponentProps<'input'>, 'onChange'> {
  onCheck?: (checked: boolean) => void;
}

/** A tick with its words. */
export function Check({ children, onCheck, ...input }: CheckProps) {
  return (
    <label className="check">
      <input
        type="checkbox"
        {...input}
        onChange={({ currentTarget }) => onCheck?.(currentTarget.checked)}
      />{' '}
      {children}
    </label>
  );
}

/** Sends the form around it. */
export function Submit({
  busy,
  quiet = false,
  children,
}: Held & { busy: boolean; quiet?: boolean }) {
  return (
    <button type="submit" className={quiet ? 'button quiet' : 'button'} disabled={busy}>
      {children}
    </button>
  );
}

/** The way back to the list that a page belongs to. */
export function BackLink({ to, className, children }: Held & { to: string; className?: string }) {
  return (
    <p className={className}>
      <a href={to}>← {children}</a>
    </p>
  );
}

import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useConsole } from './console-context.ts';
import { useFault } from './field-faults.ts';
import type { ServiceError } from './service.ts';
import type { Loaded } from './use-service.ts';

/** Why something was not done, in the officer's language; read out at once. */
export function ErrorNotice({ error }: { error: ServiceError | null }) {
  const { language, words } = useConsole();
  return (
    <div role="alert">
      {error !== null && <p className="notice bad">{describeError(error, language, words)}</p>}
    </div>
  );
}

export function describeError(
  error: ServiceError,
  language: 'hi' | 'en',
  words: { offline: string; failed: string; waitMinutes: (minutes: number) => string },
): string {
  if (error.code === 'offline') return words.offline;
  const text = error.texts?.[language] ?? words.failed;
  const { retryAfterSeconds: seconds } = error;
  return seconds === undefined ? text : `${text} ${words.waitMinutes(Math.ceil(seconds / 60))}`;
}

/** Shows what was read once it is there, or why it could not be read. */
export function Await<T>({
  state,
  retry,
  children,
}: {
  state: Loaded<T>;
  retry: () => void;
  children: (value: T) => ReactNode;
}) {
  const { words } = useConsole();
  if (state.kind === 'loading') return <p role="status">{words.loading}</p>;
  if (state.kind === 'loaded') return children(state.value);
  return (
    <>
      <ErrorNotice error={state.error} />
      <Button onClick={retry}>{words.retry}</Button>
    </>
  );
}

/** A button that sends no form: quiet, or with another look. */
export function Button({
  look = 'button quiet',
  ...button
}: React.ComponentProps<'button'> & { look?: string | undefined }) {
  return <button type="button" className={look} {...button} />;
}

interface FieldProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  children: (ids: {
    id: string;
    'aria-describedby': string | undefined;
    'aria-invalid': boolean | undefined;
  }) => ReactNode;
}

/** A control with its label, a hint and a fault: its own, or what the form around it finds. */
export function Field({ label, hint, error: given, children }: FieldProps) {
  const id = useId();
  const found = useFault(id);
  const error = given ?? found;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="detail" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="wrong" id={`${id}-error`}>
          {error}
        </p>
      )}
      {children({
        id,
        'aria-describedby': described === '' ? undefined : described,
        'aria-invalid': error === undefined ? undefined : true,
      })}
    </div>
  );
}

/** A field of one line. */
export function TextField({
  label,
  hint,
  error,
  ...input
}: Pick<FieldProps, 'label' | 'hint' | 'error'> & React.ComponentProps<'input'>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => <input {...ids} {...input} />}
    </Field>
  );
}

/** A choice of one, by value and text. */
export function SelectField<Value extends string>({
  label,
  hint,
  error,
  options,
  unchosen,
  onChoose,
  ...select
}: Pick<FieldProps, 'label' | 'hint' | 'error'> &
  Omit<React.ComponentProps<'select'>, 'children' | 'onChange'> & {
    options: readonly (readonly [value: Value, text: string])[];
    /** Shown until something is chosen, and is no choice itself. */
    unchosen?: string;
    onChoose?: (value: Value) => void;
  }) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => (
        <select
          {...ids}
          {...select}
          onChange={({ currentTarget }) => onChoose?.(currentTarget.value as Value)}
        >
          {unchosen !== undefined && (
            <option value="" disabled>
              {unchosen}
            </option>
          )}
          {options.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Options of a choice, in the order of their names. */
export function toOptions<Value extends string>(names: Readonly<Record<Value, string>>) {
  return Object.entries(names) as [Value, string][];
}

/** Progress of an upload. */
export function UploadBar({ share }: { share: number | null }) {
  const { words } = useConsole();
  if (share === null) return null;
  const text = share < 1 ? words.sending(Math.round(share * 100)) : words.checking;
  return (
    <div className="upload">
      <progress max={1} value={share} aria-label={text} />
      <p role="status" className="detail">
        {text}
      </p>
    </div>
  );
}

/** The outcome, good or bad; takes the focus, so that it is seen and read out. */
export function Outcome({
  tone,
  children,
}: {
  tone: 'good' | 'plain' | 'bad';
  children: ReactNode;
}) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1} className={`notice ${tone}`} role="status">
      {children}
    </div>
  );
}

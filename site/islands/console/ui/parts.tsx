import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { faultSentence } from '../../../../campaigns/activities/expected.ts';
import type { Bilingual } from '../../../../campaigns/bilingual.ts';
import type { RowFault } from '../../../../campaigns/tables/row-fault.ts';
import { useConsole } from './console-context.ts';
import { useFault } from './field-faults.ts';
import type { ServiceError } from './service.ts';
import { type Loaded, ReloadContext } from './use-service.ts';

/** Why something was not done, in the officer's language; read out at once. */
export function ErrorNotice({ error }: { error: ServiceError | null }) {
  const { language, words } = useConsole();
  const problems = readProblems(error);
  return (
    <div role="alert">
      {problems !== null ? (
        <List of={problems} className="notice bad" keyOf={({ en }) => en}>
          {(problem) => problem[language]}
        </List>
      ) : (
        error !== null && <p className="notice bad">{describeError(error, language, words)}</p>
      )}
    </div>
  );
}

/** All that is wrong, where a refusal says it point by point; null for any other. */
export function readProblems(error: ServiceError | null): Bilingual[] | null {
  const problems = error?.body['problems'];
  return Array.isArray(problems) ? (problems as Bilingual[]) : null;
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
  if (state.kind === 'loaded')
    return <ReloadContext value={retry}>{children(state.value)}</ReloadContext>;
  return (
    <>
      <ErrorNotice error={state.error} />
      <Button onClick={retry}>{words.retry}</Button>
    </>
  );
}

/** A part of a page below its heading. */
export function Section({
  id,
  title,
  level: Heading = 'h2',
  children,
  ...section
}: Omit<React.ComponentProps<'section'>, 'title'> & {
  id: string;
  title: ReactNode;
  level?: 'h2' | 'h3';
}) {
  return (
    <section {...section} aria-labelledby={id}>
      <Heading id={id}>{title}</Heading>
      {children}
    </section>
  );
}

interface ListProps<Row> extends Omit<React.ComponentProps<'ul'>, 'children'> {
  of: readonly Row[];
  as?: 'ul' | 'ol';
  /** Key of a row, where that is not its id. */
  keyOf?: (row: Row) => string | number | null;
  /** Said where there is no row; without it the list is there and empty. */
  none?: ReactNode;
  children: (row: Row) => ReactNode;
}

/** Rows below each other, or words where there is none. */
export function List<Row>({
  of,
  as: Rows = 'ul',
  keyOf = readId,
  none,
  className = '',
  children,
  ...list
}: ListProps<Row>) {
  if (of.length === 0 && none !== undefined) return <p role="status">{none}</p>;
  return (
    <Rows {...(list as object)} className={`plain ${className}`.trim()}>
      {of.map((row) => (
        <li key={keyOf(row)}>{children(row)}</li>
      ))}
    </Rows>
  );
}

const readId = (row: unknown) => (row as { id: string | number }).id;

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

/** A field of several lines. */
export function TextArea({
  label,
  hint,
  error,
  ...area
}: Pick<FieldProps, 'label' | 'hint' | 'error'> & React.ComponentProps<'textarea'>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => <textarea {...ids} {...area} />}
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

interface ChoiceProps extends Omit<React.ComponentProps<'input'>, 'title'> {
  /** In bold above its explanation. */
  title?: ReactNode;
  hint?: ReactNode;
}

/** A tick, or one of several choices by their name, with what it means. */
export function Choice({ title, hint, children, ...input }: ChoiceProps) {
  return (
    <label className="choice">
      <input type="checkbox" {...input} />
      <span>
        {title && <strong>{title}</strong>}
        {hint && <span className="detail">{hint}</span>}
        {children}
      </span>
    </label>
  );
}

interface RadiosProps<Value extends string | number> extends React.ComponentProps<'fieldset'> {
  legend: ReactNode;
  name: string;
  value: Value | undefined;
  /** Why the choice is not accepted, or that it is missing. */
  fault?: string | undefined;
  of: readonly (readonly [value: Value, title: ReactNode, hint?: ReactNode])[];
  onChoose: (value: Value) => void;
}

/** A choice of one of a few, all of which are seen. */
export function Radios<Value extends string | number>(props: RadiosProps<Value>) {
  const { legend, name, value, fault, of, onChoose, children, ...fieldset } = props;
  return (
    <fieldset className="choices" {...fieldset}>
      <legend>{legend}</legend>
      {fault !== undefined && <p className="wrong">{fault}</p>}
      {of.map(([choice, title, hint]) => (
        <Choice
          key={choice}
          type="radio"
          name={name}
          value={choice}
          title={hint === undefined ? undefined : title}
          hint={hint}
          checked={choice === value}
          aria-invalid={fault === undefined ? undefined : true}
          onChange={() => onChoose(choice)}
        >
          {hint === undefined && title}
        </Choice>
      ))}
      {children}
    </fieldset>
  );
}

interface TicksProps<Value extends string | number> {
  of: readonly (readonly [value: Value, words: ReactNode])[];
  chosen: readonly Value[];
  /** Cannot be taken out. */
  fixed?: Value;
  onChoose: (chosen: Value[]) => void;
}

/** Ticks of which any number is chosen. */
export function Ticks<Value extends string | number>(props: TicksProps<Value>) {
  const { of, chosen, fixed, onChoose } = props;
  return of.map(([value, words]) => (
    <Choice
      key={value}
      checked={value === fixed || chosen.includes(value)}
      disabled={value === fixed}
      onChange={({ currentTarget }) => {
        const others = chosen.filter((one) => one !== value);
        onChoose(currentTarget.checked ? [...others, value] : others);
      }}
    >
      {words}
    </Choice>
  ));
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

interface OutcomeProps {
  tone: 'good' | 'plain' | 'bad';
  children: ReactNode;
}

/** The outcome, good or bad; takes the focus, so that it is seen and read out. */
export function Outcome({ tone, children }: OutcomeProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1} className={`notice ${tone}`} role="status">
      {children}
    </div>
  );
}

/** A term with its value; false or null where it does not apply. */
export type Fact = readonly [term: string, value: ReactNode] | false | null;

export function Facts({ className, facts }: { className?: string; facts: readonly Fact[] }) {
  const shown = facts.filter((fact) => fact !== false && fact !== null);
  return (
    <dl className={className}>
      {shown.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Faults of rows of a list, each by its row and column; the first of many. */
export function RowFaults({ faults, most = 40 }: { faults: readonly RowFault[]; most?: number }) {
  const { words, language, format } = useConsole();
  const left = faults.length - most;
  return (
    <>
      <ol className="plain rejects">
        {faults.slice(0, most).map(({ row, column, expected, found }) => (
          <li key={`${row} ${column}`}>
            <strong>
              {[row === null ? '' : `${words.row} ${row}`, column ?? '']
                .filter((part) => part !== '')
                .join(', ')}
            </strong>
            : {faultSentence({ expected, found }, language)}
          </li>
        ))}
      </ol>
      {left > 0 && <p>{words.moreRows(format.number(left))}</p>}
    </>
  );
}

interface CopyButtonProps {
  text: string;
  label: string;
  done?: string;
  /** Whether it is the one thing to do here. */
  loud?: boolean;
}

/** Copies a text, and says so; `label` and `done` are its words before and after. */
export function CopyButton({ text, label, done = label, loud = false }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  const copy = () => {
    // Where the browser does not allow it, the text is beside the button.
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => {},
    );
  };
  return (
    <button type="button" className={loud ? 'button' : 'button quiet'} onClick={copy}>
      {copied ? done : label}
    </button>
  );
}

interface FoldedNoticeProps {
  title: string;
  count: number;
  /** Shown beside the title while it is folded. */
  first?: string | undefined;
  children: ReactNode;
}

/** A notice on every page, in one line that unfolds, so that the view keeps the first screen. */
export function FoldedNotice({ title, count, first, children }: FoldedNoticeProps) {
  const { format } = useConsole();
  const id = useId();
  return (
    <section className="folded" aria-labelledby={id} aria-live="polite">
      <details>
        <summary>
          <h2 id={id}>{title}</h2> <span className="badge">{format.number(count)}</span>{' '}
          {first !== undefined && <span className="folded-first">{first}</span>}
        </summary>
        {children}
      </details>
    </section>
  );
}

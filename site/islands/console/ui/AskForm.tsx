import {
  type ComponentProps,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { Answer, Asked, RouteName } from '../../../../messaging/contract/contract.ts';
import type { With } from './address.ts';
import { useConsole } from './console-context.ts';
import { FileField } from './DayField.tsx';
import { Held, isHeld } from './Effect.tsx';
import { FaultsContext, type FieldFault, findFaults, toFieldFaults } from './field-faults.ts';
import { readText } from './form-text.ts';
import { Good, Strong } from './lines.tsx';
import { Button, ErrorNotice, List, UploadBar } from './parts.tsx';
import { ReloadContext, useAction, type useUpload } from './use-service.ts';

/** Params and query of a route, and what its body has beside the fields of a form. */
type Given<Name extends RouteName> =
  Asked<Name> extends { body: infer Body }
    ? Omit<Asked<Name>, 'body'> & { body?: Partial<Body> }
    : Asked<Name>;

/**
 * Makes the `send` of a form or a button from a route: the body is what is given and the form's fields. What is around it is
 * read again, or `after` is called, unless the act waits for a second officer.
 */
export function useAsk(after?: () => unknown) {
  const { service } = useConsole();
  const reload = useContext(ReloadContext);
  return <Name extends RouteName>(name: Name, given: Given<Name>) =>
    async (fields = new FormData()): Promise<Answer<Name>> => {
      const { body, ...request } = given as { body?: object };
      const names = [...fields.keys()];
      const typed = Object.fromEntries(names.map((key) => [key, readText(fields, key)]));
      const whole = { ...request, body: { ...body, ...typed } };
      const answer = await service.ask(name, ...([whole] as unknown as With<Name>));
      if (!isHeld(answer)) await (after ?? reload)();
      return answer;
    };
}

interface AskFormProps<Answer> extends Omit<ComponentProps<'form'>, 'onSubmit'> {
  /** Words of its button. */
  button: ReactNode;
  /** Names its subject for screen readers. */
  label?: string | undefined;
  look?: string;
  disabled?: boolean | undefined;
  /** Words of its button after a first press, where two are needed. */
  sure?: ReactNode;
  /** Sends the fields; why that failed stands above the button. */
  send: (fields: FormData, form: HTMLFormElement) => Promise<Answer>;
  onCancel?: (() => void) | undefined;
  /** Words of the button for it. */
  cancel?: string;
  /** Another button beside its own. */
  beside?: ReactNode;
  /** Shows below the button what came of it; a text is good news. */
  outcome?: ((answer: Answer) => ReactNode) | undefined;
}

/** A form that does one thing. Where that waits for a second officer, it asks for the reason and says so. */
export function AskForm<Answer>({
  button,
  label,
  look = 'button',
  disabled,
  sure,
  send,
  onCancel,
  cancel,
  beside,
  outcome,
  children,
  ...form
}: AskFormProps<Answer>) {
  const { words } = useConsole();
  const { busy, error, run } = useAction();
  const [isSure, setSure] = useState(sure === undefined);
  const [done, setDone] = useState<{ answer: Answer } | null>(null);
  const press = (
    <button type="submit" className={look} disabled={busy || disabled} aria-label={label}>
      {(isSure && sure) || button}
    </button>
  );
  return (
    <Form
      className="narrow"
      {...form}
      onSubmit={(fields, place) => {
        if (!isSure) return setSure(true);
        run(async () => {
          setDone(null);
          setDone({ answer: await send(fields, place) });
          setSure(sure === undefined);
        });
      }}
    >
      {children}
      <ErrorNotice error={error} />
      <Held error={error} answer={done?.answer} />
      {onCancel === undefined && beside === undefined ? (
        press
      ) : (
        <div className="row">
          {press}
          {onCancel !== undefined && <Button onClick={onCancel}>{cancel ?? words.cancel}</Button>}
          {beside}
        </div>
      )}
      {done !== null && !isHeld(done.answer) && <Done said={outcome?.(done.answer)} />}
    </Form>
  );
}

/** The same behind a button of its words, and behind it again once it is done. */
export function AskBehind<Answer>(props: AskFormProps<Answer> & { first?: ReactNode }) {
  const { button, label, look = 'button quiet', first = button, send, ...form } = props;
  const [isOpen, setOpen] = useState(false);
  if (!isOpen)
    return (
      <Button look={look} aria-label={label} onClick={() => setOpen(true)}>
        {first}
      </Button>
    );
  return (
    <AskForm
      {...form}
      button={button}
      send={async (fields, place) => {
        const answer = await send(fields, place);
        if (!isHeld(answer)) setOpen(false);
        return answer;
      }}
      onCancel={() => setOpen(false)}
    />
  );
}

const Done = ({ said }: { said: ReactNode }) =>
  typeof said === 'string' ? <Good>{said}</Good> : said;

interface Ask {
  button: string;
  /** Names its subject for screen readers. */
  label?: string | undefined;
  look?: string | undefined;
  disabled?: boolean;
  send: () => Promise<unknown>;
}

/** A button that does one thing; why that failed stands above it. */
export function AskButton(ask: Ask) {
  const { busy, error, run } = useAction();
  return (
    <>
      <ErrorNotice error={error} />
      <PressButton ask={ask} busy={busy} run={run} />
    </>
  );
}

interface AskRowProps {
  asks: readonly (Ask | false)[];
  className?: string;
}

/** Such buttons in a row, of which one works at a time. */
export function AskRow({ asks, className = 'row' }: AskRowProps) {
  const { busy, error, run } = useAction();
  return (
    <>
      <ErrorNotice error={error} />
      <div className={className}>
        {asks.map((ask) => ask && <PressButton key={ask.button} ask={ask} busy={busy} run={run} />)}
      </div>
    </>
  );
}

type PressProps = { ask: Ask } & Pick<ReturnType<typeof useAction>, 'busy' | 'run'>;

function PressButton({ ask, busy, run }: PressProps) {
  const { button, label, look, disabled, send } = ask;
  return (
    <Button look={look} disabled={busy || disabled} aria-label={label} onClick={() => run(send)}>
      {button}
    </Button>
  );
}

interface FormProps extends Omit<React.ComponentProps<'form'>, 'onSubmit'> {
  /** Gets the fields, and the form itself for those that empty it. */
  onSubmit: (fields: FormData, form: HTMLFormElement) => void;
  /** Refusals of the service by the names of fields. */
  refused?: readonly NamedFault[] | undefined;
}

export interface NamedFault {
  name: string;
  text: string;
}

/**
 * A form whose fields a handler sends in the browser's place. What is wrong is at each field and, with links, at the
 * head of the form, which takes the focus (as GOV.UK's error summary does).
 */
export function Form({ onSubmit, refused, children, ...form }: FormProps) {
  const { language } = useConsole();
  const place = useRef<HTMLFormElement>(null);
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  useEffect(() => {
    if (refused !== undefined && place.current !== null)
      setFaults(toFieldFaults(place.current, refused));
  }, [refused]);
  return (
    <form
      {...form}
      ref={place}
      noValidate
      onInput={({ target }) => {
        const { id } = target as HTMLElement;
        if (faults.some((fault) => fault.id === id))
          setFaults(faults.filter((fault) => fault.id !== id));
      }}
      onSubmit={(event) => {
        event.preventDefault();
        const found = findFaults(event.currentTarget, language);
        setFaults(found);
        if (found.length === 0) onSubmit(new FormData(event.currentTarget), event.currentTarget);
      }}
    >
      <FaultsContext value={faults}>
        {faults.length > 0 && <FaultSummary faults={faults} />}
        {children}
      </FaultsContext>
    </form>
  );
}

function FaultSummary({ faults }: { faults: readonly FieldFault[] }) {
  const { words } = useConsole();
  const place = useRef<HTMLDivElement>(null);
  // Once it is shown: corrections afterwards remove entries without moving the focus.
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1} className="notice bad fault-summary" role="alert">
      <Strong>{words.faults(faults.length)}</Strong>
      <List of={faults}>
        {({ id, label, text }) => (
          <a
            href={`#${id}`}
            onClick={(event) => {
              event.preventDefault();
              document.getElementById(id)?.focus();
            }}
          >
            {label}: {text}
          </a>
        )}
      </List>
    </div>
  );
}

/** A chosen file, with what is told which share of it is on its way. */
export interface FileSent {
  file: File;
  onShare: (share: number) => void;
}

interface FileFormProps {
  label: string;
  hint: string;
  accept: string;
  button: string;
  isQuiet?: boolean;
  upload: ReturnType<typeof useUpload>;
  send: (sent: FileSent, fields: FormData) => Promise<void>;
  /** Another one empties the file's field. */
  round?: number;
  lead?: ReactNode;
  /** Other fields, below the file. */
  fields?: ReactNode;
  /** Words of an error about the file. */
  fault?: ReactNode;
  /** Outcome, below the button. */
  children?: ReactNode;
}

/** A form of one file: says how much of it is on its way, what was wrong, and below its button what came of it. */
export function FileForm(props: FileFormProps) {
  const { label, hint, accept, button, isQuiet = false, upload, send, round } = props;
  const { lead, fields, fault, children } = props;
  const submit = (form: FormData) => {
    const file = form.get('file');
    if (file instanceof File) upload.upload((onShare) => send({ file, onShare }, form));
  };
  return (
    <Form className="narrow" onSubmit={submit}>
      {lead}
      <FileField key={round} label={label} hint={hint} name="file" accept={accept} required />
      {fields}
      <ErrorNotice error={upload.error} />
      {fault}
      <UploadBar share={upload.share} />
      <button type="submit" className={isQuiet ? 'button quiet' : 'button'} disabled={upload.busy}>
        {button}
      </button>
      {children}
    </Form>
  );
}

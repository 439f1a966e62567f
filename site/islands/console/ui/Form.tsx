import { useEffect, useRef, useState } from 'react';
import { useConsole } from './console-context.ts';
import { FaultsContext, type FieldFault, findFaults, toFieldFaults } from './field-faults.ts';

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
      <p>
        <strong>{words.faults(faults.length)}</strong>
      </p>
      <ul className="plain">
        {faults.map(({ id, label, text }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(id)?.focus();
              }}
            >
              {label}: {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

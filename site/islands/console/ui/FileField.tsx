import { useState } from 'react';
import { useConsole } from './console-context.ts';
import { Field } from './parts.tsx';

interface FileFieldProps {
  label: string;
  hint: string;
  error?: string | undefined;
  name?: string;
  accept: string;
  required?: boolean;
  onChoose?: (file: File | undefined) => void;
  /** The chosen file in words; its name where this is left out. */
  describe?: (file: File) => string;
}

/** A file of the form; the words on the button are ours, since a browser speaks its own language. */
export function FileField(props: FileFieldProps) {
  const { label, hint, error, name, accept, required = false, onChoose } = props;
  const { describe = (file) => file.name } = props;
  const { words } = useConsole();
  const [chosen, setChosen] = useState<File>();
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => (
        <div className="file">
          <input
            {...ids}
            type="file"
            name={name}
            accept={accept}
            required={required}
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              setChosen(file);
              onChoose?.(file);
            }}
          />
          <span className="file-face" aria-hidden="true">
            <span className="file-button">{words.chooseFile}</span>
            <span>{chosen === undefined ? words.noFile : describe(chosen)}</span>
          </span>
        </div>
      )}
    </Field>
  );
}

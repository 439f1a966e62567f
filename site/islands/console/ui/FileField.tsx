import { useState } from 'react';
import { useConsole } from './console-context.ts';
import { Field } from './parts.tsx';

interface FileFieldProps {
  label: string;
  hint: string;
  name: string;
  accept: string;
  required?: boolean;
  onChoose?: (file: File | null | undefined) => void;
}

/** A file of the form; the words on the button are ours, since a browser speaks its own language. */
export function FileField(props: FileFieldProps) {
  const { label, hint, name, accept, required = false, onChoose } = props;
  const { words } = useConsole();
  const [chosen, setChosen] = useState('');
  return (
    <Field label={label} hint={hint}>
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
              setChosen(file?.name ?? '');
              onChoose?.(file);
            }}
          />
          <span className="file-face" aria-hidden="true">
            <span className="file-button">{words.chooseFile}</span>
            <span>{chosen === '' ? words.noFile : chosen}</span>
          </span>
        </div>
      )}
    </Field>
  );
}

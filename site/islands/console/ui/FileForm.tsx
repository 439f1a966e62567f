import type { ReactNode } from 'react';
import { FileField } from './FileField.tsx';
import { Form } from './Form.tsx';
import { ErrorNotice, UploadBar } from './parts.tsx';
import type { useUpload } from './use-upload.ts';

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

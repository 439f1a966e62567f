import { useState } from 'react';
import { formatNumber } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import { FileForm, type FileSent } from '../../ui/FileForm.tsx';
import { Outcome } from '../../ui/parts.tsx';
import { useUpload } from '../../ui/use-upload.ts';
import { usePhoneWords } from '../use-phone-words.ts';

type Mode = 'add' | 'replace';

interface NumberListFormProps<Stored> {
  words: {
    file: string;
    fileHint: string;
    submit: string;
    modes: Record<Mode, string>;
    reasons: Readonly<Record<string, string>>;
  };
  /** The first is chosen. */
  modes: readonly Mode[];
  send: (mode: Mode, sent: FileSent) => Promise<Stored>;
  say: (stored: Stored) => string;
}

/** A list of numbers that is added to what is stored, or replaces it; then which of its rows were left out. */
export function NumberListForm<
  Stored extends { rejected: number; rejects: readonly { row: number; reason: string }[] },
>({ words, modes, send, say }: NumberListFormProps<Stored>) {
  const { language } = useConsole();
  const { dnd } = usePhoneWords();
  const [stored, setStored] = useState<Stored | null>(null);
  const upload = useUpload();
  return (
    <FileForm
      label={words.file}
      hint={words.fileHint}
      accept=".csv,.tsv,.txt,.gz"
      button={words.submit}
      upload={upload}
      send={async (sent, form) => {
        setStored(null);
        setStored(await send(form.get('mode') === 'replace' ? 'replace' : 'add', sent));
      }}
      fields={
        <fieldset className="phone-modes">
          <legend>{dnd.mode}</legend>
          {modes.map((mode) => (
            <label key={mode} className="phone-tick">
              <input type="radio" name="mode" value={mode} defaultChecked={mode === modes[0]} />{' '}
              {words.modes[mode]}
            </label>
          ))}
        </fieldset>
      }
    >
      {stored !== null && (
        <Outcome tone="good">
          <p>{say(stored)}</p>
          {stored.rejected > 0 && (
            <>
              <p>{dnd.rejected(formatNumber(stored.rejected, language))}</p>
              <ul className="plain rejects">
                {stored.rejects.map(({ row, reason }) => (
                  <li key={row}>
                    {dnd.row(formatNumber(row, language), words.reasons[reason] ?? reason)}
                  </li>
                ))}
              </ul>
            </>
          )}
        </Outcome>
      )}
    </FileForm>
  );
}

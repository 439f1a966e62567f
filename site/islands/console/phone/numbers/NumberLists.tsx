import { useState } from 'react';
import { FileForm, type FileSent } from '../../ui/AskForm.tsx';
import { useConsole, useMay } from '../../ui/console-context.ts';
import { FigureTable } from '../../ui/FigureTable.tsx';
import { Await, List, Outcome } from '../../ui/parts.tsx';
import { useLoad, useUpload } from '../../ui/use-service.ts';
import { phoneWordsIn } from '../phone-words.ts';

/** Telecom operators with how many numbers each is known to have, and for HQ a new list. */
export function NumberOperators() {
  const { service, format } = useConsole();
  const may = useMay();
  const words = useConsole(phoneWordsIn).words.operators;
  const { state, reload } = useLoad('GET /api/number-operators');
  return (
    <>
      <Await state={state} retry={reload}>
        {({ operators }) =>
          operators.length === 0 ? (
            <p>{words.never}</p>
          ) : (
            <FigureTable
              label={words.title}
              rows={operators}
              keyOf={({ operator }) => operator}
              columns={[
                [words.operator, ({ operator }) => operator],
                [words.series, ({ series }) => format.number(series)],
                [words.ported, ({ ported }) => format.number(ported)],
              ]}
            />
          )
        }
      </Await>
      {may('number-operators.import') && (
        <NumberListForm
          words={words}
          modes={['add', 'replace']}
          send={async (mode, sent) => {
            const query = { mode };
            const stored = await service.upload('POST /api/number-operators', { query }, sent);
            void reload();
            return stored;
          }}
          say={() => words.stored}
        />
      )}
    </>
  );
}

/** The numbers that get no promotional messages: how many there are, and for HQ a new list. */
export function DoNotDisturb() {
  const { service, words, format } = useConsole(phoneWordsIn);
  const may = useMay();
  const { state, reload } = useLoad('GET /api/do-not-disturb');
  return (
    <>
      <Await state={state} retry={reload}>
        {({ numbers, changedAt }) =>
          changedAt === null ? (
            <p>{words.dnd.never}</p>
          ) : (
            <>
              <p className="headline phone-figure">
                <strong>{format.number(numbers)}</strong> {words.dnd.numbers}
              </p>
              <p className="detail">{words.dnd.changed(format.moment(changedAt))}</p>
            </>
          )
        }
      </Await>
      {may('do-not-disturb.import') ? (
        <NumberListForm
          words={words.dnd}
          modes={['replace', 'add']}
          send={async (mode, sent) => {
            const query = { mode };
            const stored = await service.upload('POST /api/do-not-disturb', { query }, sent);
            void reload();
            return stored;
          }}
          say={({ numbers }) => words.dnd.stored(format.number(numbers))}
        />
      ) : (
        <p>{words.dnd.hqOnly}</p>
      )}
    </>
  );
}

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
function NumberListForm<
  Stored extends { rejected: number; rejects: readonly { row: number; reason: string }[] },
>({ words, modes, send, say }: NumberListFormProps<Stored>) {
  const { format } = useConsole();
  const { dnd } = useConsole(phoneWordsIn).words;
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
              <p>{dnd.rejected(format.number(stored.rejected))}</p>
              <List of={stored.rejects} className="rejects" keyOf={({ row }) => row}>
                {({ row, reason }) => dnd.row(format.number(row), words.reasons[reason] ?? reason)}
              </List>
            </>
          )}
        </Outcome>
      )}
    </FileForm>
  );
}

import { useState } from 'react';
import type { NumberOperatorsStored } from '../../../../messaging/phone/numbers/number-operators-schemas.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useConsole, useMay } from '../ui/console-context.ts';
import { FileField } from '../ui/FileField.tsx';
import { Form } from '../ui/Form.tsx';
import { Await, ErrorNotice, Outcome, UploadBar } from '../ui/parts.tsx';
import { useLoad } from '../ui/use-service.ts';
import { useUpload } from '../ui/use-upload.ts';
import { usePhoneWords } from './use-phone-words.ts';

/** Telecom operators with how many numbers each is known to have, and for HQ a new list. */
export function NumberOperators() {
  const { language } = useConsole();
  const may = useMay();
  const words = usePhoneWords().operators;
  const { state, reload } = useLoad('GET /api/number-operators');
  return (
    <>
      <Await state={state} retry={reload}>
        {({ operators }) =>
          operators.length === 0 ? (
            <p>{words.never}</p>
          ) : (
            <table className="figures-table">
              <caption className="sr-only">{words.title}</caption>
              <thead>
                <tr>
                  {words.head.map((name) => (
                    <th key={name} scope="col">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {operators.map(({ operator, series, ported }) => (
                  <tr key={operator}>
                    <th scope="row">{operator}</th>
                    <td>{formatNumber(series, language)}</td>
                    <td>{formatNumber(ported, language)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Await>
      {may('number-operators.import') && <OperatorUpload onStored={reload} />}
    </>
  );
}

function OperatorUpload({ onStored }: { onStored: () => void }) {
  const { service, language } = useConsole();
  const { dnd, operators: words } = usePhoneWords();
  const [stored, setStored] = useState<NumberOperatorsStored | null>(null);
  const { share, busy, error, upload } = useUpload();
  const submit = (fields: FormData) => {
    const file = fields.get('file');
    if (!(file instanceof File)) return;
    upload(async (onShare) => {
      setStored(null);
      const mode = fields.get('operator-mode') === 'replace' ? 'replace' : 'add';
      const sent = { file, onShare };
      setStored(await service.upload('POST /api/number-operators', { query: { mode } }, sent));
      onStored();
    });
  };
  return (
    <Form className="narrow" onSubmit={submit}>
      <FileField
        label={words.file}
        hint={words.fileHint}
        name="file"
        accept=".csv,.tsv,.txt,.gz"
        required
      />
      <fieldset className="phone-modes">
        <legend>{dnd.mode}</legend>
        {(['add', 'replace'] as const).map((mode) => (
          <label key={mode} className="phone-tick">
            <input type="radio" name="operator-mode" value={mode} defaultChecked={mode === 'add'} />{' '}
            {words.modes[mode]}
          </label>
        ))}
      </fieldset>
      <ErrorNotice error={error} />
      <UploadBar share={share} />
      <button type="submit" className="button" disabled={busy}>
        {words.submit}
      </button>
      {stored !== null && (
        <Outcome tone="good">
          <p>{words.stored}</p>
          {stored.rejected > 0 && <p>{dnd.rejected(formatNumber(stored.rejected, language))}</p>}
          <ul className="plain rejects">
            {stored.rejects.map(({ row, reason }) => (
              <li key={row}>
                {dnd.row(formatNumber(row, language), words.reasons[reason] ?? reason)}
              </li>
            ))}
          </ul>
        </Outcome>
      )}
    </Form>
  );
}

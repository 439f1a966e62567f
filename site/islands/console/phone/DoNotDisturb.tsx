import { useState } from 'react';
import type { DoNotDisturbStored } from '../../../../messaging/phone/numbers/do-not-disturb-schemas.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useConsole, useMay } from '../ui/console-context.ts';
import { FileField } from '../ui/FileField.tsx';
import { Form } from '../ui/Form.tsx';
import { formatMoment } from '../ui/format-moment.ts';
import { Await, ErrorNotice, Outcome, UploadBar } from '../ui/parts.tsx';
import { useLoad } from '../ui/use-service.ts';
import { useUpload } from '../ui/use-upload.ts';
import { usePhoneWords } from './use-phone-words.ts';

/** The numbers that get no promotional messages: how many there are, and for HQ a new list. */
export function DoNotDisturb() {
  const { language } = useConsole();
  const may = useMay();
  const words = usePhoneWords();
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
                <strong>{formatNumber(numbers, language)}</strong> {words.dnd.numbers}
              </p>
              <p className="detail">{words.dnd.changed(formatMoment(changedAt, language))}</p>
            </>
          )
        }
      </Await>
      {may('do-not-disturb.import') ? <ListUpload onStored={reload} /> : <p>{words.dnd.hqOnly}</p>}
    </>
  );
}

function ListUpload({ onStored }: { onStored: () => void }) {
  const { service, language } = useConsole();
  const words = usePhoneWords();
  const [stored, setStored] = useState<DoNotDisturbStored | null>(null);
  const { share, busy, error, upload } = useUpload();
  const submit = (fields: FormData) => {
    const file = fields.get('file');
    if (!(file instanceof File)) return;
    upload(async (onShare) => {
      setStored(null);
      const mode = fields.get('mode') === 'replace' ? 'replace' : 'add';
      const sent = { file, onShare };
      setStored(await service.upload('POST /api/do-not-disturb', { query: { mode } }, sent));
      onStored();
    });
  };
  return (
    <Form className="narrow" onSubmit={submit}>
      <FileField
        label={words.dnd.file}
        hint={words.dnd.fileHint}
        name="file"
        accept=".csv,.tsv,.txt,.gz"
        required
      />
      <fieldset className="phone-modes">
        <legend>{words.dnd.mode}</legend>
        {(['replace', 'add'] as const).map((mode) => (
          <label key={mode} className="phone-tick">
            <input type="radio" name="mode" value={mode} defaultChecked={mode === 'replace'} />{' '}
            {words.dnd.modes[mode]}
          </label>
        ))}
      </fieldset>
      <ErrorNotice error={error} />
      <UploadBar share={share} />
      <button type="submit" className="button" disabled={busy}>
        {words.dnd.submit}
      </button>
      {stored !== null && (
        <Outcome tone="good">
          <p>{words.dnd.stored(formatNumber(stored.numbers, language))}</p>
          {stored.rejected > 0 && (
            <>
              <p>{words.dnd.rejected(formatNumber(stored.rejected, language))}</p>
              <ul className="plain rejects">
                {stored.rejects.map(({ row, reason }) => (
                  <li key={row}>
                    {words.dnd.row(
                      formatNumber(row, language),
                      words.dnd.reasons[reason] ?? reason,
                    )}
                  </li>
                ))}
              </ul>
            </>
          )}
        </Outcome>
      )}
    </Form>
  );
}

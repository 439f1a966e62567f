import { useState } from 'react';
import { localPath } from '../../../../i18n/language.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { useConsole } from '../../ui/console-context.ts';
import { Await, ErrorNotice, Field, Outcome, SelectField, TextField } from '../../ui/parts.tsx';
import { useAction, useLoad } from '../../ui/use-service.ts';
import { InstallKeyRow } from './InstallKeyRow.tsx';
import { installWordsIn } from './install-words.ts';

/** The administrator's keys by which the app's team reports installs. */
export function InstallsView() {
  const { language, service } = useConsole();
  const words = installWordsIn(language);
  const { state, reload } = useLoad('GET /api/install-keys');
  const { busy, error, run } = useAction();
  const [place, setPlace] = useState<'server' | 'app'>('server');
  const [limit, setLimit] = useState('20000');
  const [made, setMade] = useState<{ id: string; secret: string } | null>(null);
  const make = () =>
    run(async () => {
      const { key, secret } = await service.ask('POST /api/install-keys', {
        body: { place, dailyLimit: Number(limit) },
      });
      setMade({ id: key.id, secret });
      await reload();
    });
  return (
    <>
      <p>
        {words.lead} <a href={localPath(language, '/developers/install-referrer/')}>{words.page}</a>
      </p>
      {made !== null && <NewSecret key={made.id} {...made} />}
      <form
        className="narrow"
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <SelectField
          label={words.place}
          value={place}
          options={(['server', 'app'] as const).map(
            (value) => [value, words.places[value]] as const,
          )}
          onChoose={setPlace}
        />
        <TextField
          label={words.limit}
          value={limit}
          inputMode="numeric"
          onChange={({ target }) => setLimit(target.value)}
        />
        <ErrorNotice error={error} />
        <button type="submit" className="button" disabled={busy || !/^[1-9]\d{0,5}$/.test(limit)}>
          {words.make}
        </button>
      </form>
      <Await state={state} retry={reload}>
        {(keys) =>
          keys.length === 0 ? (
            <p role="status">{words.none}</p>
          ) : (
            <ol className="plain activities">
              {keys.map((key) => (
                <li key={key.id}>
                  <InstallKeyRow installKey={key} onRevoked={reload} />
                </li>
              ))}
            </ol>
          )
        }
      </Await>
    </>
  );
}

/** A secret, shown this once. */
function NewSecret({ id, secret }: { id: string; secret: string }) {
  const { language } = useConsole();
  const words = installWordsIn(language);
  return (
    <Outcome tone="good">
      <p>
        {words.id}: <code>{id}</code>
      </p>
      <Field label={words.secret} hint={words.once}>
        {(ids) => (
          <input
            {...ids}
            readOnly
            value={secret}
            onFocus={(event) => event.currentTarget.select()}
          />
        )}
      </Field>
      <CopyButton text={secret} label={words.copy} done={words.copied} />
    </Outcome>
  );
}

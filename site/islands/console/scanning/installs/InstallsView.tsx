import { useState } from 'react';
import { installKeys } from '../../../../../messaging/scanning/installs/install-keys-feature.ts';
import { localPath } from '../../../../i18n/language.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { useConsole } from '../../ui/console-context.ts';
import { Form } from '../../ui/Form.tsx';
import { FeatureEntries } from '../../ui/feature/FeatureView.tsx';
import { FieldControl } from '../../ui/feature/FieldControl.tsx';
import { useEntries, useSay, useSayValue } from '../../ui/feature/use-feature.ts';
import { readText } from '../../ui/form-text.ts';
import { ErrorNotice, Field, Outcome } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { installWordsIn } from './install-words.ts';

const { fields } = installKeys;

/** The administrator's keys by which the app's team reports installs. */
export function InstallsView() {
  const { language } = useConsole();
  const words = installWordsIn(language);
  const sayValue = useSayValue();
  const { state, reload } = useEntries(installKeys);
  return (
    <>
      <p>
        {words.lead} <a href={localPath(language, '/developers/install-referrer/')}>{words.page}</a>
      </p>
      <NewKey onMade={reload} />
      <p className="detail">{words.ended}</p>
      <FeatureEntries
        of={installKeys}
        state={state}
        reload={reload}
        offers={({ revokedAt, installs }, act) =>
          act === 'revoke' || revokedAt === null || installs > 0
        }
        row={({
          key,
          place,
          dailyLimit,
          madeBy,
          madeAt,
          revokedBy,
          revokedAt,
          installs,
          today,
        }) => (
          <>
            <p>
              <strong>
                <code>{key}</code>
              </strong>{' '}
              · {sayValue(fields.place, place)}
            </p>
            <p>
              {words.counted(
                sayValue(fields.installs, installs),
                sayValue(fields.today, today),
                sayValue(fields.dailyLimit, dailyLimit),
              )}
            </p>
            <p className="detail">
              {madeBy}, {sayValue(fields.madeAt, madeAt)}
            </p>
            {revokedAt !== null && (
              <p className="detail">
                {words.revoked(revokedBy ?? '', sayValue(fields.revokedAt, revokedAt))}
              </p>
            )}
          </>
        )}
      />
    </>
  );
}

function NewKey({ onMade }: { onMade: () => Promise<void> }) {
  const { language, service } = useConsole();
  const words = installWordsIn(language);
  const { busy, error, run } = useAction();
  const [made, setMade] = useState<{ key: string; secret: string } | null>(null);
  const make = (form: FormData) =>
    run(async () => {
      const place = readText(form, 'place') === 'app' ? 'app' : 'server';
      const dailyLimit = Number(readText(form, 'dailyLimit'));
      setMade(await service.ask('POST /api/install-keys', { body: { place, dailyLimit } }));
      await onMade();
    });
  return (
    <>
      {made !== null && <NewSecret key={made.key} id={made.key} secret={made.secret} />}
      <Form className="narrow" onSubmit={make}>
        <FieldControl name="place" field={fields.place} value="server" />
        <FieldControl name="dailyLimit" field={fields.dailyLimit} value={20_000} />
        <ErrorNotice error={error} />
        <button type="submit" className="button" disabled={busy}>
          {words.make}
        </button>
      </Form>
    </>
  );
}

/** A secret, shown this once. */
function NewSecret({ id, secret }: { id: string; secret: string }) {
  const { language } = useConsole();
  const words = installWordsIn(language);
  const say = useSay();
  return (
    <Outcome tone="good">
      <p>
        {say(fields.key.label)}: <code>{id}</code>
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

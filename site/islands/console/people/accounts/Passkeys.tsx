import { useState } from 'react';
import type { Passkey } from '../../../../../messaging/people/accounts/passkey-routes.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Form } from '../../ui/Form.tsx';
import { formatMoment } from '../../ui/format-moment.ts';
import { Await, ErrorNotice, Outcome, TextField } from '../../ui/parts.tsx';
import { useAction, useLoad } from '../../ui/use-service.ts';
import { canUsePasskeys, makeKey, unfinished } from '../sign-in/passkey-browser.ts';
import { CurrentPassword } from '../sign-in/SecretFields.tsx';
import { useAccountWords } from './use-account-words.ts';

/** The officer's passkeys: each with its name, to add and to remove. */
export function Passkeys() {
  const words = useAccountWords().passkeys;
  const { state, reload } = useLoad('GET /api/me/passkeys');
  return (
    <section aria-labelledby="passkeys">
      <h2 id="passkeys">{words.title}</h2>
      <p className="detail">{words.lead}</p>
      <Await state={state} retry={reload}>
        {(keys) =>
          keys.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            <ul className="plain activities">
              {keys.map((key) => (
                <PasskeyRow key={key.id} passkey={key} onRemoved={reload} />
              ))}
            </ul>
          )
        }
      </Await>
      {canUsePasskeys() ? (
        <AddPasskey onAdded={reload} />
      ) : (
        <p className="detail">{words.notHere}</p>
      )}
    </section>
  );
}

function PasskeyRow({ passkey, onRemoved }: { passkey: Passkey; onRemoved: () => void }) {
  const { service, language } = useConsole();
  const words = useAccountWords().passkeys;
  const { busy, error, run } = useAction();
  const { id, name, createdAt, lastUsedAt } = passkey;
  return (
    <li>
      <p>
        <strong>{name}</strong>
      </p>
      <p className="detail">
        {words.added(formatMoment(createdAt, language))} ·{' '}
        {lastUsedAt === null ? words.unused : words.used(formatMoment(lastUsedAt, language))}
      </p>
      <ErrorNotice error={error} />
      <button
        type="button"
        className="link"
        aria-label={words.removeOf(name)}
        disabled={busy}
        onClick={() =>
          run(async () => {
            await service.ask('POST /api/me/passkeys/:id/remove', { params: { id } });
            onRemoved();
          })
        }
      >
        {words.remove}
      </button>
    </li>
  );
}

function AddPasskey({ onAdded }: { onAdded: () => void }) {
  const { words: shared, service, language } = useConsole();
  const words = useAccountWords().passkeys;
  const [made, setMade] = useState<string | null>(null);
  const { busy, error, run } = useAction();
  const submit = (fields: FormData, form: HTMLFormElement) =>
    run(async () => {
      const name = String(fields.get('name'));
      setMade(null);
      const options = await service.ask('POST /api/me/passkeys/begin', {
        body: { password: String(fields.get('password')) },
      });
      const response = await makeKey(options).catch(() => {
        throw unfinished;
      });
      await service.ask('POST /api/me/passkeys', { body: { name, response } });
      form.reset();
      setMade(name);
      onAdded();
    });
  return (
    <Form className="narrow" onSubmit={submit}>
      <ErrorNotice error={error} />
      <TextField label={words.name} hint={words.nameHint} name="name" maxLength={60} required />
      <CurrentPassword label={shared.account.current} name="password" />
      <button type="submit" className="button quiet" disabled={busy}>
        {words.add}
      </button>
      {made !== null && (
        <Outcome key={`${made}${language}`} tone="good">
          <p>{words.made(made)}</p>
        </Outcome>
      )}
    </Form>
  );
}

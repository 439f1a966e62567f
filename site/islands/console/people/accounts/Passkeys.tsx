import { useState } from 'react';
import type { Passkey } from '../../../../../messaging/people/accounts/passkey-routes.ts';
import { AskButton, AskForm } from '../../ui/AskForm.tsx';
import { useConsole } from '../../ui/console-context.ts';
import { formatMoment } from '../../ui/format-moment.ts';
import { Await, Outcome, TextField } from '../../ui/parts.tsx';
import { useLoad } from '../../ui/use-service.ts';
import { canUsePasskeys, makeKey, unfinished } from '../sign-in/passkey-browser.ts';
import { CurrentPassword } from '../sign-in/SecretFields.tsx';
import { accountWordsIn } from './account-words.ts';

/** The officer's passkeys: each with its name, to add and to remove. */
export function Passkeys() {
  const words = useConsole(accountWordsIn).words.passkeys;
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
  const words = useConsole(accountWordsIn).words.passkeys;
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
      <AskButton
        button={words.remove}
        label={words.removeOf(name)}
        look="link"
        send={async () => {
          await service.ask('POST /api/me/passkeys/:id/remove', { params: { id } });
          onRemoved();
        }}
      />
    </li>
  );
}

function AddPasskey({ onAdded }: { onAdded: () => void }) {
  const { words: shared, service, language } = useConsole();
  const words = useConsole(accountWordsIn).words.passkeys;
  const [made, setMade] = useState<string | null>(null);
  const submit = async (fields: FormData, form: HTMLFormElement) => {
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
  };
  return (
    <AskForm
      button={words.add}
      look="button quiet"
      send={submit}
      outcome={
        made !== null && (
          <Outcome key={`${made}${language}`} tone="good">
            <p>{words.made(made)}</p>
          </Outcome>
        )
      }
    >
      <TextField label={words.name} hint={words.nameHint} name="name" maxLength={60} required />
      <CurrentPassword label={shared.account.current} name="password" />
    </AskForm>
  );
}

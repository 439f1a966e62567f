import { useState } from 'react';
import { secondFactorRoles } from '../../../../campaigns/offices/permission.ts';
import type { OwnSession } from '../../../../messaging/people/accounts/accounts-schemas.ts';
import type { Passkey } from '../../../../messaging/people/accounts/passkey-routes.ts';
import { mailWordsIn } from '../mail/mail-words.ts';
import { AccountNotices } from '../people/accounts/AccountNotices.tsx';
import { accountWordsIn } from '../people/accounts/account-words.ts';
import { StandInChoice } from '../people/accounts/StandIn.tsx';
import { EnrolView } from '../people/sign-in/EnrolView.tsx';
import { canUsePasskeys, makeKey, unfinished } from '../people/sign-in/passkey-browser.ts';
import { BackupCodes, CurrentPassword, NewPassword } from '../people/sign-in/SecretFields.tsx';
import { AskButton, AskForm, useAsk } from '../ui/AskForm.tsx';
import { useConsole, useMe } from '../ui/console-context.ts';
import { Detail, Good, Strong } from '../ui/lines.tsx';
import { SignOutQuestion, useSignOut } from '../ui/outbox/SignOutQuestion.tsx';
import { Await, Button, ErrorNotice, List, Section, SelectField, TextField } from '../ui/parts.tsx';
import { useAction, useLoad } from '../ui/use-service.ts';

/** The officer's account: sessions, what others did to it, passkeys, password, second factor. */
export function AccountView() {
  const { hasPassword, secondFactor } = useMe();
  return (
    <>
      <StandInChoice />
      <OwnSessions />
      <AccountNotices />
      {hasPassword && <Passkeys />}
      <MailChoices />
      {hasPassword && <ChangePassword />}
      {secondFactor !== 'by-provider' && <SecondFactor />}
    </>
  );
}

function ChangePassword() {
  const { words, service } = useConsole();
  const submit = async (form: FormData, element: HTMLFormElement) => {
    const text = (name: string) => String(form.get(name));
    await service.ask('POST /api/me/password', {
      body: { currentPassword: text('currentPassword'), newPassword: text('newPassword') },
    });
    element.reset();
  };
  return (
    <Section id="password" title={words.account.password}>
      <AskForm button={words.account.password} send={submit} outcome={() => words.account.changed}>
        <CurrentPassword label={words.account.current} name="currentPassword" />
        <NewPassword label={words.account.next} name="newPassword" />
      </AskForm>
    </Section>
  );
}

/** New backup codes where a second factor is set up; else its set-up. */
function SecondFactor() {
  const { words, service } = useConsole();
  const me = useMe();
  const [mode, setMode] = useState<'ask' | 'enrol' | 'enrolled'>('ask');
  const [codes, setCodes] = useState<string[] | null>(null);
  const renew = async (form: FormData) => {
    const password = form.get('password');
    const path = 'POST /api/me/second-factor/backup-codes';
    const body = password === null ? {} : { password: String(password) };
    setCodes((await service.ask(path, { body })).backupCodes);
  };
  if (mode === 'enrol') return <EnrolView password={null} onDone={() => setMode('enrolled')} />;
  return (
    <Section id="second" title={words.enrol.title}>
      {mode === 'enrolled' && <Good>{words.account.enrolled}</Good>}
      {codes !== null ? (
        <BackupCodes codes={codes} />
      ) : (
        <AskForm
          button={words.account.renew}
          look="button quiet"
          send={renew}
          cancel={words.enrol.begin}
          {...(!secondFactorRoles.includes(me.role) &&
            mode === 'ask' && { onCancel: () => setMode('enrol') })}
        >
          {me.hasPassword && <CurrentPassword label={words.signIn.password} name="password" />}
        </AskForm>
      )}
    </Section>
  );
}

/** Where the officer is signed in; each can be ended, and all at once. */
function OwnSessions() {
  const { words, service } = useConsole();
  const { state, reload } = useLoad('GET /api/me/sessions');
  const { busy, error, run } = useAction();
  const leaving = useSignOut(run);
  const end = (id: string) =>
    run(async () => {
      await service.ask('POST /api/me/sessions/:id/end', { params: { id } });
      await reload();
    });
  return (
    <Section id="sessions" title={words.account.sessions}>
      <p className="detail">{words.account.idle}</p>
      <Await state={state} retry={reload}>
        {(sessions) => (
          <List of={sessions} className="activities">
            {(session) => (
              <SessionFacts
                session={session}
                busy={busy}
                onEnd={() => (session.current ? leaving.signOut(false) : end(session.id))}
              />
            )}
          </List>
        )}
      </Await>
      <ErrorNotice error={error} />
      <SignOutQuestion leaving={leaving} busy={busy} />
      <Button disabled={busy} onClick={() => leaving.signOut(true)}>
        {words.account.everywhere}
      </Button>
    </Section>
  );
}

interface SessionProps {
  session: OwnSession;
  busy: boolean;
  onEnd: () => void;
}

function SessionFacts({ session, busy, onEnd }: SessionProps) {
  const { words, format } = useConsole();
  const { system, browser, begunAt, lastUsedAt, current } = session;
  const device = [system, browser].filter(Boolean).join(' · ') || words.account.unknownDevice;
  return (
    <>
      <p>
        <strong>{device}</strong>{' '}
        {current && <span className="state verified">{words.account.thisOne}</span>}
      </p>
      <Detail
        of={[
          words.account.begun(format.moment(begunAt)),
          words.account.lastUsed(format.moment(lastUsedAt)),
        ]}
      />
      <p className="row">
        <button
          type="button"
          className={current ? 'button' : 'link'}
          aria-label={current ? undefined : `${words.account.end}: ${device}`}
          disabled={busy}
          onClick={onEnd}
        >
          {current ? words.account.here : words.account.end}
        </button>
      </p>
    </>
  );
}

/** The officer's passkeys: each with its name, to add and to remove. */
function Passkeys() {
  const words = useConsole(accountWordsIn).words.passkeys;
  const { state, reload } = useLoad('GET /api/me/passkeys');
  return (
    <Section id="passkeys" title={words.title}>
      <p className="detail">{words.lead}</p>
      <Await state={state} retry={reload}>
        {(keys) => (
          <List of={keys} className="activities" none={words.none}>
            {(key) => <PasskeyFacts passkey={key} />}
          </List>
        )}
      </Await>
      {canUsePasskeys() ? (
        <AddPasskey onAdded={reload} />
      ) : (
        <p className="detail">{words.notHere}</p>
      )}
    </Section>
  );
}

function PasskeyFacts({ passkey }: { passkey: Passkey }) {
  const { format } = useConsole();
  const ask = useAsk();
  const words = useConsole(accountWordsIn).words.passkeys;
  const { id, name, createdAt, lastUsedAt } = passkey;
  return (
    <>
      <Strong>{name}</Strong>
      <Detail
        of={[
          words.added(format.moment(createdAt)),
          lastUsedAt === null ? words.unused : words.used(format.moment(lastUsedAt)),
        ]}
      />
      <AskButton
        button={words.remove}
        label={words.removeOf(name)}
        look="link"
        send={ask('POST /api/me/passkeys/:id/remove', { params: { id } })}
      />
    </>
  );
}

function AddPasskey({ onAdded }: { onAdded: () => void }) {
  const { words: shared, service } = useConsole();
  const words = useConsole(accountWordsIn).words.passkeys;
  const submit = async (fields: FormData, form: HTMLFormElement) => {
    const name = String(fields.get('name'));
    const options = await service.ask('POST /api/me/passkeys/begin', {
      body: { password: String(fields.get('password')) },
    });
    const response = await makeKey(options).catch(() => {
      throw unfinished;
    });
    await service.ask('POST /api/me/passkeys', { body: { name, response } });
    form.reset();
    onAdded();
    return name;
  };
  return (
    <AskForm button={words.add} look="button quiet" send={submit} outcome={words.made}>
      <TextField label={words.name} hint={words.nameHint} name="name" maxLength={60} required />
      <CurrentPassword label={shared.account.current} name="password" />
    </AskForm>
  );
}

/** The officer chooses which e-mails to get, and in which language; part of the account page. */
function MailChoices() {
  const { language, service, words } = useConsole(mailWordsIn);
  const { state, reload } = useLoad('GET /api/me/mail');
  const submit = async (form: FormData) => {
    const wanted = form.getAll('wanted');
    if (state.kind !== 'loaded') return;
    const topics = state.value.topics.map(({ topic }) => topic);
    await service.ask('PUT /api/me/mail', {
      body: {
        language: form.get('language') === 'en' ? 'en' : 'hi',
        unwanted: topics.filter((topic) => !wanted.includes(topic)),
      },
    });
  };
  return (
    <Section id="mail-choices" title={words.choices}>
      <Await state={state} retry={reload}>
        {(choices) => (
          <AskForm button={words.save} send={submit} outcome={() => words.saved}>
            {choices.topics.length > 0 && (
              <fieldset className="mail-topics">
                <legend>{words.choicesWhat}</legend>
                {choices.topics.map(({ topic, name, wanted }) => (
                  <label key={topic}>
                    <input type="checkbox" name="wanted" value={topic} defaultChecked={wanted} />{' '}
                    {name[language]}
                  </label>
                ))}
              </fieldset>
            )}
            <p className="detail">{words.choicesQuiet}</p>
            <SelectField
              label={words.language}
              name="language"
              defaultValue={choices.language}
              options={[
                ['hi', 'हिंदी'],
                ['en', 'English'],
              ]}
            />
          </AskForm>
        )}
      </Await>
    </Section>
  );
}

import { useState } from 'react';
import { secondFactorRoles } from '../../../../campaigns/offices/permission.ts';
import { MailChoices } from '../mail/MailChoices.tsx';
import { AccountNotices } from '../people/accounts/AccountNotices.tsx';
import { OwnSessions } from '../people/accounts/OwnSessions.tsx';
import { Passkeys } from '../people/accounts/Passkeys.tsx';
import { StandInChoice } from '../people/accounts/StandIn.tsx';
import { BackupCodes } from '../people/sign-in/BackupCodes.tsx';
import { EnrolView } from '../people/sign-in/EnrolView.tsx';
import { CurrentPassword, NewPassword } from '../people/sign-in/SecretFields.tsx';
import { AskForm } from '../ui/AskForm.tsx';
import { useConsole, useMe } from '../ui/console-context.ts';
import { Outcome } from '../ui/parts.tsx';

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
  const [done, setDone] = useState(0);
  const submit = async (form: FormData, element: HTMLFormElement) => {
    const text = (name: string) => String(form.get(name));
    await service.ask('POST /api/me/password', {
      body: { currentPassword: text('currentPassword'), newPassword: text('newPassword') },
    });
    setDone((last) => last + 1);
    element.reset();
  };
  return (
    <section aria-labelledby="password">
      <h2 id="password">{words.account.password}</h2>
      <AskForm
        button={words.account.password}
        send={submit}
        outcome={
          done > 0 && (
            <Outcome key={done} tone="good">
              <p>{words.account.changed}</p>
            </Outcome>
          )
        }
      >
        <CurrentPassword label={words.account.current} name="currentPassword" />
        <NewPassword label={words.account.next} name="newPassword" />
      </AskForm>
    </section>
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
    <section aria-labelledby="second">
      <h2 id="second">{words.enrol.title}</h2>
      {mode === 'enrolled' && (
        <Outcome tone="good">
          <p>{words.account.enrolled}</p>
        </Outcome>
      )}
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
    </section>
  );
}

import { lazy, Suspense, useEffect, useState } from 'react';
import type { Enrolment } from '../../../../../messaging/people/accounts/accounts-schemas.ts';
import { AskForm, Form, useAsk } from '../../ui/AskForm.tsx';
import { useConsole } from '../../ui/console-context.ts';
import { CopyButton, ErrorNotice, TextField } from '../../ui/parts.tsx';
import { useAction, useLoad } from '../../ui/use-service.ts';
import { BackupCodes, CurrentPassword } from './SecretFields.tsx';

const QrCode = lazy(async () => ({ default: (await import('../../ui/QrCode.tsx')).QrCode }));

/** Sets the second factor up: an app reads the code, and a first number proves it. */
export function EnrolView({ password, onDone }: { password: string | null; onDone: () => void }) {
  const { words, service } = useConsole();
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  const { busy, error, run } = useAction();
  // Officers who joined by the identity provider have no password.
  const own = useLoad(password === null ? 'GET /api/me' : null).state;
  const hasPassword = own.kind === 'loaded' ? own.value.hasPassword : true;
  const begin = (currentPassword: string) =>
    run(async () => {
      const body = hasPassword ? { password: currentPassword } : {};
      setEnrolment(await service.ask('POST /api/me/second-factor', { body }));
    });
  // biome-ignore lint/correctness/useExhaustiveDependencies: begins once, with the password of the sign-in
  useEffect(() => {
    if (password !== null) begin(password);
  }, []);

  if (enrolment !== null) return <ProveCode enrolment={enrolment} onDone={onDone} />;
  return (
    <Form className="narrow" onSubmit={(fields) => begin(String(fields.get('password')))}>
      <h2>{words.enrol.title}</h2>
      <p>{words.enrol.why}</p>
      <ErrorNotice error={error} />
      {busy || (password === null && own.kind === 'loading') ? (
        <p role="status">{words.loading}</p>
      ) : (
        <>
          {hasPassword && <CurrentPassword label={words.signIn.password} name="password" />}
          <button type="submit" className="button">
            {words.enrol.begin}
          </button>
        </>
      )}
    </Form>
  );
}

function ProveCode({ enrolment, onDone }: { enrolment: Enrolment; onDone: () => void }) {
  const { words } = useConsole();
  const secret = new URL(enrolment.totpUri).searchParams.get('secret') ?? '';
  const ask = useAsk(onDone);
  return (
    <AskForm button={words.enrol.confirm} send={ask('POST /api/me/second-factor/confirm', {})}>
      <h2>{words.enrol.title}</h2>
      <p>{words.enrol.scan}</p>
      <p>
        <a className="button quiet" href={enrolment.totpUri}>
          {words.enrol.onThisPhone}
        </a>
      </p>
      <Suspense fallback={<p role="status">{words.loading}</p>}>
        <QrCode text={enrolment.totpUri} label={words.enrol.qr} />
      </Suspense>
      <p className="detail">
        {words.enrol.typed}{' '}
        <code className="secret">{secret.replace(/(.{4})/g, '$1 ').trim()}</code>
      </p>
      <p>
        <CopyButton text={secret} label={words.enrol.copyKey} done={words.people.copied} />
      </p>
      <BackupCodes codes={enrolment.backupCodes} />
      <TextField
        label={words.signIn.code}
        hint={words.enrol.codeHint}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        required
      />
    </AskForm>
  );
}

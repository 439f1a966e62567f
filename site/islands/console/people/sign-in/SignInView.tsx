import { useEffect, useState } from 'react';
import type { Answer, Asked } from '../../../../../messaging/contract/contract.ts';
import { AskForm, Form, useAsk } from '../../ui/AskForm.tsx';
import { useConsole } from '../../ui/console-context.ts';
import { Fold } from '../../ui/lines.tsx';
import { Button, ErrorNotice, TextField } from '../../ui/parts.tsx';
import { useAction, useLoad } from '../../ui/use-service.ts';
import { accountWordsIn } from '../accounts/account-words.ts';

import { canUsePasskeys, signWithKey, unfinished } from './passkey-browser.ts';
import { CurrentPassword } from './SecretFields.tsx';

type Ways = Answer<'GET /api/sign-in/ways'>;

interface SignInProps {
  onDone: () => void;
  /**
   * The role needs a second factor and has none yet; the password goes on, so that it is not asked for twice. Null after a
   * sign-in at the identity provider.
   */
  onEnrol: (password: string | null) => void;
}

interface FirstStepProps extends SignInProps {
  onSecondFactor: () => void;
}

/** The identity provider, a passkey, or e-mail and password; then the code where there is a second factor. */
export function SignInView({ onDone, onEnrol }: SignInProps) {
  const [secondFactor, setSecondFactor] = useState(false);
  if (secondFactor) return <SecondFactorForm onDone={onDone} />;
  return (
    <FirstStep onDone={onDone} onEnrol={onEnrol} onSecondFactor={() => setSecondFactor(true)} />
  );
}

function FirstStep(props: FirstStepProps) {
  const { words } = useConsole();
  const { state } = useLoad('GET /api/sign-in/ways');
  if (state.kind === 'loading') return <p role="status">{words.loading}</p>;
  const ways: Ways = state.kind === 'loaded' ? state.value : { provider: null, passwords: true };
  return (
    <div className="narrow">
      <h2>{words.signIn.title}</h2>
      {ways.provider !== null && <ProviderButton {...props} button={ways.provider} />}
      {ways.passwords ? (
        <PasswordForm {...props} isSecond={ways.provider !== null} />
      ) : (
        <Fold title={words.signIn.breakGlass}>
          <p className="detail">{words.signIn.breakGlassHint}</p>
          <PasswordForm {...props} isSecond />
        </Fold>
      )}
    </div>
  );
}

/** Does what is left of a sign-in after its first step. */
function goOn(
  { onDone, onEnrol, onSecondFactor }: FirstStepProps,
  next: Answer<'POST /api/sign-in'>['next'],
  password: string | null,
): void {
  if (next === 'second-factor') onSecondFactor();
  else if (next === 'set-up-second-factor') onEnrol(password);
  else onDone();
}

interface ProviderButtonProps extends FirstStepProps {
  button: NonNullable<Ways['provider']>;
}

/** Leaves for the provider, and goes on with its answer. */
function ProviderButton({ button, ...steps }: ProviderButtonProps) {
  const { language, service, words } = useConsole();
  const [answer] = useState(takeProviderAnswer);
  const { busy, error, run } = useAction();
  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer is handed in once
  useEffect(() => {
    if (answer === null) return;
    run(async () => {
      const { next } = await service.ask('POST /api/sign-in/provider', { body: answer });
      goOn(steps, next, null);
    });
  }, []);
  const leave = () =>
    run(async () => leaveForProvider((await service.ask('POST /api/sign-in/provider/begin')).url));
  return (
    <>
      <ErrorNotice error={error} />
      <p>
        <Button look="button" disabled={busy} onClick={leave}>
          {button[language]}
        </Button>
      </p>
      {busy && <p role="status">{words.loading}</p>}
    </>
  );
}

/** `isSecond`: another way is above it. */
function PasswordForm({ isSecond, ...steps }: FirstStepProps & { isSecond: boolean }) {
  const { words, service } = useConsole();
  const accounts = useConsole(accountWordsIn).words;
  const { busy, error, run } = useAction();
  const submit = (form: FormData) =>
    run(async () => {
      const password = String(form.get('password'));
      const email = String(form.get('email')).trim();
      const { next } = await service.ask('POST /api/sign-in', { body: { email, password } });
      goOn(steps, next, password);
    });
  const signInByPasskey = () =>
    run(async () => {
      const options = await service.ask('POST /api/sign-in/passkey/begin');
      const response = await signWithKey(options).catch(() => {
        throw unfinished;
      });
      await service.ask('POST /api/sign-in/passkey', { body: { response } });
      steps.onDone();
    });
  return (
    <Form className="narrow" onSubmit={submit}>
      <ErrorNotice error={error} />
      {canUsePasskeys() && (
        <p>
          <Button disabled={busy} onClick={signInByPasskey}>
            {accounts.passkeys.signIn}
          </Button>
        </p>
      )}
      <TextField
        label={words.signIn.email}
        name="email"
        type="email"
        autoComplete="username"
        required
      />
      <CurrentPassword label={words.signIn.password} name="password" />
      <button type="submit" className={isSecond ? 'button quiet' : 'button'} disabled={busy}>
        {words.signIn.submit}
      </button>
      <p className="detail">{words.signIn.help}</p>
    </Form>
  );
}

function SecondFactorForm({ onDone }: Pick<SignInProps, 'onDone'>) {
  const { words } = useConsole();
  const [kind, setKind] = useState<'code' | 'backup-code'>('code');
  const isCode = kind === 'code';
  const ask = useAsk(onDone);
  return (
    <AskForm
      key={kind}
      button={words.signIn.submitCode}
      send={ask('POST /api/sign-in/second-factor', {})}
      onCancel={() => setKind(isCode ? 'backup-code' : 'code')}
      cancel={isCode ? words.signIn.useBackup : words.signIn.useCode}
    >
      <h2>{words.signIn.secondTitle}</h2>
      <TextField
        label={isCode ? words.signIn.code : words.signIn.backupCode}
        hint={isCode ? words.signIn.codeHint : words.signIn.backupHint}
        name={isCode ? 'code' : 'backupCode'}
        inputMode={isCode ? 'numeric' : 'text'}
        autoComplete={isCode ? 'one-time-code' : 'off'}
        required
      />
    </AskForm>
  );
}

/** The identity provider's answer, as the service takes it. */
type ProviderAnswer = Asked<'POST /api/sign-in/provider'>['body'];

const beganAt = 'sign-in-page';

/** Notes the page from which a sign-in at the provider begins: the provider knows one address for both languages. */
function leaveForProvider(url: string): void {
  sessionStorage.setItem(beganAt, location.pathname);
  location.assign(url);
}

/**
 * Takes the provider's answer out of the page's address, so that no reload sends it again; null where there is none, or
 * the page where the sign-in began is opened with it.
 */
function takeProviderAnswer(): ProviderAnswer | null {
  const query = new URLSearchParams(location.search);
  const [state, code, error] = ['state', 'code', 'error'].map((name) => query.get(name));
  if (typeof state !== 'string') return null;
  const page = sessionStorage.getItem(beganAt);
  sessionStorage.removeItem(beganAt);
  if (page !== null && page !== location.pathname) {
    location.replace(`${page}${location.search}`);
    return null;
  }
  history.replaceState(null, '', location.pathname);
  const issuer = query.get('iss');
  const head = { state, ...(issuer === null ? {} : { iss: issuer }) };
  if (typeof code === 'string') return { ...head, code };
  return typeof error === 'string' ? { ...head, error } : null;
}

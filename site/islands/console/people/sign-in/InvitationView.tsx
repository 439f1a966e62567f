import { useEffect, useState } from 'react';
import type { Invitation } from '../../../../../messaging/people/accounts/accounts-schemas.ts';
import { localPath } from '../../../../i18n/language.ts';
import { AskForm } from '../../ui/AskForm.tsx';
import { useConsole } from '../../ui/console-context.ts';
import { ErrorNotice, Facts, Outcome, TextField } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { NewPassword } from './SecretFields.tsx';

/** Opened by a one-time link, whose token is after # and goes to the service in a body only. */
export function InvitationView() {
  const { words, service, language } = useConsole();
  const [token] = useState(() => location.hash.slice(1));
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  const [done, setDone] = useState(false);
  const reading = useAction();
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once
  useEffect(() => {
    reading.run(async () => {
      setInvitation(await service.ask('POST /api/invitations/read', { body: { token } }));
    });
  }, []);

  if (done) {
    return (
      <Outcome tone="good">
        <p>{words.invitation.done}</p>
        <p>
          <a className="button" href={localPath(language, '/console/')}>
            {words.signIn.submit}
          </a>
        </p>
      </Outcome>
    );
  }
  if (invitation === null) {
    return reading.error === null ? (
      <p role="status">{words.loading}</p>
    ) : (
      <>
        <ErrorNotice error={reading.error} />
        <p>{words.invitation.openWhole}</p>
        <p>{words.invitation.askAnother}</p>
        <p>
          <a href={localPath(language, '/console/')}>{words.signIn.submit}</a>
        </p>
      </>
    );
  }
  return <AcceptForm token={token} invitation={invitation} onAccepted={() => setDone(true)} />;
}

interface AcceptFormProps {
  token: string;
  invitation: Invitation;
  onAccepted: () => void;
}

function AcceptForm({ token, invitation, onAccepted }: AcceptFormProps) {
  const { words, service, language, format } = useConsole();
  const isNew = invitation.kind === 'new-account';
  const accept = async (form: FormData) => {
    // A new password needs no name; the service asks for one all the same and leaves it unused.
    const name = String(form.get('name') ?? invitation.email);
    await service.ask('POST /api/invitations/accept', {
      body: { token, name, password: String(form.get('password')) },
    });
    onAccepted();
  };
  return (
    <AskForm button={words.invitation.accept} send={accept}>
      <h2>{isNew ? words.invitation.newAccount : words.invitation.newPassword}</h2>
      <Facts
        className="facts"
        facts={[
          [words.invitation.office, invitation.office[language]],
          [words.signIn.email, invitation.email],
          [words.invitation.until, format.moment(invitation.expiresAt)],
        ]}
      />
      <input type="hidden" name="username" autoComplete="username" value={invitation.email} />
      {isNew && (
        <TextField
          label={words.invitation.name}
          hint={words.invitation.nameHint}
          name="name"
          autoComplete="name"
          maxLength={120}
          required
        />
      )}
      <NewPassword label={words.invitation.password} name="password" />
    </AskForm>
  );
}

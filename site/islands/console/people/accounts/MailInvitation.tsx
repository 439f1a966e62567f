import { useState } from 'react';
import { useConsole } from '../../ui/console-context.ts';
import { ErrorNotice } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { useAccountWords } from './use-account-words.ts';

/** Offers to mail an invitation whose link is shown now; the same link goes once. */
export function MailInvitation({ link, email }: { link: string; email: string }) {
  const { language, service } = useConsole();
  const words = useAccountWords().invitations;
  const [mailed, setMailed] = useState(false);
  const { busy, error, run } = useAction();
  const send = () =>
    run(async () => {
      await service.ask('POST /api/mail/invitations/one', { body: { link, language } });
      setMailed(true);
    });
  return (
    <>
      <ErrorNotice error={error} />
      {mailed ? (
        <p role="status">{words.mailed(email)}</p>
      ) : (
        <button type="button" className="button" disabled={busy} onClick={send}>
          {words.mail}
        </button>
      )}
    </>
  );
}

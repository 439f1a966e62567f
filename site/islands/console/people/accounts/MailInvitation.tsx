import { useState } from 'react';
import { AskButton } from '../../ui/AskForm.tsx';
import { useConsole } from '../../ui/console-context.ts';
import { accountWordsIn } from './account-words.ts';

/** Offers to mail an invitation whose link is shown now; the same link goes once. */
export function MailInvitation({ link, email }: { link: string; email: string }) {
  const { language, service } = useConsole();
  const words = useConsole(accountWordsIn).words.invitations;
  const [mailed, setMailed] = useState(false);
  if (mailed) return <p role="status">{words.mailed(email)}</p>;
  return (
    <AskButton
      button={words.mail}
      look="button"
      send={async () => {
        await service.ask('POST /api/mail/invitations/one', { body: { link, language } });
        setMailed(true);
      }}
    />
  );
}

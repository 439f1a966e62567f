import { useState } from 'react';
import { rolesFor } from '../../../../campaigns/offices/permission.ts';
import type { Answer } from '../../../../messaging/contract/contract.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { localPath } from '../../../i18n/language.ts';
import { useConsole, useMe } from '../ui/console-context.ts';
import { FileForm } from '../ui/FileForm.tsx';
import { Outcome } from '../ui/parts.tsx';
import { useUpload } from '../ui/use-upload.ts';
import { viewPath } from '../ui/views.ts';
import { LetterList } from './LetterList.tsx';
import { MailingPanel } from './MailingPanel.tsx';
import { mailWordsIn } from './mail-words.ts';

/** Letters by e-mail: to all districts at once, invitations, and the state of each letter. */
export function MailView() {
  const { language } = useConsole();
  const { role } = useMe();
  const words = mailWordsIn(language);
  return (
    <>
      {rolesFor('mail.send').includes(role) && (
        <section aria-labelledby="mailings">
          <h2 id="mailings">{words.mailings}</h2>
          <div className="mailings">
            <MailingPanel kind="kit" />
            {rolesFor('station.read').includes(role) ? (
              <p>
                <a href={`${localPath(language, viewPath('boards'))}?write=reminder`}>
                  {words.toReminder}
                </a>
              </p>
            ) : (
              <MailingPanel kind="reminder" />
            )}
          </div>
        </section>
      )}
      {rolesFor('person.invite').includes(role) && <InviteDistricts />}
      <LetterList />
    </>
  );
}

/** Invites the offices of many districts, from a csv. */
function InviteDistricts() {
  const { language, service } = useConsole();
  const words = mailWordsIn(language);
  const [done, setDone] = useState<Answer<'POST /api/mail/invitations'> | null>(null);
  // A new round empties the file's field.
  const [round, setRound] = useState(0);
  const upload = useUpload();
  return (
    <details className="invite-mail">
      <summary>{words.invite}</summary>
      <FileForm
        label={words.inviteFile}
        hint={words.inviteWhat}
        accept=".csv,text/csv"
        button={words.inviteSend}
        upload={upload}
        round={round}
        send={async ({ file }) => {
          setDone(null);
          const body = { csv: await file.text(), language };
          setDone(await service.ask('POST /api/mail/invitations', { body }));
          setRound((last) => last + 1);
        }}
      />
      {done !== null && (
        <Outcome tone={done.refused.length === 0 ? 'good' : 'bad'}>
          <p>{words.invited(formatNumber(done.invited, language))}</p>
          {done.refused.length > 0 && (
            <ul>
              {done.refused.map((row) => (
                <li key={row.row}>
                  {words.row(formatNumber(row.row, language))}: {row.found}: {row[language]}
                </li>
              ))}
            </ul>
          )}
        </Outcome>
      )}
    </details>
  );
}

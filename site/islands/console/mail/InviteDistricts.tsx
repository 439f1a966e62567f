import { useState } from 'react';
import type { Answer } from '../../../../messaging/contract/contract.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useConsole } from '../ui/console-context.ts';
import { FileForm } from '../ui/FileForm.tsx';
import { Outcome } from '../ui/parts.tsx';
import { useUpload } from '../ui/use-upload.ts';
import { mailWordsIn } from './mail-words.ts';

/** Invites the offices of many districts, from a csv. */
export function InviteDistricts() {
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

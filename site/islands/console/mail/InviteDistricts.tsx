import { useState } from 'react';
import type { Answer } from '../../../../messaging/contract/contract.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { mailWordsIn } from '../../../i18n/mail-words.ts';
import { useConsole } from '../ui/console-context.ts';
import { FileField } from '../ui/FileField.tsx';
import { Form } from '../ui/Form.tsx';
import { ErrorNotice, Outcome } from '../ui/parts.tsx';
import { useAction } from '../ui/use-service.ts';

/** Invites the offices of many districts, from a csv. */
export function InviteDistricts() {
  const { language, service } = useConsole();
  const words = mailWordsIn(language);
  const [done, setDone] = useState<Answer<'POST /api/mail/invitations'> | null>(null);
  // A new round empties the file's field.
  const [round, setRound] = useState(0);
  const { busy, error, run } = useAction();
  const submit = (form: FormData) => {
    const file = form.get('file');
    if (!(file instanceof File)) return;
    run(async () => {
      setDone(null);
      const body = { csv: await file.text(), language };
      setDone(await service.ask('POST /api/mail/invitations', { body }));
      setRound((last) => last + 1);
    });
  };
  return (
    <details className="invite-mail">
      <summary>{words.invite}</summary>
      <Form className="narrow" onSubmit={submit}>
        <ErrorNotice error={error} />
        <FileField
          key={round}
          label={words.inviteFile}
          hint={words.inviteWhat}
          name="file"
          accept=".csv,text/csv"
          required
        />
        <button type="submit" className="button" disabled={busy}>
          {words.inviteSend}
        </button>
      </Form>
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

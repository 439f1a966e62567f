import { type FormEvent, useState } from 'react';
import type { Answer } from '../../../../messaging/contract/contract.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { mailWordsIn } from '../../../i18n/mail-words.ts';
import { useConsole } from '../console-context.ts';
import { ErrorNotice, Field, Outcome } from '../parts.tsx';
import { useAction } from '../use-service.ts';

/** Invites the offices of many districts, from a csv. */
export function InviteDistricts() {
  const { language, service } = useConsole();
  const words = mailWordsIn(language);
  const [done, setDone] = useState<Answer<'POST /api/mail/invitations'> | null>(null);
  const { busy, error, run } = useAction();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form).get('file');
    if (!(given instanceof File)) return;
    run(async () => {
      setDone(null);
      const body = { csv: await given.text(), language };
      setDone(await service.ask('POST /api/mail/invitations', { body }));
      form.reset();
    });
  };
  return (
    <details className="invite-mail">
      <summary>{words.invite}</summary>
      <form className="narrow" onSubmit={submit}>
        <ErrorNotice error={error} />
        <Field label={words.inviteFile} hint={words.inviteWhat}>
          {(ids) => <input {...ids} type="file" name="file" accept=".csv,text/csv" required />}
        </Field>
        <button type="submit" className="button" disabled={busy}>
          {words.inviteSend}
        </button>
      </form>
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

import { type FormEvent, useState } from 'react';
import { sheetCsv } from '../../../../../campaigns/tables/csv-writer.ts';
import type { InvitationList, MadeLinks } from '../../../../../messaging/contract/people/people.ts';
import { useConsole } from '../../ui/console-context.ts';
import { FileField } from '../../ui/FileField.tsx';
import { ErrorNotice, Outcome } from '../../ui/parts.tsx';
import { RowFaults } from '../../ui/RowFaults.tsx';
import { saveFile, saveText } from '../../ui/save-text.ts';
import { useAction } from '../../ui/use-service.ts';
import { useAccountWords } from './use-account-words.ts';

/** Invites from a list: looked at first, then links, then letters to print. */
export function InviteList({ onMade }: { onMade: () => void }) {
  const { service, districts, campaign, language } = useConsole();
  const words = useAccountWords().bulk;
  const [list, setList] = useState<InvitationList | null>(null);
  const [made, setMade] = useState<MadeLinks | null>(null);
  const { busy, error, run } = useAction();

  const check = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const file = new FormData(event.currentTarget).get('file');
    if (!(file instanceof File)) return;
    run(async () => {
      setMade(null);
      const content = base64(new Uint8Array(await file.arrayBuffer()));
      setList(await service.ask('POST /api/people/invitations/check', { body: { content } }));
    });
  };
  const make = ({ rows }: InvitationList) =>
    run(async () => {
      const body = { rows: rows.map(({ email, role, area }) => ({ email, role, area })) };
      setMade(await service.ask('POST /api/people/invitations/many', { body }));
      setList(null);
      onMade();
    });
  const print = ({ made: links }: MadeLinks) =>
    run(async () => {
      const body = { links: links.map(({ link }) => link) };
      const sheet = await service.askFile('POST /api/people/invitations/sheet', { body });
      saveFile(`${campaign.id}-invitations.pdf`, sheet);
    });
  const form = () =>
    sheetCsv([['ई-मेल', 'कार्यालय', 'दायित्व'], ...districts.map(({ nameHi }) => ['', nameHi, ''])]);
  return (
    <section aria-labelledby="invite-list">
      <h2 id="invite-list">{words.title}</h2>
      <p className="detail">{words.lead}</p>
      <p>
        <button
          type="button"
          className="link"
          onClick={() => saveText(`${campaign.id}-invitations.csv`, form(), 'text/csv')}
        >
          {words.form}
        </button>
      </p>
      <form className="narrow" onSubmit={check}>
        <ErrorNotice error={error} />
        <FileField
          label={words.file}
          hint={words.fileHint}
          name="file"
          accept=".csv,.xlsx"
          required
        />
        <button type="submit" className="button quiet" disabled={busy}>
          {words.check}
        </button>
      </form>
      {list !== null && (
        <Outcome key={JSON.stringify(list)} tone={list.rows.length > 0 ? 'plain' : 'bad'}>
          <p>
            <strong>{list.rows.length > 0 ? words.good(list.rows.length) : words.noGood}</strong>
          </p>
          <ul className="plain rejects">
            {list.rows.map(({ email, office }) => (
              <li key={email}>
                {email}: {office[language]}
              </li>
            ))}
          </ul>
          {list.faults.length > 0 && (
            <>
              <p>
                <strong>{words.bad(list.faults.length)}</strong>
              </p>
              <RowFaults
                faults={list.faults.map((fault) => ({
                  ...fault,
                  column: fault.column === 'file' ? null : fault.column,
                }))}
              />
            </>
          )}
          {list.rows.length > 0 && (
            <button type="button" className="button" disabled={busy} onClick={() => make(list)}>
              {words.make(list.rows.length)}
            </button>
          )}
        </Outcome>
      )}
      {made !== null && (
        <Outcome key="made" tone="good">
          <p>
            <strong>{words.made(made.made.length)}</strong>
          </p>
          <ul className="plain rejects">
            {made.left.map(({ email, why }) => (
              <li key={email}>
                {email}: {why[language]}
              </li>
            ))}
          </ul>
          <button type="button" className="button" disabled={busy} onClick={() => print(made)}>
            {words.sheet}
          </button>
          <p className="detail">{words.sheetHow}</p>
        </Outcome>
      )}
    </section>
  );
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

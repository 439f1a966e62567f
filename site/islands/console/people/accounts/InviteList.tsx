import { useState } from 'react';
import { sheetCsv } from '../../../../../campaigns/tables/csv-writer.ts';
import type {
  InvitationList,
  MadeLinks,
} from '../../../../../messaging/people/accounts/people-schemas.ts';
import { AskButton, Form } from '../../ui/AskForm.tsx';
import { CheckedRows } from '../../ui/CheckedRows.tsx';
import { useConsole } from '../../ui/console-context.ts';
import { FileField } from '../../ui/DayField.tsx';
import { Strong, Submit } from '../../ui/lines.tsx';
import { Button, ErrorNotice, List, Outcome, Section } from '../../ui/parts.tsx';
import { saveFile, saveText } from '../../ui/save-text.ts';
import { useAction } from '../../ui/use-service.ts';
import { accountWordsIn } from './account-words.ts';

interface InviteListProps {
  onMade: () => void;
}

/** Invites from a list: looked at first, then links, then letters to print. */
export function InviteList(props: InviteListProps) {
  const { language, words: all } = useConsole(accountWordsIn);
  const words = all.bulk;
  const { list, made, busy, error, check, make, print, saveForm } = useInviteList(props);
  return (
    <Section id="invite-list" title={words.title}>
      <p className="detail">{words.lead}</p>
      <p>
        <Button look="link" onClick={saveForm}>
          {words.form}
        </Button>
      </p>
      <Form className="narrow" onSubmit={(fields) => check(fields.get('file'))}>
        <ErrorNotice error={error} />
        <FileField
          label={words.file}
          hint={words.fileHint}
          name="file"
          accept=".csv,.xlsx"
          required
        />
        <Submit quiet busy={busy}>
          {words.check}
        </Submit>
      </Form>
      {list !== null && (
        <CheckedRows
          key={JSON.stringify(list)}
          good={list.rows.length}
          title={list.rows.length > 0 ? words.good(list.rows.length) : words.noGood}
          faults={list.faults.map((fault) => ({
            ...fault,
            column: fault.column === 'file' ? null : fault.column,
          }))}
          left={words.bad(list.faults.length)}
          button={words.make(list.rows.length)}
          onTake={() => make(list.rows)}
          busy={busy}
        >
          <List of={list.rows} className="rejects" keyOf={({ email }) => email}>
            {({ email, office }) => `${email}: ${office[language]}`}
          </List>
        </CheckedRows>
      )}
      {made !== null && (
        <MadeInvitations made={made} busy={busy} onPrint={() => print(made.made)} />
      )}
    </Section>
  );
}

function useInviteList({ onMade }: InviteListProps) {
  const { service, districts, campaign } = useConsole();
  const [list, setList] = useState<InvitationList | null>(null);
  const [made, setMade] = useState<MadeLinks | null>(null);
  const { busy, error, run } = useAction();
  return {
    list,
    made,
    busy,
    error,
    check: (file: FormDataEntryValue | null) =>
      run(async () => {
        if (!(file instanceof File)) return;
        setMade(null);
        const content = base64(new Uint8Array(await file.arrayBuffer()));
        setList(await service.ask('POST /api/people/invitations/check', { body: { content } }));
      }),
    make: (rows: InvitationList['rows']) =>
      run(async () => {
        const body = { rows: rows.map(({ email, role, area }) => ({ email, role, area })) };
        setMade(await service.ask('POST /api/people/invitations/many', { body }));
        setList(null);
        onMade();
      }),
    print: (links: MadeLinks['made']) =>
      run(async () => {
        const body = { links: links.map(({ link }) => link) };
        const sheet = await service.askFile('POST /api/people/invitations/sheet', { body });
        saveFile(`${campaign.id}-invitations.pdf`, sheet);
      }),
    saveForm: () => {
      const head = ['ई-मेल', 'कार्यालय', 'दायित्व'];
      const sheet = sheetCsv([head, ...districts.map(({ nameHi }) => ['', nameHi, ''])]);
      saveText(`${campaign.id}-invitations.csv`, sheet, 'text/csv');
    },
  };
}

interface MadeProps {
  made: MadeLinks;
  busy: boolean;
  onPrint: () => void;
}

function MadeInvitations({ made: { made, left }, busy, onPrint }: MadeProps) {
  const { language } = useConsole();
  const words = useConsole(accountWordsIn).words.bulk;
  return (
    <Outcome tone="good">
      <Strong>{words.made(made.length)}</Strong>
      <List of={left} className="rejects" keyOf={({ email }) => email}>
        {({ email, why }) => (
          <>
            {email}: {why[language]}
          </>
        )}
      </List>
      <Button look="button" disabled={busy} onClick={onPrint}>
        {words.sheet}
      </Button>
      <p className="detail">{words.sheetHow}</p>
      <MailInvitations
        links={made.map(({ link }) => link)}
        button={words.mail}
        said={words.mailed}
      />
    </Outcome>
  );
}

interface MailProps {
  links: readonly string[];
  button: string;
  said: (queued: number) => string;
}

/** Offers to mail invitations whose links are shown now, each to its address; the same link goes once. */
export function MailInvitations({ links, button, said }: MailProps) {
  const { language, service } = useConsole();
  const [queued, setQueued] = useState<number | null>(null);
  if (links.length === 0) return null;
  if (queued !== null) return <p role="status">{said(queued)}</p>;
  const send = async () => {
    const body = { links: [...links], language };
    setQueued((await service.ask('POST /api/mail/invitations', { body })).queued);
  };
  return <AskButton button={button} look="button" send={send} />;
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

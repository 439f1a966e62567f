import { useState } from 'react';
import { rolesFor } from '../../../../campaigns/offices/permission.ts';
import type { Letter } from '../../../../messaging/mail/delivery/mail-schemas.ts';
import { AskForm, AskRow } from '../ui/AskForm.tsx';
import { useConsole, useMe } from '../ui/console-context.ts';
import { formatMoment } from '../ui/format-moment.ts';
import { Await, Button, TextField } from '../ui/parts.tsx';
import { useLoad } from '../ui/use-service.ts';
import { mailWordsIn } from './mail-words.ts';

/** One letter: its state and text, and what an officer can do about it. */
export function LetterRow({ letter, onChanged }: { letter: Letter; onChanged: () => void }) {
  const { language, words } = useConsole(mailWordsIn);
  const { role } = useMe();
  const [open, setOpen] = useState(false);
  const { id, state, recipient, lastAnswer, decidedBy } = letter;
  const settles = rolesFor('mail.settle').includes(role) && recipient !== null;
  const waits = state === 'deferred';
  return (
    <li className="letter-row">
      <p className="letter-head">
        <span className={`letter-state ${state}`}>{words.states[state]}</span>{' '}
        <strong>{letter.subject}</strong>
      </p>
      <p className="detail">
        <span className="address">{recipient ?? words.gone}</span> · {words.kinds[letter.kind]} ·{' '}
        {formatMoment(letter.settledAt ?? letter.createdAt, language)}
        {waits && ` · ${words.nextTry(formatMoment(letter.nextTryAt, language))}`}
        {decidedBy !== null && ` · ${words.decidedBy(decidedBy)}`}
      </p>
      {lastAnswer !== null && state !== 'sent' && (
        <p className="detail" lang="en">
          <span lang={language}>{words.answer}:</span> {lastAnswer}
        </p>
      )}
      {settles && state === 'unknown' && <Decide id={id} onChanged={onChanged} />}
      {settles && (state === 'bounced' || state === 'refused') && letter.kind !== 'invitation' && (
        <Resend id={id} recipient={recipient} onChanged={onChanged} />
      )}
      <Button aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? words.close : words.open} <span className="sr-only">{letter.subject}</span>
      </Button>
      {open && <LetterText id={id} />}
    </li>
  );
}

function LetterText({ id }: { id: number }) {
  const { words } = useConsole(mailWordsIn);
  const { state, reload } = useLoad('GET /api/mail/letters/:id', { params: { id } });
  return (
    <>
      <iframe
        sandbox=""
        className="letter"
        title={words.preview}
        src={`/api/mail/letters/${id}/view`}
      />
      <Await state={state} retry={reload}>
        {({ attachments }) =>
          attachments.length > 0 && (
            <p className="detail">
              {words.attachments}: {attachments.join(', ')}
            </p>
          )
        }
      </Await>
    </>
  );
}

function Decide({ id, onChanged }: { id: number; onChanged: () => void }) {
  const { service, words } = useConsole(mailWordsIn);
  const decide = async (decision: 'arrived' | 'send-again') => {
    await service.ask('POST /api/mail/letters/:id/decide', { params: { id }, body: { decision } });
    onChanged();
  };
  return (
    <>
      <p>{words.unknownWhat}</p>
      <AskRow
        asks={[
          { button: words.arrived, look: 'button', send: () => decide('arrived') },
          { button: words.sendAgain, send: () => decide('send-again') },
        ]}
      />
    </>
  );
}

function Resend({
  id,
  recipient,
  onChanged,
}: {
  id: number;
  recipient: string | null;
  onChanged: () => void;
}) {
  const { service, words } = useConsole(mailWordsIn);
  const submit = async (form: FormData) => {
    const email = String(form.get('email'));
    await service.ask('POST /api/mail/letters/:id/resend', { params: { id }, body: { email } });
    onChanged();
  };
  return (
    <AskForm className="letter-resend" button={words.resend} send={submit}>
      <TextField
        label={words.address}
        name="email"
        type="email"
        required
        defaultValue={recipient ?? ''}
      />
    </AskForm>
  );
}

import { useState } from 'react';
import { rolesFor } from '../../../../campaigns/offices/permission.ts';
import { type LetterState, letterStates } from '../../../../messaging/contract/values.ts';
import type { Letter } from '../../../../messaging/mail/delivery/mail-schemas.ts';
import { localPath } from '../../../i18n/language.ts';
import { AskForm, AskRow, useAsk } from '../ui/AskForm.tsx';
import { useConsole, useMe } from '../ui/console-context.ts';
import { Detail } from '../ui/lines.tsx';
import { Pager } from '../ui/list/ListBar.tsx';
import { type ListHead, pageRows, useFoundList } from '../ui/list/use-found-list.ts';
import { Await, Button, List, Section, TextField } from '../ui/parts.tsx';
import { useLoad } from '../ui/use-service.ts';
import { viewPath } from '../ui/views.ts';
import { MailingPanel } from './MailingPanel.tsx';
import { mailWordsIn } from './mail-words.ts';

/** Letters by e-mail: to all districts at once, and the state of each letter. */
export function MailView() {
  const { language, words } = useConsole(mailWordsIn);
  const { role } = useMe();
  return (
    <>
      {rolesFor('mail.send').includes(role) && (
        <Section id="mailings" title={words.mailings}>
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
        </Section>
      )}
      <LetterList />
    </>
  );
}

/** All letters with state, search and count; the state is in the address: a link leads to what bounced. */
function LetterList() {
  const { words, format } = useConsole(mailWordsIn);
  const list = useFoundList({ fields: { state: 'state' }, orders: ['newest'], order: 'newest' });
  const { order: _, ...query } = list.query;
  const { state, reload } = useLoad('GET /api/mail/letters', {
    query: { ...query, state: letterStates.find((name) => name === list.valueOf('state')) },
  });
  const read = state.kind === 'loaded' ? state.value : null;
  return (
    <Section id="letters" title={words.letters}>
      {read?.outbox && <p className="notice plain">{words.outbox}</p>}
      {read?.quiet && <p className="notice plain">{words.quiet}</p>}
      <LetterFilter
        head={list.headOf(read && { found: read.found, all: read.found })}
        counts={read?.counts ?? {}}
      />
      <Await state={state} retry={reload}>
        {({ letters, found }) => (
          <>
            {found > 0 && (
              <p role="status" className="detail">
                {words.shown(format.number(letters.length), format.number(found))}
              </p>
            )}
            <List of={letters} className="letters" none={words.none}>
              {(letter) => <LetterFacts letter={letter} />}
            </List>
            <Pager page={list.page} pageRows={pageRows} found={found} onPage={list.toPage} />
          </>
        )}
      </Await>
    </Section>
  );
}

interface LetterFilterProps {
  head: ListHead;
  counts: Partial<Record<LetterState, number>>;
}

function LetterFilter({ head, counts }: LetterFilterProps) {
  const { words, format } = useConsole(mailWordsIn);
  return (
    <div className="letter-filter">
      <TextField
        label={words.search}
        type="search"
        value={head.query}
        onChange={({ currentTarget }) => head.search(currentTarget.value)}
      />
      <fieldset className="letter-states">
        <legend className="sr-only">{words.letters}</legend>
        {(['', ...letterStates] as const).map((name) => (
          <Button
            key={name}
            aria-pressed={(head.values['state'] ?? '') === name}
            onClick={() => head.filter('state', name)}
          >
            {name === '' ? words.all : words.states[name]}
            {name !== '' && (counts[name] ?? 0) > 0 && ` ${format.number(counts[name] ?? 0)}`}
          </Button>
        ))}
      </fieldset>
    </div>
  );
}

/** One letter: its state and text, and what an officer can do about it. */
function LetterFacts({ letter }: { letter: Letter }) {
  const { language, words, format } = useConsole(mailWordsIn);
  const { role } = useMe();
  const [open, setOpen] = useState(false);
  const { id, state, recipient, lastAnswer, decidedBy } = letter;
  const settles = rolesFor('mail.settle').includes(role) && recipient !== null;
  const waits = state === 'deferred';
  return (
    <div className="letter-row">
      <p className="letter-head">
        <span className={`letter-state ${state}`}>{words.states[state]}</span>{' '}
        <strong>{letter.subject}</strong>
      </p>
      <p className="detail">
        <span className="address">{recipient ?? words.gone}</span> · {words.kinds[letter.kind]} ·{' '}
        {format.moment(letter.settledAt ?? letter.createdAt)}
        {waits && ` · ${words.nextTry(format.moment(letter.nextTryAt))}`}
        {decidedBy !== null && ` · ${words.decidedBy(decidedBy)}`}
      </p>
      {lastAnswer !== null && state !== 'sent' && (
        <p className="detail" lang="en">
          <span lang={language}>{words.answer}:</span> {lastAnswer}
        </p>
      )}
      {settles && state === 'unknown' && <Decide id={id} />}
      {settles && (state === 'bounced' || state === 'refused') && letter.kind !== 'invitation' && (
        <Resend id={id} recipient={recipient} />
      )}
      <Button aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? words.close : words.open} <span className="sr-only">{letter.subject}</span>
      </Button>
      {open && <LetterText id={id} />}
    </div>
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
            <Detail>
              {words.attachments}: {attachments.join(', ')}
            </Detail>
          )
        }
      </Await>
    </>
  );
}

function Decide({ id }: { id: number }) {
  const { words } = useConsole(mailWordsIn);
  const ask = useAsk();
  const decide = (decision: 'arrived' | 'send-again') =>
    ask('POST /api/mail/letters/:id/decide', { params: { id }, body: { decision } });
  return (
    <>
      <p>{words.unknownWhat}</p>
      <AskRow
        asks={[
          { button: words.arrived, look: 'button', send: decide('arrived') },
          { button: words.sendAgain, send: decide('send-again') },
        ]}
      />
    </>
  );
}

function Resend({ id, recipient }: { id: number; recipient: string }) {
  const { words } = useConsole(mailWordsIn);
  const ask = useAsk();
  return (
    <AskForm
      className="letter-resend"
      button={words.resend}
      send={ask('POST /api/mail/letters/:id/resend', { params: { id } })}
    >
      <TextField
        label={words.address}
        name="email"
        type="email"
        required
        defaultValue={recipient}
      />
    </AskForm>
  );
}

import { useEffect, useState } from 'react';
import { rolesFor } from '../../../../campaigns/offices/permission.ts';
import type { Answer } from '../../../../messaging/contract/contract.ts';
import { type LetterState, letterStates } from '../../../../messaging/contract/values.ts';
import type { Letter } from '../../../../messaging/mail/delivery/mail-schemas.ts';
import { formatMoment, formatNumber } from '../../../i18n/format.ts';
import { localPath } from '../../../i18n/language.ts';
import { AskForm, AskRow, FileForm } from '../ui/AskForm.tsx';
import { useConsole, useMe } from '../ui/console-context.ts';
import { keepInAddress } from '../ui/in-address.ts';
import { Await, Button, Outcome, Section, TextField } from '../ui/parts.tsx';
import { useLoad, useUpload } from '../ui/use-service.ts';
import { viewPath } from '../ui/views.ts';
import { MailingPanel } from './MailingPanel.tsx';
import { mailWordsIn } from './mail-words.ts';

/** Letters by e-mail: to all districts at once, invitations, and the state of each letter. */
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
      {rolesFor('person.invite').includes(role) && <InviteDistricts />}
      <LetterList />
    </>
  );
}

/** Invites the offices of many districts, from a csv. */
function InviteDistricts() {
  const { language, service, words } = useConsole(mailWordsIn);
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

const pageSize = 25;
const mostShown = 500;
const typingPauseMs = 300;

/** The state in the address: a link leads to what bounced. */
function readState(): LetterState | null {
  const state = new URLSearchParams(location.search).get('state');
  return letterStates.find((name) => name === state) ?? null;
}

/** All letters with state, search and count. */
function LetterList() {
  const { language, words } = useConsole(mailWordsIn);
  const list = useLetterList();
  const { state, reload } = list;
  return (
    <Section id="letters" title={words.letters}>
      {state.kind === 'loaded' && state.value.outbox && (
        <p className="notice plain">{words.outbox}</p>
      )}
      {state.kind === 'loaded' && state.value.quiet && (
        <p className="notice plain">{words.quiet}</p>
      )}
      <LetterFilter list={list} />
      <Await state={state} retry={reload}>
        {({ letters, matching }) =>
          letters.length === 0 ? (
            <p role="status">{words.none}</p>
          ) : (
            <>
              <p role="status" className="detail">
                {words.shown(
                  formatNumber(letters.length, language),
                  formatNumber(matching, language),
                )}
              </p>
              <ul className="plain letters">
                {letters.map((letter) => (
                  <LetterRow key={letter.id} letter={letter} onChanged={reload} />
                ))}
              </ul>
              {letters.length < matching && list.canShowMore && (
                <Button onClick={list.showMore}>{words.more}</Button>
              )}
            </>
          )
        }
      </Await>
    </Section>
  );
}

function LetterFilter({ list }: { list: ReturnType<typeof useLetterList> }) {
  const { language, words } = useConsole(mailWordsIn);
  const { state, filter, choose, typed, type } = list;
  const counts: Partial<Record<LetterState, number>> =
    state.kind === 'loaded' ? state.value.counts : {};
  const countText = (name: LetterState) => {
    const count = counts[name] ?? 0;
    return count > 0 && ` ${formatNumber(count, language)}`;
  };
  return (
    <div className="letter-filter">
      <TextField
        label={words.search}
        type="search"
        value={typed}
        onChange={(event) => type(event.target.value)}
      />
      <fieldset className="letter-states">
        <legend className="sr-only">{words.letters}</legend>
        {[null, ...letterStates].map((name) => (
          <Button key={name ?? 'all'} aria-pressed={filter === name} onClick={() => choose(name)}>
            {name === null ? words.all : words.states[name]}
            {name !== null && countText(name)}
          </Button>
        ))}
      </fieldset>
    </div>
  );
}

function useLetterList() {
  const [filter, setFilter] = useState<LetterState | null>(readState);
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState(pageSize);
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed), typingPauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  const { state, reload } = useLoad('GET /api/mail/letters', {
    query: {
      limit: shown,
      ...(filter !== null && { state: filter }),
      ...(search !== '' && { search }),
    },
  });
  const choose = (next: LetterState | null) => {
    setFilter(next);
    setShown(pageSize);
    keepInAddress({ state: next });
  };
  return {
    state,
    reload,
    filter,
    choose,
    typed,
    type: setTyped,
    canShowMore: shown < mostShown,
    showMore: () => setShown((last) => Math.min(mostShown, last + 4 * pageSize)),
  };
}

/** One letter: its state and text, and what an officer can do about it. */
function LetterRow({ letter, onChanged }: { letter: Letter; onChanged: () => void }) {
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

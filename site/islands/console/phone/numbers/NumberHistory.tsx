import { useEffect, useRef, useState } from 'react';
import { consentWords } from '../../../../../campaigns/words/consent-words.ts';
import type { NumberAnswer } from '../../../../../messaging/phone/numbers/routes.ts';
import { localPath } from '../../../../i18n/language.ts';
import { AskButton, AskForm } from '../../ui/AskForm.tsx';
import { useConsole } from '../../ui/console-context.ts';
import { FigureTable } from '../../ui/FigureTable.tsx';
import { readText } from '../../ui/form-text.ts';
import { Button, List, TextField } from '../../ui/parts.tsx';
import { phoneWordsIn } from '../phone-words.ts';
import { useCodeText } from '../use-code-text.ts';

import { whatsappWordsIn } from '../whatsapp-words.ts';

interface NumberHistoryProps {
  /** As it was typed. */
  number: string;
  answer: NumberAnswer;
  onStopsChanged: () => void;
  /** Hears in how many places it occurred. */
  onDeleted: (held: number) => void;
}

/** Everything that is kept of one number, and what can be done at its owner's wish. */
export function NumberHistory({ number, answer, onStopsChanged, onDeleted }: NumberHistoryProps) {
  const { service } = useConsole();
  const words = useConsole(phoneWordsIn).words.numbers;
  const [stopped, setStopped] = useState(answer.optedOutAt !== null);
  const [deleting, setDeleting] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);

  const set = (next: boolean) => {
    setStopped(next);
    onStopsChanged();
  };
  const add = async () => {
    await service.ask('POST /api/opt-outs/add', { body: { number } });
    set(true);
  };
  const remove = async (fields: FormData) => {
    const body = { number, reason: readText(fields, 'reason'), paper: readText(fields, 'paper') };
    const answer = await service.ask('POST /api/opt-outs/remove', { body });
    if (!('held' in answer)) set(false);
    return answer;
  };
  return (
    <div className="notice plain phone-history">
      <h3 ref={title} tabIndex={-1} className="phone-number">
        {answer.number}
      </h3>
      <NumberFacts answer={answer} stopped={stopped} />
      {deleting ? (
        <DeleteNumber
          number={number}
          masked={answer.number}
          stopped={stopped}
          onCancel={() => {
            setDeleting(false);
            title.current?.focus();
          }}
          onDeleted={onDeleted}
        />
      ) : (
        <>
          {stopped ? (
            <AskForm button={words.remove} look="button quiet" send={remove}>
              <TextField label={words.paper} name="paper" maxLength={120} required />
            </AskForm>
          ) : (
            <AskButton button={words.add} send={add} />
          )}
          <Button onClick={() => setDeleting(true)}>{words.delete}</Button>
        </>
      )}
    </div>
  );
}

function NumberFacts({ answer, stopped }: { answer: NumberAnswer; stopped: boolean }) {
  const { language, format } = useConsole();
  const words = useConsole(phoneWordsIn).words.numbers;
  const { optIn } = whatsappWordsIn(language);
  const { optedOutAt, optedOutSource, messages, tests, lists } = answer;
  return (
    <>
      <p role="status">
        <strong>{stopped ? words.stopped : words.notStopped}</strong>{' '}
        {stopped &&
          optedOutAt !== null &&
          optedOutSource !== null &&
          words.since(format.moment(optedOutAt), words.sources[optedOutSource])}
      </p>
      <p>{answer.dnd ? words.dnd : words.notDnd}</p>
      <p>
        {answer.whatsappOptIn === null
          ? optIn.none
          : optIn.given(format.day(answer.whatsappOptIn.givenOn), answer.whatsappOptIn.source)}
      </p>
      {answer.history.length > 0 && (
        <>
          <h4>{words.history}</h4>
          <ConsentTable events={answer.history} title={words.history} />
        </>
      )}
      <h4>{words.messages}</h4>
      {messages.length === 0 ? (
        <p>{words.noMessages}</p>
      ) : (
        <MessageTable messages={messages} title={words.messages} />
      )}
      {answer.ownNumber && <p>{words.ownNumber}</p>}
      {tests.length > 0 && (
        <>
          <h4>{words.tests}</h4>
          <MessageTable messages={tests} title={words.tests} />
        </>
      )}
      <h4>{words.lists}</h4>
      <List of={lists} keyOf={({ audienceId }) => audienceId} none={words.noLists}>
        {({ audienceId, name }) => (
          <a href={`${localPath(language, '/console/audiences/')}?id=${audienceId}`}>{name}</a>
        )}
      </List>
    </>
  );
}

/** Events of the history, as they arrived. */
function ConsentTable({ events, title }: { events: NumberAnswer['history']; title: string }) {
  const { language, format } = useConsole();
  const words = useConsole(phoneWordsIn).words.numbers;
  const { kinds, channels } = consentWords[language];
  return (
    <FigureTable
      className="figures-table phone-wide"
      label={title}
      rows={events}
      keyOf={({ kind, recordedAt }) => `${kind} ${recordedAt}`}
      columns={[
        [words.what, ({ kind, channel }) => `${kinds[kind]}: ${channels[channel]}`],
        [words.saidAt, ({ saidAt }) => format.moment(saidAt), 'words'],
        [
          words.by,
          ({ enteredBy, evidence, list }) =>
            [enteredBy ?? words.owner, list, evidence].filter(Boolean).join(' · '),
          'words',
        ],
      ]}
    />
  );
}

interface DeleteNumberProps {
  number: string;
  masked: string;
  /** It is on the stop list. */
  stopped: boolean;
  onCancel: () => void;
  onDeleted: (held: number) => void;
}

/** Asks once, since it cannot be undone, and whether the number stays on the stop list. */
function DeleteNumber({ number, masked, stopped, onCancel, onDeleted }: DeleteNumberProps) {
  const { service, words } = useConsole(phoneWordsIn);
  const question = useRef<HTMLParagraphElement>(null);
  // It has taken the place of the button that was pressed.
  useEffect(() => question.current?.focus(), []);
  const submit = async (fields: FormData) => {
    const keepOptOut = fields.get('keep') !== null;
    const reason = readText(fields, 'reason');
    const body = { number, keepOptOut, reason, paper: readText(fields, 'paper') };
    const answer = await service.ask('POST /api/numbers/delete', { body });
    if (typeof answer.held === 'number') onDeleted(answer.held);
    return answer;
  };
  return (
    <AskForm
      className="notice bad"
      button={words.numbers.confirmDelete}
      look="button call"
      send={submit}
      onCancel={onCancel}
    >
      <p ref={question} tabIndex={-1}>
        {words.numbers.sure(masked)}
      </p>
      <label className="phone-tick">
        <input type="checkbox" name="keep" defaultChecked /> {words.numbers.keep}
      </label>
      {stopped && <TextField label={words.numbers.paper} name="paper" maxLength={120} />}
    </AskForm>
  );
}

interface MessageTableProps {
  messages: readonly Omit<NumberAnswer['messages'][number], 'changedAt' | 'providerId'>[];
  title: string;
}

/** Messages to one number, the latest first. */
function MessageTable({ messages, title }: MessageTableProps) {
  const { language, words, format } = useConsole(phoneWordsIn);
  const explainCode = useCodeText();
  return (
    <FigureTable
      className="figures-table phone-wide"
      label={title}
      rows={messages}
      keyOf={({ blastId, submittedAt }) => `${blastId} ${submittedAt}`}
      columns={[
        [
          words.numbers.blast,
          ({ blastId, blast }) => (
            <a href={`${localPath(language, '/console/blasts/')}?id=${blastId}`}>{blast}</a>
          ),
        ],
        [
          words.numbers.state,
          ({ channel, status, errorCode }) => (
            <>
              {words.channels[channel]}: {words.numbers.statuses[channel][status]}
              {errorCode !== null && <span className="detail"> ({explainCode(errorCode)})</span>}
            </>
          ),
          'words',
        ],
        [
          words.numbers.when,
          ({ submittedAt }) =>
            submittedAt === null ? words.numbers.notSent : format.moment(submittedAt),
          'words',
        ],
      ]}
    />
  );
}

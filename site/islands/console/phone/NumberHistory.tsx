import { useEffect, useRef, useState } from 'react';
import type { NumberAnswer } from '../../../../messaging/contract/phone/numbers.ts';
import { localPath } from '../../../i18n/language.ts';
import { useConsole } from '../ui/console-context.ts';
import { formatMoment } from '../ui/format-moment.ts';
import { ErrorNotice } from '../ui/parts.tsx';
import { useAction } from '../ui/use-service.ts';
import { DeleteNumber } from './DeleteNumber.tsx';
import { MessageTable } from './MessageTable.tsx';
import { usePhoneWords } from './use-phone-words.ts';

interface NumberHistoryProps {
  /** As it was typed. */
  number: string;
  answer: NumberAnswer;
  onStopsChanged: () => void;
  /** Hears in how many places it stood. */
  onDeleted: (held: number) => void;
}

/** Everything that is kept of one number, and what can be done at its owner's wish. */
export function NumberHistory({ number, answer, onStopsChanged, onDeleted }: NumberHistoryProps) {
  const { service, language, words: common } = useConsole();
  const words = usePhoneWords();
  const [stopped, setStopped] = useState(answer.optedOutAt !== null);
  const [asked, setAsked] = useState(false);
  const { busy, error, run } = useAction();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);

  const toggle = () =>
    run(async () => {
      await service.ask(`POST /api/opt-outs/${stopped ? 'remove' : 'add'}`, { body: { number } });
      setStopped(!stopped);
      onStopsChanged();
    });
  return (
    <div className="notice plain phone-history">
      <h3 ref={title} tabIndex={-1} className="phone-number">
        {answer.number}
        {answer.sample && <span className="tag">{common.sample}</span>}
      </h3>
      <p role="status">
        <strong>{stopped ? words.numbers.stopped : words.numbers.notStopped}</strong>{' '}
        {stopped &&
          answer.optedOutAt !== null &&
          answer.optedOutSource !== null &&
          words.numbers.since(
            formatMoment(answer.optedOutAt, language),
            words.numbers.sources[answer.optedOutSource],
          )}
      </p>
      <p>{answer.dnd ? words.numbers.dnd : words.numbers.notDnd}</p>
      <h4>{words.numbers.messages}</h4>
      {answer.messages.length === 0 ? (
        <p>{words.numbers.noMessages}</p>
      ) : (
        <MessageTable messages={answer.messages} title={words.numbers.messages} />
      )}
      {answer.ownNumber && <p>{words.numbers.ownNumber}</p>}
      {answer.tests.length > 0 && (
        <>
          <h4>{words.numbers.tests}</h4>
          <MessageTable messages={answer.tests} title={words.numbers.tests} />
        </>
      )}
      <h4>{words.numbers.lists}</h4>
      {answer.lists.length === 0 ? (
        <p>{words.numbers.noLists}</p>
      ) : (
        <ul className="plain">
          {answer.lists.map(({ audienceId, name }) => (
            <li key={audienceId}>
              <a href={`${localPath(language, '/console/audiences/')}?id=${audienceId}`}>{name}</a>
            </li>
          ))}
        </ul>
      )}
      <ErrorNotice error={error} />
      {asked ? (
        <DeleteNumber
          number={number}
          masked={answer.number}
          onCancel={() => {
            setAsked(false);
            title.current?.focus();
          }}
          onDeleted={onDeleted}
        />
      ) : (
        <div className="row">
          <button type="button" className="button quiet" disabled={busy} onClick={toggle}>
            {stopped ? words.numbers.remove : words.numbers.add}
          </button>
          <button type="button" className="button quiet" onClick={() => setAsked(true)}>
            {words.numbers.delete}
          </button>
        </div>
      )}
    </div>
  );
}

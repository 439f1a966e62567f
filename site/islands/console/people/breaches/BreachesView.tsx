import { useState } from 'react';
import type { Breach } from '../../../../../messaging/contract/people/breaches.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import { type Fact, Facts } from '../../ui/Facts.tsx';
import { formatMoment } from '../../ui/format-moment.ts';
import { Await, Outcome } from '../../ui/parts.tsx';
import { readNow, useDays } from '../../ui/use-days.ts';
import { useLoad } from '../../ui/use-service.ts';
import { BreachForm } from './BreachForm.tsx';

/** Breaches of personal data, with the clock that runs until the Board is told. */
export function BreachesView() {
  const { words } = useConsole();
  const { state, reload } = useLoad('GET /api/breaches');
  const days = useDays().state;
  const [editing, setEditing] = useState<Breach | 'new' | null>(null);
  const [saved, setSaved] = useState<number | null>(null);
  const onSaved = (id: number) => {
    setEditing(null);
    setSaved(id);
    void reload();
  };
  return (
    <>
      <p className="breach-lead">{words.breaches.lead}</p>
      {saved !== null && (
        <Outcome tone="good">
          <p>{words.breaches.saved(saved)}</p>
        </Outcome>
      )}
      {editing === 'new' ? (
        <BreachForm breach={null} onSaved={onSaved} onCancel={() => setEditing(null)} />
      ) : (
        <button type="button" className="button" onClick={() => setEditing('new')}>
          {words.breaches.add}
        </button>
      )}
      <Await state={state} retry={reload}>
        {(breaches) =>
          breaches.length === 0 ? (
            <p role="status">{words.breaches.none}</p>
          ) : (
            <ol className="plain activities">
              {breaches.map((breach) => (
                <li key={breach.id}>
                  {editing !== null && editing !== 'new' && editing.id === breach.id ? (
                    <BreachForm
                      breach={breach}
                      onSaved={onSaved}
                      onCancel={() => setEditing(null)}
                    />
                  ) : (
                    <BreachRow
                      breach={breach}
                      now={days.kind === 'loaded' ? readNow(days.value.today) : null}
                      onChange={() => setEditing(breach)}
                    />
                  )}
                </li>
              ))}
            </ol>
          )
        }
      </Await>
    </>
  );
}

interface BreachRowProps {
  breach: Breach;
  /** By the service's clock; null while it is not known. */
  now: number | null;
  onChange: () => void;
}

function BreachRow({ breach, now, onChange }: BreachRowProps) {
  const { words, language } = useConsole();
  const describeMoment = (moment: string | null, none: string) =>
    moment === null ? none : formatMoment(moment, language);
  const { breaches } = words;
  const facts: Fact[] = [
    [breaches.happenedAt, describeMoment(breach.happenedAt, breaches.unknown)],
    [breaches.knownAt, formatMoment(breach.knownAt, language)],
    [breaches.whose, breach.whose],
    [
      breaches.people,
      breach.people === null ? breaches.unknown : formatNumber(breach.people, language),
    ],
    [breaches.measures, breach.measures === '' ? breaches.notYet : breach.measures],
    [breaches.boardToldAt, describeMoment(breach.boardToldAt, breaches.notYet)],
    [breaches.peopleToldAt, describeMoment(breach.peopleToldAt, breaches.notYet)],
  ];
  return (
    <>
      <p>
        <strong>
          {words.breaches.number(breach.id)} · {breach.what}
        </strong>
        {breach.sample && <span className="detail"> {words.sample}</span>}
      </p>
      <BoardClock breach={breach} now={now} />
      <Facts className="changes breach" facts={facts} />
      <p className="detail">{breaches.recorded(breach.recordedBy)}</p>
      <button type="button" className="button quiet" onClick={onChange}>
        {breaches.change} <span className="sr-only">{words.breaches.number(breach.id)}</span>
      </button>
    </>
  );
}

const hourMs = 3_600_000;

/** Hours left to tell the Board, or whether it was told in time. */
function BoardClock({
  breach: { dueAt, boardToldAt },
  now,
}: Pick<BreachRowProps, 'breach' | 'now'>) {
  const { words } = useConsole();
  const until = boardToldAt === null ? now : Date.parse(boardToldAt);
  if (until === null) return null;
  const leftMs = Date.parse(dueAt) - until;
  const hours = Math.floor(Math.abs(leftMs) / hourMs);
  const text =
    boardToldAt === null
      ? leftMs >= 0
        ? words.breaches.hoursLeft(hours)
        : words.breaches.late(hours)
      : leftMs >= 0
        ? words.breaches.inTime
        : words.breaches.toldLate;
  return <p className={`notice ${leftMs >= 0 ? 'plain' : 'bad'}`}>{text}</p>;
}

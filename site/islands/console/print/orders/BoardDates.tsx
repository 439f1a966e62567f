import { createContext, type ReactNode, useContext } from 'react';
import { toDay } from '../../../../../campaigns/tracker/clock.ts';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import { useConsole } from '../../ui/console-context.ts';
import { useLoad } from '../../ui/use-service.ts';
import { orderWordsIn } from './order-words.ts';

type Dates = Answer<'GET /api/board-dates'>[number];

const DatesContext = createContext<readonly Dates[]>([]);

interface BoardDatesProviderProps {
  district: string;
  children: ReactNode;
}

/** Reads the dates of a district's ordered boards once for all rows inside. */
export function BoardDatesProvider({ district, children }: BoardDatesProviderProps) {
  const { state } = useLoad('GET /api/board-dates', { query: { district } });
  return <DatesContext value={state.kind === 'loaded' ? state.value : []}>{children}</DatesContext>;
}

/** When a station's ordered board was dispatched, received and hung; nothing for one that was not ordered. */
export function BoardDates({ station, name }: { station: string; name: string }) {
  const dates = useContext(DatesContext).find((each) => each.station === station);
  return dates === undefined ? null : <BoardDateRow dates={dates} name={name} />;
}

export function BoardDateRow({
  dates: { dispatchedAt, receivedAt, hungOn },
  name,
}: {
  dates: Pick<Dates, 'dispatchedAt' | 'receivedAt' | 'hungOn'>;
  name: string;
}) {
  const { words, format } = useConsole(orderWordsIn);
  const steps = [
    [words.dispatched, dispatchedAt === null ? null : toDay(new Date(dispatchedAt))],
    [words.received, receivedAt === null ? null : toDay(new Date(receivedAt))],
    [words.hung, hungOn],
  ] as const;
  return (
    <ol className="plain board-dates" aria-label={words.dates(name)}>
      {steps.map(([step, day]) => (
        <li key={step} className={day === null ? 'open' : 'done'}>
          {step} <strong>{day === null ? '–' : format.shortDay(day)}</strong>
        </li>
      ))}
    </ol>
  );
}

import { useEffect } from 'react';
import type { StationCheck } from '../../../../../campaigns/activities/checklist.ts';
import { pickName } from '../../../../../campaigns/directory/pick-name.ts';
import { useConsole } from '../../ui/console-context.ts';
import { useOutbox } from '../../ui/outbox/outbox.ts';
import { useBoardSending } from './board-sending.ts';
import { Verdict } from './Verdict.tsx';
import { WaitingBoard } from './WaitingBoard.tsx';

interface SentBoardsProps {
  district: string;
  stations: readonly Pick<StationCheck, 'station' | 'nameHi' | 'nameEn'>[];
  onChanged: () => void;
}

/** Boards of a district that wait on this phone, and those that this page has sent. */
export function SentBoards({ district, stations, onChanged }: SentBoardsProps) {
  const { language } = useConsole();
  const { state } = useOutbox();
  const { send } = useBoardSending();
  const nameStation = (id: string) => {
    const found = stations.find(({ station }) => station === id);
    if (found === undefined) return id;
    return pickName(found, language);
  };
  const waiting = state.waiting.filter(({ entry }) => entry.district === district);
  const sent = state.sent.filter(({ entry }) => entry.entry.district === district);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was sent changes the list
  useEffect(() => void onChanged(), [sent.length]);
  if (waiting.length + sent.length === 0) return null;
  return (
    <ul className="plain board-rows">
      {waiting.map((one) => (
        <li key={one.key} className="station">
          <strong>{nameStation(one.entry.station)}</strong>
          <WaitingBoard
            waiting={one}
            name={nameStation(one.entry.station)}
            onReplace={(photo) => void send(one.entry, photo)}
          />
        </li>
      ))}
      {sent.map(({ entry, answer }) => (
        <li key={entry.key} className="station">
          <Verdict outcome={answer} station={nameStation(entry.entry.station)} />
        </li>
      ))}
    </ul>
  );
}

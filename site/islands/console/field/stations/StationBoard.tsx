import { useState } from 'react';
import type { StationCheck } from '../../../../../campaigns/activities/checklist.ts';
import { pickName } from '../../../../../campaigns/directory/pick-name.ts';
import { BoardDates, BoardDatesProvider } from '../../print/orders/BoardDates.tsx';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { useDays } from '../../ui/use-days.ts';
import { EntryHistory } from '../activities/EntryHistory.tsx';
import { recordableKinds } from '../activities/recordable.ts';
import { BoardActions, BoardFeedback, BoardState } from '../boards/BoardStep.tsx';
import { LevelMeaning } from '../boards/LevelTag.tsx';
import { type BoardProps, useBoard } from '../boards/use-board.ts';
import { WithChecklist } from '../boards/WithChecklist.tsx';
import { stationWordsIn } from './station-words.ts';

/** The board of a station: its next step in one tap, its dates, its picture and who changed what. */
export function StationBoard({ district, station }: { district: string; station: string }) {
  const words = stationWordsIn(useConsole().language);
  const mayEnter = recordableKinds(useMe()).includes('board');
  const days = useDays();
  const today = mayEnter && days.state.kind === 'loaded' ? days.state.value.today : null;
  return (
    <section aria-label={words.partNames.board}>
      <WithChecklist district={district}>
        {({ stations }, reload) => {
          const check = stations.find((each) => each.station === station);
          if (check === undefined) return <p>{words.noBoard}</p>;
          return (
            <BoardDatesProvider district={district}>
              <Board check={check} district={district} today={today} onChanged={reload} />
            </BoardDatesProvider>
          );
        }}
      </WithChecklist>
    </section>
  );
}

function Board(props: BoardProps) {
  const { check, today, onChanged } = props;
  const { language } = useConsole();
  const board = useBoard(props);
  const name = pickName(check, language);
  const told = useLastEntry(check);
  return (
    <div data-station={check.station}>
      <div className="station-line">
        {check.status === 'missing' && <span>{stationWordsIn(language).boardMissing}</span>}
        <BoardState check={check} />
        <BoardActions board={board} name={name} />
      </div>
      {check.level !== null && <LevelMeaning level={check.level} />}
      <BoardFeedback board={board} name={name} />
      <BoardDates station={check.station} name={name} />
      {told !== null && (
        <EntryHistory
          key={`${told} ${check.status}`}
          id={told}
          name={name}
          mayChange={today !== null}
          onChanged={onChanged}
        />
      )}
    </div>
  );
}

/** The entry of the board. One that was taken back leaves the checklist, but can still be put back here. */
function useLastEntry({ activity }: StationCheck): number | null {
  const [last, setLast] = useState(activity);
  if (activity !== null && activity !== last) setLast(activity);
  return activity ?? last;
}

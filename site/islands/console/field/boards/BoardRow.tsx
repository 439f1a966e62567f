import { pickName } from '../../../../../campaigns/directory/pick-name.ts';
import { useConsole } from '../../ui/console-context.ts';
import { useStationPath } from '../../ui/station-path.ts';
import { BoardActions, BoardFeedback, BoardState } from './BoardStep.tsx';
import { type BoardProps, useBoard } from './use-board.ts';

/** A station of the checklist: the state of its board, and the next step in one tap; the rest is on the station's page. */
export function BoardRow(props: BoardProps) {
  const { check, district } = props;
  const board = useBoard(props);
  const name = pickName(check, useConsole().language);
  const path = useStationPath();
  return (
    <li className={`station ${check.status}`} data-station={check.station}>
      <div className="station-line">
        <span className="station-name">
          <a href={path(district, check.station, 'board')}>
            <strong>{name}</strong>
          </a>{' '}
          <BoardState check={check} />
        </span>
        <BoardActions board={board} name={name} />
      </div>
      <BoardFeedback board={board} name={name} />
    </li>
  );
}

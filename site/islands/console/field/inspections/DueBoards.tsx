import type { ReactNode } from 'react';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import { useConsole, useDistrictName } from '../../ui/console-context.ts';
import { Fold } from '../../ui/lines.tsx';
import { Button } from '../../ui/parts.tsx';
import { useLoad } from '../../ui/use-service.ts';
import { useStationPath } from '../../ui/views.ts';
import { LatestInspection } from './InspectBoard.tsx';
import { inspectionWordsIn } from './inspection-words.ts';

type Due = Answer<'GET /api/inspections/due'>;
type DueBoard = Due['boards'][number];

interface DueBoardsProps {
  district?: string;
  onInspect: (place: string) => void;
}

/** Boards of a district, or of the officer's area, that somebody should look at; nothing where there are none. */
export function DueBoards({ district, onInspect }: DueBoardsProps) {
  const { words, format } = useConsole(inspectionWordsIn);
  const { state } = useLoad('GET /api/inspections/due', {
    query: district === undefined ? {} : { district },
  });
  // The page is about the boards: it does not wait for this, nor fail with it.
  if (state.kind !== 'loaded' || state.value.boards.length === 0) return null;
  const { boards, until } = state.value;
  return (
    <Fold className="due-boards" title={words.dueOf(format.number(boards.length))}>
      <p className="detail">{words.dueLead(format.day(until))}</p>
      <ul className="plain">
        {boards.map((board) => (
          <DueRow
            key={`${board.district}/${board.station}`}
            board={board}
            isAlone={district !== undefined}
            onInspect={onInspect}
          >
            {board.sign !== null && <SignText sign={board.sign} />}
            {board.sign !== null && board.inspection !== null && <br />}
            {board.inspection !== null && <LatestInspection {...board.inspection} />}
          </DueRow>
        ))}
      </ul>
    </Fold>
  );
}

interface DueRowProps {
  board: Pick<DueBoard, 'district' | 'station' | 'name'>;
  isAlone?: boolean;
  /** Null where it was looked at. */
  onInspect: ((place: string) => void) | null;
  /** Why it is to be looked at, and how it was last. */
  children: ReactNode;
  below?: ReactNode;
}

/** A board that somebody should look at. */
export function DueRow({ board, isAlone = false, onInspect, children, below }: DueRowProps) {
  const { words } = useConsole(inspectionWordsIn);
  return (
    <li className="due-board">
      <p className="what">
        <BoardPlace board={board} isAlone={isAlone} />
        <br />
        {children}
      </p>
      {onInspect !== null && (
        <Button onClick={() => onInspect(`${board.district}/${board.station}`)}>
          {words.inspect}
        </Button>
      )}
      {below}
    </li>
  );
}

type BoardPlaceProps = Required<Pick<DueRowProps, 'board' | 'isAlone'>>;

/** The station of a board, which leads to its page, and its district. */
function BoardPlace({ board, isAlone }: BoardPlaceProps) {
  const { language } = useConsole();
  const nameDistrict = useDistrictName();
  const stationPath = useStationPath();
  const { district, station, name } = board;
  return (
    <>
      <a href={stationPath(district, station, 'board')}>
        <strong>{name[language]}</strong>
      </a>
      {!isAlone && <>, {nameDistrict(district)}</>}
    </>
  );
}

function SignText({ sign }: { sign: NonNullable<DueBoard['sign']> }) {
  const { language, words, format } = useConsole(inspectionWordsIn);
  const say = (value: number) => format.number(Math.round(value));
  switch (sign.kind) {
    case 'silent':
      return <>{words.silent(say(sign.days), say(sign.expected))}</>;
    case 'same-officer':
      return <>{words.sameOfficer(sign.board[language])}</>;
    case 'leap':
      return <>{words.leap({ ...sign, board: sign.board[language] }, say)}</>;
    case 'never':
      return <>{words.never(say(sign.days))}</>;
    case 'old':
      // In tenths, cut off: a board is no older than it is.
      return <>{words.old(format.number(Math.floor(sign.days / 36.525) / 10))}</>;
    case 'sudden':
      return <>{words.sudden(say(sign.scans), say(sign.expected))}</>;
  }
}

import { useEffect, useState } from 'react';
import type { StationCheck } from '../../../../../campaigns/activities/checklist.ts';
import { pickName } from '../../../../../campaigns/directory/pick-name.ts';
import { entryWordsIn } from '../../../../i18n/entry-words.ts';
import { stationWordsIn } from '../../../../i18n/station-words.ts';
import { BoardDates } from '../../print/orders/BoardDates.tsx';
import { useConsole } from '../../ui/console-context.ts';
import { PhotoPicker } from '../../ui/PhotoPicker.tsx';
import { ErrorNotice } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { EntryHistory } from '../activities/EntryHistory.tsx';
import { HistoryButton } from '../activities/HistoryButton.tsx';
import { type BoardOutcome, enterBoard } from './board-entry.ts';
import { useBoardSending } from './board-sending.ts';
import { Verdict } from './Verdict.tsx';
import { WaitingBoard } from './WaitingBoard.tsx';

interface BoardRowProps {
  check: StationCheck;
  district: string;
  /** Day of an entry by one tap; null where the officer only reads. */
  today: string | null;
  onChanged: () => void;
}

/** States in which a picture can be handed in. */
const withPhoto: readonly StationCheck['status'][] = [
  'missing',
  'entered',
  'waiting',
  'appealed',
  'rejected',
];

/** A station of the checklist: the state of its board, and the next step in one tap. */
export function BoardRow(props: BoardRowProps) {
  const { check, today, onChanged } = props;
  const { language, words } = useConsole();
  const entry = entryWordsIn(language);
  const row = useBoardRow(props);
  const { waiting, sending, busy, outcome, told, isShown } = row;
  const { status, station } = check;
  const name = pickName(check, language);
  const isIdle = waiting === undefined && !sending.preparing;
  return (
    <li className={`station ${status}`} data-station={station}>
      <div className="station-line">
        <span className="station-name">
          <strong>{name}</strong>{' '}
          {status !== 'missing' && (
            <span className={`state ${status}`}>
              {status === 'entered' ? words.home.noPhoto : words.status[status]}
            </span>
          )}
          {check.superseded && (
            <span className="state rejected">{stationWordsIn(language).superseded}</span>
          )}
        </span>
        {today !== null && withPhoto.includes(status) && isIdle && (
          <BoardActions row={row} name={name} isMissing={status === 'missing'} />
        )}
      </div>
      {sending.preparing && (
        <p role="status" className="detail">
          {entry.preparing}
        </p>
      )}
      {sending.notKept && (
        <p role="alert" className="notice bad">
          {entry.notKept}
        </p>
      )}
      {waiting !== undefined && (
        <WaitingBoard waiting={waiting} name={name} onReplace={row.sendPhoto} />
      )}
      <BoardDates station={station} name={name} />
      <ErrorNotice error={row.error} />
      {outcome !== null && isIdle && !busy && status !== 'missing' && (
        <Verdict key={outcome.activity.version} outcome={outcome} station={name} />
      )}
      {told !== null && <HistoryButton isShown={isShown} name={name} onToggle={row.toggle} />}
      {told !== null && isShown && (
        <EntryHistory
          key={`${told} ${status}`}
          id={told}
          name={name}
          mayChange={today !== null}
          onChanged={onChanged}
        />
      )}
    </li>
  );
}

function BoardActions(props: {
  row: ReturnType<typeof useBoardRow>;
  name: string;
  isMissing: boolean;
}) {
  const { home: words } = useConsole().words;
  const { name } = props;
  const { busy, sendPhoto, enter } = props.row;
  return (
    <span className="row">
      <PhotoPicker label={words.photoOf(name)} disabled={busy} onPick={sendPhoto}>
        {words.photo}
      </PhotoPicker>
      {props.isMissing && (
        <button
          type="button"
          className="button quiet"
          aria-label={words.withoutOf(name)}
          disabled={busy}
          onClick={enter}
        >
          {words.without}
        </button>
      )}
    </span>
  );
}

function useBoardRow({ check, district, today, onChanged }: BoardRowProps) {
  const { service } = useConsole();
  const { station, activity } = check;
  const [entered, setEntered] = useState<BoardOutcome | null>(null);
  const [isShown, setShown] = useState(false);
  const { busy, error, run } = useAction();
  const sending = useBoardSending();
  const { waiting, sent } = sending.of(district, station);
  const sentKey = sent?.entry.key;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was sent changes the list, once
  useEffect(() => {
    if (sentKey !== undefined) onChanged();
  }, [sentKey]);
  const sendPhoto = (photo: File) => {
    if (today === null) return;
    setEntered(null);
    void sending.send({ district, station, activity, day: today }, photo);
  };
  const enter = () =>
    run(async () => {
      if (today === null) return;
      setEntered(await enterBoard(service, { district, station, day: today }));
      onChanged();
    });
  // An entry that was taken back leaves the list, but can still be put back here.
  const [last, setLast] = useState(activity);
  if (activity !== null && activity !== last) setLast(activity);
  return {
    waiting,
    sending,
    sendPhoto,
    enter,
    busy,
    error,
    outcome: sent?.answer ?? entered,
    /** The entry whose history can be shown. */
    told: activity ?? (isShown ? last : null),
    isShown,
    toggle: () => setShown(!isShown),
  };
}

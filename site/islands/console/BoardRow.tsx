import { useState } from 'react';
import type { StationCheck } from '../../../campaigns/activities/checklist.ts';
import { BoardDates } from './BoardDates.tsx';
import { addPhoto, type BoardOutcome, enterBoard } from './board-entry.ts';
import { useConsole } from './console-context.ts';
import { PhotoPicker } from './PhotoPicker.tsx';
import { ErrorNotice, UploadBar } from './parts.tsx';
import { useAction } from './use-service.ts';
import { Verdict } from './Verdict.tsx';

interface BoardRowProps {
  check: StationCheck;
  district: string;
  /** Day that an entry of one tap has; null where the officer only reads. */
  today: string | null;
  onChanged: () => void;
}

/** A station of the checklist: its board's state, and what brings it on in one tap. */
export function BoardRow({ check, district, today, onChanged }: BoardRowProps) {
  const { language, words, service } = useConsole();
  const [outcome, setOutcome] = useState<BoardOutcome | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const { busy, error, run } = useAction();
  const name = language === 'hi' ? check.nameHi : check.nameEn;
  const { status, station } = check;

  const send = (work: () => Promise<BoardOutcome>) =>
    run(async () => {
      try {
        setOutcome(await work());
      } finally {
        setShare(null);
        onChanged();
      }
    });
  const begin = (photo: File | null) => {
    if (today === null) return;
    send(() =>
      check.activity === null || photo === null
        ? enterBoard(service, { district, station, day: today, photo }, setShare)
        : addPhoto(service, check.activity, photo, setShare),
    );
  };
  const asksPhoto = ['missing', 'entered', 'waiting', 'rejected'].includes(status);
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
        </span>
        {today !== null && asksPhoto && (
          <span className="row">
            <PhotoPicker
              label={words.home.photoOf(name)}
              disabled={busy}
              onPick={(photo) => begin(photo)}
            >
              {words.home.photo}
            </PhotoPicker>
            {status === 'missing' && (
              <button
                type="button"
                className="button quiet"
                aria-label={words.home.withoutOf(name)}
                disabled={busy}
                onClick={() => begin(null)}
              >
                {words.home.without}
              </button>
            )}
          </span>
        )}
      </div>
      <BoardDates station={station} name={name} />
      <UploadBar share={share} />
      <ErrorNotice error={error} />
      {outcome !== null && !busy && (
        <Verdict key={outcome.activity.version} outcome={outcome} station={name} />
      )}
    </li>
  );
}

import { useState } from 'react';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import {
  type BoardState,
  longestInspectionRemark,
} from '../../../../../messaging/contract/values.ts';
import type { PicturedFields } from '../../../../../messaging/field/inspections/inspections-schemas.ts';
import { localPath } from '../../../../i18n/language.ts';
import { useConsole, useDistrictName } from '../../ui/console-context.ts';
import { Held, isHeld } from '../../ui/Effect.tsx';
import { Await, Button, ErrorNotice, Outcome, TextField } from '../../ui/parts.tsx';
import { ServiceError } from '../../ui/service.ts';
import { useAction, useLoad } from '../../ui/use-service.ts';
import { useStationPath } from '../../ui/views.ts';
import { LiveVerdict } from '../boards/Verdict.tsx';
import { CaptureDialog } from '../capture/CaptureBoard.tsx';
import type { Taken } from '../capture/use-capture.ts';
import { inspectionWordsIn } from './inspection-words.ts';

interface InspectProps {
  /** As it was scanned, or the station as `district/station`. */
  board: { code: string } | { place: string };
  onBack: () => void;
}

/** The board whose code was scanned, or one of a list: two pictures say how it is. */
export function InspectBoard({ board, onBack }: InspectProps) {
  const { language, words } = useConsole(inspectionWordsIn);
  const nameDistrict = useDistrictName();
  const stationPath = useStationPath();
  const { state, reload } = useLoad('GET /api/inspections/board', { query: toQuery(board) });
  return (
    <section className="inspect-board">
      <Await state={state} retry={reload}>
        {({ district, station, name, inspection }) => (
          <>
            <h2>
              <a href={stationPath(district, station, 'board')}>{name[language]}</a>,{' '}
              {nameDistrict(district)}
            </h2>
            {inspection !== null && (
              <p>
                <LatestInspection {...inspection} />
              </p>
            )}
            <StateButtons
              district={district}
              station={station}
              name={name[language]}
              onDone={reload}
            />
          </>
        )}
      </Await>
      <p className="station-actions">
        <Button onClick={onBack}>{words.back}</Button>
        {'code' in board && (
          <a href={`${localPath(language, '/get/')}?c=${board.code}`}>{words.app}</a>
        )}
      </p>
    </section>
  );
}

function toQuery(board: InspectProps['board']) {
  if ('code' in board) return { code: board.code };
  const [district = '', station = ''] = board.place.split('/');
  return { district, station };
}

interface StateButtonsProps {
  district: string;
  station: string;
  name: string;
  onDone: () => Promise<void>;
}

function StateButtons({ district, station, name, onDone }: StateButtonsProps) {
  const { words } = useConsole(inspectionWordsIn);
  const [taking, setTaking] = useState<PicturedState | null>(null);
  const inspection = useInspection({ district, station, onDone });
  const { remark, setRemark, busy, error, saved } = inspection;
  return (
    <>
      <h3>{words.question}</h3>
      <p>{words.questionText}</p>
      <TextField
        label={words.remark}
        value={remark}
        maxLength={longestInspectionRemark}
        onChange={({ currentTarget }) => setRemark(currentTarget.value)}
      />
      <p className="board-states">
        {(['hangs', 'damaged'] as const).map((state) => (
          <button
            key={state}
            type="button"
            className={state === 'hangs' ? 'button' : 'button quiet'}
            disabled={busy}
            onClick={() => setTaking(state)}
          >
            {words.states[state]}
          </button>
        ))}
      </p>
      <h3>{words.byWord}</h3>
      <p className="board-states">
        {(['damaged', 'missing'] as const).map((state) => (
          <Button key={state} disabled={busy} onClick={() => void inspection.say(state)}>
            {words.byWordOf[state]}
          </Button>
        ))}
      </p>
      {taking !== null && (
        <CaptureDialog
          district={district}
          station={station}
          name={name}
          keep={(taken) => inspection.send(taking, taken)}
          onDone={() => setTaking(null)}
        >
          <p className="notice plain">{words.noCamera}</p>
        </CaptureDialog>
      )}
      {busy && <p role="status">{words.sending}</p>}
      <ErrorNotice error={error} />
      <Held error={error} answer={inspection.held} hasReason />
      {inspection.retry !== null && !busy && (
        <Button look="button" onClick={inspection.retry}>
          {words.again}
        </Button>
      )}
      {saved !== null && (
        <Outcome tone={saved.capture?.isLive === false ? 'plain' : 'good'}>
          <p>{words.saved(words.states[saved.state])}</p>
          {saved.capture !== null && <LiveVerdict {...saved.capture} />}
        </Outcome>
      )}
    </>
  );
}

type Inspection = NonNullable<Answer<'GET /api/inspections/board'>['inspection']>;

/** The latest word of an officer who stood in front of the board. */
export function LatestInspection({ state, by, at, remark }: Inspection) {
  const { words, format } = useConsole(inspectionWordsIn);
  return (
    <span className="detail">
      {words.latest(words.states[state], by, format.moment(at))}
      {remark !== '' && <> · “{remark}”</>}
    </span>
  );
}

type PicturedState = PicturedFields['state'];

interface Saved {
  state: BoardState;
  /** Null for a word without pictures. */
  capture: Answer<'POST /api/captures/:id/inspection'>['capture'] | null;
}

interface useInspectionProps {
  district: string;
  station: string;
  onDone: () => Promise<void>;
}

/** Sends what an officer found at a board: by word, or with live pictures, again where the line broke. */
function useInspection({ district, station, onDone }: useInspectionProps) {
  const { service } = useConsole();
  const [remark, setRemark] = useState('');
  const [saved, setSaved] = useState<Saved | null>(null);
  const [held, setHeld] = useState<unknown>(null);
  const [waiting, setWaiting] = useState<(() => void) | null>(null);
  const { busy, error, run } = useAction();
  const done = async (next: Saved) => {
    setSaved(next);
    setRemark('');
    setWaiting(null);
    await onDone();
  };
  const say = (state: 'damaged' | 'missing') =>
    run(async () => {
      const body = { district, station, state, remark };
      const answer = await service.ask('POST /api/inspections', { body });
      setHeld(answer);
      if (!isHeld(answer)) await done({ state, capture: null });
    });
  const upload = async (state: PicturedState, { near, far, capture }: Taken) => {
    // Without the service's leave for them there is nothing that it could judge.
    if (capture === null) throw new ServiceError({ error: 'offline' });
    const params = { id: capture.id };
    const onShare = () => {};
    await service.upload('POST /api/captures/:id/far', { params }, { file: far, onShare });
    const entry = JSON.stringify({ state, remark, isOffline: capture.isOffline });
    const answer = await service.upload(
      'POST /api/captures/:id/inspection',
      { params },
      { file: near, fields: { entry }, onShare },
    );
    await done({ state, capture: answer.capture });
  };
  return {
    remark,
    setRemark,
    busy,
    error,
    saved,
    held,
    say,
    /** The dialog closes; what comes of it shows on the page. */
    async send(state: PicturedState, taken: Taken) {
      const work = () => run(() => upload(state, taken));
      setSaved(null);
      setWaiting(() => work);
      work();
    },
    retry: error === null || waiting === null ? null : waiting,
  };
}

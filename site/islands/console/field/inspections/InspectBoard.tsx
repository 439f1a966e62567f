import { useState } from 'react';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import {
  type BoardState,
  boardStates,
  longestInspectionRemark,
} from '../../../../../messaging/contract/values.ts';
import { localPath } from '../../../../i18n/language.ts';
import { useConsole, useDistrictName } from '../../ui/console-context.ts';
import { formatMoment } from '../../ui/format-moment.ts';
import { Await, ErrorNotice, Outcome, TextField } from '../../ui/parts.tsx';
import { useStationPath } from '../../ui/station-path.ts';
import { useAction, useLoad } from '../../ui/use-service.ts';
import { inspectionWordsIn } from './inspection-words.ts';

/** The board whose code was scanned or typed: one tap says how it is. */
export function InspectBoard({ code, onBack }: { code: string; onBack: () => void }) {
  const { language } = useConsole();
  const words = inspectionWordsIn(language);
  const nameDistrict = useDistrictName();
  const stationPath = useStationPath();
  const { state, reload } = useLoad('GET /api/inspections/board', { query: { code } });
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
            <StateButtons code={code} onDone={reload} />
          </>
        )}
      </Await>
      <p className="station-actions">
        <button type="button" className="button quiet" onClick={onBack}>
          {words.back}
        </button>
        <a href={`${localPath(language, '/get/')}?c=${code}`}>{words.app}</a>
      </p>
    </section>
  );
}

function StateButtons({ code, onDone }: { code: string; onDone: () => Promise<void> }) {
  const { language, service } = useConsole();
  const words = inspectionWordsIn(language);
  const [remark, setRemark] = useState('');
  const [saved, setSaved] = useState<BoardState | null>(null);
  const { busy, error, run } = useAction();
  const record = (state: BoardState) =>
    run(async () => {
      await service.ask('POST /api/inspections', { body: { code, state, remark } });
      setSaved(state);
      setRemark('');
      await onDone();
    });
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
        {boardStates.map((state) => (
          <button
            key={state}
            type="button"
            className={state === 'hangs' ? 'button' : 'button quiet'}
            disabled={busy}
            onClick={() => record(state)}
          >
            {words.states[state]}
          </button>
        ))}
      </p>
      <ErrorNotice error={error} />
      {saved !== null && (
        <Outcome tone="good">
          <p>{words.saved(words.states[saved])}</p>
        </Outcome>
      )}
    </>
  );
}

type Inspection = NonNullable<Answer<'GET /api/inspections/board'>['inspection']>;

/** The latest word of an officer who stood in front of the board. */
export function LatestInspection({ state, by, at, remark }: Inspection) {
  const { language } = useConsole();
  const words = inspectionWordsIn(language);
  return (
    <span className="detail">
      {words.latest(words.states[state], by, formatMoment(at, language))}
      {remark !== '' && <> · “{remark}”</>}
    </span>
  );
}

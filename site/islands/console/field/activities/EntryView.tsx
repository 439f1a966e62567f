import { useEffect, useRef, useState } from 'react';
import type { ActivityDetails } from '../../../../../campaigns/activities/activity.ts';
import {
  type ActivityKind,
  activityForms,
  isDatedByRun,
} from '../../../../../campaigns/activities/activity-kinds.ts';
import type { StationCheck } from '../../../../../campaigns/activities/checklist.ts';
import { pickName } from '../../../../../campaigns/directory/pick-name.ts';
import { entryWordsIn } from '../../../../i18n/entry-words.ts';
import { Form } from '../../ui/AskForm.tsx';
import { useConsole } from '../../ui/console-context.ts';
import { DayField, FileField, photoTypes, StationField } from '../../ui/DayField.tsx';
import { readFile, readText } from '../../ui/form-text.ts';
import { Strong, Submit } from '../../ui/lines.tsx';
import { useOutbox } from '../../ui/outbox/outbox.ts';
import { drawKey } from '../../ui/outbox/phone-store.ts';
import { Await, ErrorNotice, Outcome, TextField, UploadBar } from '../../ui/parts.tsx';
import { type Days, useDays } from '../../ui/use-days.ts';
import { useLoad, useUpload } from '../../ui/use-service.ts';
import { type BoardOutcome, enterBoard, useBoardSending } from '../boards/use-board.ts';
import { Verdict } from '../boards/Verdict.tsx';
import { WaitingBoard } from '../boards/WaitingBoard.tsx';
import { ActivityNotes } from './ActivityNotes.tsx';
import { type EntryOutcome, enterActivity } from './activity-entry.ts';
import { DetailFields, findExpected, readDetails, readPapers } from './DetailFields.tsx';
import { UndoEntry } from './EntryHistory.tsx';
import { Lacking } from './Lacking.tsx';
import { BeyondReason, isBeyond, PlaceFields, usePlace } from './PlaceFields.tsx';
import { RecentActivities } from './RecentActivities.tsx';

/** Enters one activity, and shows the last ones. */
export function EntryView() {
  const days = useDays();
  return (
    <Await state={days.state} retry={days.reload}>
      {(value) => <EntryForm days={value} />}
    </Await>
  );
}

function EntryForm({ days }: { days: Days }) {
  const { words, language } = useConsole();
  const place = usePlace();
  const { kind, district } = place;
  const { perStation, fields } = activityForms[kind];
  const {
    checklist,
    stations,
    entered,
    share,
    round,
    busy,
    error,
    sending,
    submit,
    undone,
    onUndone,
  } = useEntryForm(place);
  const dayExpected = findExpected(error, 'day', language);
  const paperError = entered?.kind === 'other' ? entered.outcome.paperError : null;
  return (
    <>
      {checklist.state.kind === 'loaded' && (
        <Lacking checklist={checklist.state.value[0]} kind={kind} onKind={place.onKind} />
      )}
      {entered !== null && (
        <div className="narrow">
          <EnteredNotice entered={entered} kind={kind} onUndone={onUndone} />
        </div>
      )}
      <Form className="narrow" onSubmit={submit} key={kind}>
        <ErrorNotice error={isBeyond(error) ? null : (error ?? paperError)} />
        <PlaceFields {...place} />
        {perStation && (
          <StationField
            label={words.station}
            stations={stations.filter(({ status }) => status === 'missing')}
            isLoading={checklist.state.kind === 'loading'}
          />
        )}
        {!isDatedByRun(kind) && (
          <DayField
            label={words.entry.day}
            name="day"
            given={days.today}
            min={days.first}
            max={days.today}
            error={dayExpected && words.entry.wrongValue(dayExpected)}
          />
        )}
        {perStation && (
          <FileField
            key={`photo ${round}`}
            label={`${words.entry.photo} ${words.optional}`}
            hint={words.entry.photoHint}
            name="photo"
            accept={photoTypes}
          />
        )}
        <DetailFields
          key={`details ${round}`}
          kind={kind}
          days={days}
          error={error}
          fields={fields}
          details={null}
          kept={entered?.consent}
        />
        <TextField
          label={`${words.entry.remark} ${words.optional}`}
          name="remark"
          maxLength={500}
        />
        {sending.notKept && (
          <p role="alert" className="notice bad">
            {entryWordsIn(language).notKept}
          </p>
        )}
        <BeyondReason error={error} />
        <UploadBar share={share} />
        <Submit busy={busy || sending.preparing}>{words.entry.submit}</Submit>
      </Form>
      {perStation && (
        <SentBoards district={district} stations={stations} onChanged={checklist.reload} />
      )}
      <RecentActivities round={round + undone} />
    </>
  );
}

interface EnteredProps {
  entered: Entered;
  kind: ActivityKind;
  onUndone: () => void;
}

function EnteredNotice({ entered, kind, onUndone }: EnteredProps) {
  const { words, language } = useConsole();
  if (entered.kind === 'board') {
    const { outcome, station } = entered;
    return (
      <>
        <Verdict key={outcome.activity.id} outcome={outcome} station={station} />
        <UndoEntry activity={outcome.activity} onUndone={onUndone} />
      </>
    );
  }
  const { outcome } = entered;
  return (
    <Outcome key={outcome.activity.id} tone="good">
      <Strong>{words.entry.entered(activityForms[kind].title[language])}</Strong>
      {outcome.paperError !== null && <p>{words.entry.paperRefused}</p>}
      <ActivityNotes {...outcome} />
      <UndoEntry activity={outcome.activity} onUndone={onUndone} />
    </Outcome>
  );
}

/** The last entry, and the consent that the next one takes over from it. */
type Entered = { consent: ActivityDetails } & (
  | { kind: 'board'; outcome: BoardOutcome; station: string }
  | { kind: 'other'; outcome: EntryOutcome }
);

/** Enters activities of one kind in one district. */
function useEntryForm({ kind, district }: { kind: ActivityKind; district: string }) {
  const { service, language } = useConsole();
  const { perStation, fields } = activityForms[kind];
  // The whole state has none.
  const checklist = useLoad(district === '' ? null : 'GET /api/activities/checklist', {
    query: { district },
  });
  const stations =
    checklist.state.kind === 'loaded' ? (checklist.state.value[0]?.stations ?? []) : [];
  const [entered, setEntered] = useState<Entered | null>(null);
  // A new round empties the fields.
  const [round, setRound] = useState(0);
  const [undone, setUndone] = useState(0);
  const { share, busy, error, upload } = useUpload();
  const sending = useBoardSending();
  // One for each entry: sent again after a lost answer, it is not entered twice.
  const key = useRef(drawKey());

  const readEntry = (form: FormData) => ({
    district,
    remark: readText(form, 'remark'),
    details: readDetails(fields, form),
    ...(!isDatedByRun(kind) && { day: readText(form, 'day') }),
  });
  const readBoard = (form: FormData) => ({
    ...readEntry(form),
    day: readText(form, 'day'),
    station: readText(form, 'station'),
  });
  const enter = async (form: FormData, onShare: (share: number) => void): Promise<Entered> => {
    const consent = pickConsent(readDetails(fields, form));
    if (perStation) {
      const board = readBoard(form);
      const found = stations.find(({ station }) => station === board.station);
      const station = found && pickName(found, language);
      const outcome = await enterBoard(service, board, key.current);
      return { kind: 'board', outcome, station: station ?? '', consent };
    }
    const entry = {
      ...readEntry(form),
      key: key.current,
      kind,
      papers: readPapers(fields, form),
      reason: readText(form, 'reason'),
    };
    return { kind: 'other', outcome: await enterActivity(service, entry, onShare), consent };
  };
  const submit = (form: FormData, element: HTMLFormElement) => {
    const photo = perStation ? readFile(form, 'photo') : null;
    upload(async (onShare) => {
      setEntered(null);
      if (photo === null) {
        setEntered(await enter(form, onShare));
        key.current = drawKey();
        void checklist.reload();
      } else if (!(await sending.send(readBoard(form), photo))) return;
      setRound((last) => last + 1);
      element.reset();
    });
  };
  // The list below is read again; what was typed since stays.
  const onUndone = () => {
    setUndone((last) => last + 1);
    void checklist.reload();
  };
  return {
    checklist,
    stations,
    entered,
    share,
    round,
    undone,
    busy,
    error,
    sending,
    submit,
    onUndone,
  };
}

function pickConsent(details: ActivityDetails): ActivityDetails {
  return Object.fromEntries(Object.entries(details).filter(([name]) => name.startsWith('consent')));
}

interface SentBoardsProps {
  district: string;
  stations: readonly Pick<StationCheck, 'station' | 'nameHi' | 'nameEn'>[];
  onChanged: () => void;
}

/** Boards of a district that wait on this phone, and those that this page has sent. */
function SentBoards({ district, stations, onChanged }: SentBoardsProps) {
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

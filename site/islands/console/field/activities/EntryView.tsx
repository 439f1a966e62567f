import { type FormEvent, useRef, useState } from 'react';
import type { ActivityDetails } from '../../../../../campaigns/activities/activity.ts';
import { activityForms, isDatedByRun } from '../../../../../campaigns/activities/activity-kinds.ts';
import { entryWords } from '../../../../i18n/entry-words.ts';
import { useConsole } from '../../ui/console-context.ts';
import { DayField } from '../../ui/DayField.tsx';
import { FileField } from '../../ui/FileField.tsx';
import { drawKey } from '../../ui/outbox/draw-key.ts';
import { useKept } from '../../ui/outbox/use-kept.ts';
import { photoTypes } from '../../ui/PhotoPicker.tsx';
import { Await, ErrorNotice, Field, Outcome, TextField, UploadBar } from '../../ui/parts.tsx';
import { type Days, useDays } from '../../ui/use-days.ts';
import { useAction } from '../../ui/use-service.ts';
import { type BoardOutcome, enterBoard } from '../boards/board-entry.ts';
import { useBoardSending } from '../boards/board-sending.ts';
import { SentBoards } from '../boards/SentBoards.tsx';
import { Verdict } from '../boards/Verdict.tsx';
import { ActivityNotes } from './ActivityNotes.tsx';
import { type EntryOutcome, enterActivity } from './activity-entry.ts';
import { BeyondReason, isBeyond } from './BeyondReason.tsx';
import { DetailFields } from './DetailFields.tsx';
import { detailsFrom, expectedAt, papersFrom } from './entry-form.ts';
import { PlaceFields } from './PlaceFields.tsx';
import { RecentActivities } from './RecentActivities.tsx';
import { usePlace } from './use-place.ts';

/** Enters one activity, and shows the last ones. */
export function EntryView() {
  const days = useDays();
  return (
    <Await state={days.state} retry={days.reload}>
      {(value) => <EntryForm days={value} />}
    </Await>
  );
}

type Entered = { count: number; station: string; consent: ActivityDetails } & (
  | { kind: 'board'; outcome: BoardOutcome }
  | { kind: 'other'; outcome: EntryOutcome }
);

function EntryForm({ days }: { days: Days }) {
  const { words, service, language } = useConsole();
  const place = usePlace();
  const { kind, district } = place;
  const form = activityForms[kind];
  const checklist = useKept(form.perStation ? 'GET /api/activities/checklist' : null, {
    query: { district },
  });
  const [entered, setEntered] = useState<Entered | null>(null);
  const [share, setShare] = useState<number | null>(null);
  // A new round empties the fields.
  const [round, setRound] = useState(0);
  const { busy, error, run } = useAction();
  const sending = useBoardSending();
  // One for each entry: sent again after a lost answer, it is not entered twice.
  const key = useRef(drawKey());
  const stations =
    checklist.state.kind === 'loaded' ? (checklist.state.value[0]?.stations ?? []) : [];

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const element = event.currentTarget;
    const given = new FormData(element);
    const text = (name: string) => String(given.get(name) ?? '').trim();
    const remark = text('remark');
    const details = detailsFrom(form.fields, given);
    const papers = papersFrom(form.fields, given);
    const dated = isDatedByRun(kind) ? {} : { day: text('day') };
    const consent = Object.fromEntries(
      Object.entries(details).filter(([name]) => name.startsWith('consent')),
    );
    run(async () => {
      setEntered(null);
      try {
        const board = { district, remark, details, day: text('day'), station: text('station') };
        const photo = photoOf(given);
        if (form.perStation && photo !== null) {
          if (!(await sending.send(board, photo))) return;
          setRound((last) => last + 1);
          element.reset();
          return;
        }
        const done = form.perStation
          ? { kind: 'board' as const, outcome: await enterBoard(service, board, key.current) }
          : {
              kind: 'other' as const,
              outcome: await enterActivity(
                service,
                {
                  ...{ key: key.current, district, remark, kind, details, papers, ...dated },
                  reason: text('reason'),
                },
                setShare,
              ),
            };
        const station = stations.find(({ station: id }) => id === text('station'));
        const name = station && (language === 'hi' ? station.nameHi : station.nameEn);
        key.current = drawKey();
        setEntered((last) => ({
          ...done,
          count: (last?.count ?? 0) + 1,
          station: name ?? '',
          consent,
        }));
        setRound((last) => last + 1);
        element.reset();
        checklist.reload();
      } finally {
        setShare(null);
      }
    });
  };
  const dayExpected = expectedAt(error, 'day', language);
  const paperError = entered?.kind === 'other' ? entered.outcome.paperError : null;
  return (
    <>
      <form className="narrow" onSubmit={submit} key={kind}>
        {entered !== null &&
          (entered.kind === 'board' ? (
            <Verdict
              key={entered.outcome.activity.id}
              outcome={entered.outcome}
              station={entered.station}
            />
          ) : (
            <Outcome key={entered.outcome.activity.id} tone="good">
              <p>
                <strong>{words.entry.entered(form.title[language])}</strong>
              </p>
              {entered.outcome.paperError !== null && <p>{words.entry.paperRefused}</p>}
              <ActivityNotes {...entered.outcome} />
            </Outcome>
          ))}
        <ErrorNotice error={isBeyond(error) ? null : (error ?? paperError)} />
        <PlaceFields {...place} />
        {form.perStation && (
          <Field label={words.station}>
            {(ids) => (
              <select {...ids} name="station" required defaultValue="">
                <option value="" disabled>
                  {checklist.state.kind === 'loading' ? words.loading : words.choose}
                </option>
                {stations
                  .filter(({ status }) => status === 'missing')
                  .map(({ station, nameHi, nameEn }) => (
                    <option key={station} value={station}>
                      {language === 'hi' ? nameHi : nameEn}
                    </option>
                  ))}
              </select>
            )}
          </Field>
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
        {form.perStation && (
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
          {...{ kind, days, error }}
          fields={form.fields}
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
            {entryWords[language].notKept}
          </p>
        )}
        <BeyondReason error={error} />
        <UploadBar share={share} />
        <button type="submit" className="button" disabled={busy || sending.preparing}>
          {words.entry.submit}
        </button>
      </form>
      {form.perStation && (
        <SentBoards district={district} stations={stations} onChanged={checklist.reload} />
      )}
      <RecentActivities round={round} />
    </>
  );
}

function photoOf(given: FormData): File | null {
  const photo = given.get('photo');
  return photo instanceof File && photo.size > 0 ? photo : null;
}

import {
  type ActivityKind,
  activityForms,
  isDatedByRun,
} from '../../../../../campaigns/activities/activity-kinds.ts';
import { entryWordsIn } from '../../../../i18n/entry-words.ts';
import { useConsole } from '../../ui/console-context.ts';
import { DayField } from '../../ui/DayField.tsx';
import { FileField } from '../../ui/FileField.tsx';
import { Form } from '../../ui/Form.tsx';
import { photoTypes } from '../../ui/PhotoPicker.tsx';
import { Await, ErrorNotice, Outcome, TextField, UploadBar } from '../../ui/parts.tsx';
import { StationField } from '../../ui/StationField.tsx';
import { type Days, useDays } from '../../ui/use-days.ts';
import { SentBoards } from '../boards/SentBoards.tsx';
import { Verdict } from '../boards/Verdict.tsx';
import { ActivityNotes } from './ActivityNotes.tsx';
import { BeyondReason, isBeyond } from './BeyondReason.tsx';
import { DetailFields } from './DetailFields.tsx';
import { findExpected } from './entry-form.ts';
import { PlaceFields } from './PlaceFields.tsx';
import { RecentActivities } from './RecentActivities.tsx';
import { type Entered, useEntryForm } from './use-entry-form.ts';
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

function EntryForm({ days }: { days: Days }) {
  const { words, language } = useConsole();
  const place = usePlace();
  const { kind, district } = place;
  const { perStation, fields } = activityForms[kind];
  const { checklist, stations, entered, share, round, busy, error, sending, submit } =
    useEntryForm(place);
  const dayExpected = findExpected(error, 'day', language);
  const paperError = entered?.kind === 'other' ? entered.outcome.paperError : null;
  return (
    <>
      <Form className="narrow" onSubmit={submit} key={kind}>
        {entered !== null && <EnteredNotice entered={entered} kind={kind} />}
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
        <button type="submit" className="button" disabled={busy || sending.preparing}>
          {words.entry.submit}
        </button>
      </Form>
      {perStation && (
        <SentBoards district={district} stations={stations} onChanged={checklist.reload} />
      )}
      <RecentActivities round={round} />
    </>
  );
}

function EnteredNotice({ entered, kind }: { entered: Entered; kind: ActivityKind }) {
  const { words, language } = useConsole();
  if (entered.kind === 'board') {
    const { outcome, station } = entered;
    return <Verdict key={outcome.activity.id} outcome={outcome} station={station} />;
  }
  const { outcome } = entered;
  return (
    <Outcome key={outcome.activity.id} tone="good">
      <p>
        <strong>{words.entry.entered(activityForms[kind].title[language])}</strong>
      </p>
      {outcome.paperError !== null && <p>{words.entry.paperRefused}</p>}
      <ActivityNotes {...outcome} />
    </Outcome>
  );
}

import { type FormEvent, useState } from 'react';
import { type ActivityField, activityForms } from '../../../campaigns/activities/activity-kinds.ts';
import { parseCount } from '../../../campaigns/numbers.ts';
import { type BoardOutcome, enterBoard } from './board-entry.ts';
import { useConsole } from './console-context.ts';
import { DayField } from './DayField.tsx';
import { FileField } from './FileField.tsx';
import { photoTypes } from './PhotoPicker.tsx';
import { PlaceFields } from './PlaceFields.tsx';
import { Await, ErrorNotice, Field, Outcome, TextField, UploadBar } from './parts.tsx';
import { RecentActivities } from './RecentActivities.tsx';
import type { ServiceError } from './service.ts';
import { type Days, useDays } from './use-days.ts';
import { usePlace } from './use-place.ts';
import { useAction, useLoad } from './use-service.ts';
import { Verdict } from './Verdict.tsx';

/** Enters one activity, and shows the last ones. */
export function EntryView() {
  const days = useDays();
  return (
    <Await state={days.state} retry={days.reload}>
      {(value) => <EntryForm days={value} />}
    </Await>
  );
}

type Entered = { count: number; outcome: BoardOutcome; station: string };

function EntryForm({ days }: { days: Days }) {
  const { words, service, language } = useConsole();
  const place = usePlace();
  const { kind, district } = place;
  const form = activityForms[kind];
  const checklist = useLoad(form.perStation ? 'GET /api/activities/checklist' : null, {
    query: { district },
  });
  const [entered, setEntered] = useState<Entered | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const { busy, error, run } = useAction();
  const stations =
    checklist.state.kind === 'loaded' ? (checklist.state.value[0]?.stations ?? []) : [];

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const element = event.currentTarget;
    const given = new FormData(element);
    const text = (name: string) => String(given.get(name) ?? '').trim();
    const entry = { district, day: text('day'), remark: text('remark') };
    run(async () => {
      setEntered(null);
      try {
        const outcome = form.perStation
          ? await enterBoard(
              service,
              { ...entry, station: text('station'), photo: photoOf(given) },
              setShare,
            )
          : await service.ask('POST /api/activities', {
              body: { ...entry, kind, details: detailsOf(form.fields, text) },
            });
        const station = stations.find(({ station: id }) => id === text('station'));
        const name = station && (language === 'hi' ? station.nameHi : station.nameEn);
        setEntered((last) => ({ count: (last?.count ?? 0) + 1, outcome, station: name ?? '' }));
        element.reset();
        checklist.reload();
      } finally {
        setShare(null);
      }
    });
  };
  return (
    <>
      <form className="narrow" onSubmit={submit} key={kind}>
        {entered !== null &&
          (form.perStation ? (
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
            </Outcome>
          ))}
        <ErrorNotice error={error} />
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
        <DayField
          label={words.entry.day}
          name="day"
          given={days.today}
          min={days.first}
          max={days.today}
        />
        {form.fields.map((field) => (
          <DetailField key={field.name} field={field} wrong={isWrong(error, field.name)} />
        ))}
        <TextField
          label={`${words.entry.remark} ${words.optional}`}
          name="remark"
          maxLength={500}
        />
        {form.perStation && (
          <FileField
            key={entered?.count}
            label={`${words.entry.photo} ${words.optional}`}
            hint={words.entry.photoHint}
            name="photo"
            accept={photoTypes}
          />
        )}
        <UploadBar share={share} />
        <button type="submit" className="button" disabled={busy}>
          {words.entry.submit}
        </button>
      </form>
      <RecentActivities round={entered?.outcome.activity.id ?? 0} />
    </>
  );
}

function DetailField({ field, wrong }: { field: ActivityField; wrong: boolean }) {
  const { language, words } = useConsole();
  const label = field.required
    ? field.label[language]
    : `${field.label[language]} ${words.optional}`;
  return (
    <TextField
      label={label}
      error={wrong ? words.entry.wrongValue : undefined}
      hint={field.type === 'names' ? words.entry.namesHint : undefined}
      name={field.name}
      type={field.type === 'link' ? 'url' : 'text'}
      inputMode={field.type === 'count' ? 'numeric' : undefined}
      required={field.required}
    />
  );
}

/** Whether the service found fault with a field. */
function isWrong(error: ServiceError | null, name: string): boolean {
  const issues = error?.body['issues'];
  return Array.isArray(issues) && issues.some(({ path }) => String(path).split('.').includes(name));
}

function photoOf(given: FormData): File | null {
  const photo = given.get('photo');
  return photo instanceof File && photo.size > 0 ? photo : null;
}

/** Details as the service takes them; what is no number goes on as it was typed, for the service to refuse. */
function detailsOf(
  fields: readonly ActivityField[],
  text: (name: string) => string,
): Record<string, number | string | string[]> {
  const filled = fields.filter(({ name }) => text(name) !== '');
  return Object.fromEntries(
    filled.map(({ name, type }) => {
      const value = text(name);
      if (type === 'count') return [name, parseCount(value) ?? value];
      if (type !== 'names') return [name, value];
      return [
        name,
        value
          .split(/[,;]/)
          .map((part) => part.trim())
          .filter((part) => part !== ''),
      ];
    }),
  );
}

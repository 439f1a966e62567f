import { type FormEvent, useState } from 'react';
import type { OwingRole } from '../../../../campaigns/directions/owing-roles.ts';
import { type PointTerms, pointRhythms } from '../../../../campaigns/directions/point-rhythms.ts';
import type { ShownPoint, WholeMeeting } from '../../../../messaging/contract/directions.ts';
import { directionWordsIn } from '../../../i18n/direction-words.ts';
import { formatDay } from '../../../i18n/format.ts';
import { useConsole } from '../console-context.ts';
import { DayField } from '../DayField.tsx';
import { Await, ErrorNotice, Field, TextField } from '../parts.tsx';
import { useChanges } from '../use-changes.ts';
import { useAction, useLoad } from '../use-service.ts';
import { meetingsPath } from './direction-paths.ts';
import { useNumber } from './OccurrenceState.tsx';
import { useRegister } from './register-context.ts';

/** A meeting's points, each checked by an officer before it counts. */
export function MeetingPage({ id }: { id: number }) {
  const { language } = useConsole();
  const words = directionWordsIn(language);
  const number = useNumber();
  const { state, reload } = useLoad('GET /api/directions/meetings/:id', { params: { id } });
  useChanges(['register'], reload);
  const [changed, setChanged] = useState<WholeMeeting | null>(null);
  return (
    <>
      <p>
        <a href={meetingsPath(language)}>← {words.views.meetings}</a>
      </p>
      <Await state={state} retry={reload}>
        {(loaded) => {
          const meeting = changed === null ? loaded : newer(loaded, changed);
          return (
            <>
              <h2>{meeting.title}</h2>
              <p className="detail">
                {meeting.number !== '' && `${words.number} ${meeting.number} · `}
                {formatDay(meeting.day, language)} ·{' '}
                {words.pointsLeft(number(meeting.open), number(meeting.points))}
              </p>
              <ol className="plain direction-points">
                {meeting.list.map((point) => (
                  <li key={point.id}>
                    <Point key={point.version} point={point} onDone={setChanged} />
                  </li>
                ))}
              </ol>
            </>
          );
        }}
      </Await>
    </>
  );
}

/** Points change one by one, and each says by its version which answer is the later one. */
function newer(loaded: WholeMeeting, changed: WholeMeeting): WholeMeeting {
  const versions = ({ list }: WholeMeeting) => list.reduce((sum, { version }) => sum + version, 0);
  return versions(changed) > versions(loaded) ? changed : loaded;
}

function Point({ point, onDone }: { point: ShownPoint; onDone: (next: WholeMeeting) => void }) {
  const { language, service } = useConsole();
  const words = directionWordsIn(language);
  const { busy, error, run } = useAction();
  const { id, version, status } = point;
  const drop = (dropped: boolean) =>
    run(async () =>
      onDone(
        await service.ask('POST /api/directions/points/:id/drop', {
          params: { id },
          body: { version, dropped },
        }),
      ),
    );
  return (
    <article>
      <p>
        <strong>{point.point}</strong>{' '}
        <span className={`state ${status === 'checked' ? 'verified' : ''}`}>
          {words.pointStatus[status]}
        </span>{' '}
        {point.checkedBy !== null && (
          <span className="detail">{words.checkedBy(point.checkedBy)}</span>
        )}
      </p>
      <blockquote lang="hi">{point.quote}</blockquote>
      {point.terms !== null && status === 'checked' && <p>{point.terms.title}</p>}
      {status === 'draft' && (
        <details>
          <summary>{words.pointOpen}</summary>
          <PointForm point={point} onDone={onDone} />
        </details>
      )}
      <ErrorNotice error={error} />
      <button
        type="button"
        className="link"
        disabled={busy}
        onClick={() => drop(status !== 'dropped')}
      >
        {status === 'dropped' ? words.pointRestore : words.pointDrop}
      </button>
    </article>
  );
}

const plainOwners = ['district', 'range', 'zone', 'hq', 'pro-dgp'] as const;

function PointForm({ point, onDone }: { point: ShownPoint; onDone: (next: WholeMeeting) => void }) {
  const { language, service, areas } = useConsole();
  const words = directionWordsIn(language);
  const { catalogue } = useRegister();
  const { busy, error, run } = useAction();
  const [rhythm, setRhythm] = useState<PointTerms['rhythm']>('none');
  const owners = [
    ...plainOwners.map((role) => ({ value: role, label: words.ownerKinds[role] })),
    ...Object.entries(areas.branches).map(([id, name]) => ({
      value: `branch:${id}`,
      label: name[language],
    })),
  ];
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    run(async () => {
      const terms: PointTerms = {
        title: text('title'),
        owed: text('owed'),
        apps: form.getAll('app').map(String),
        owners: form.getAll('owner').map((value) => {
          const [role = '', area] = String(value).split(':');
          return { role: role as OwingRole, ...(area === undefined ? {} : { area }) };
        }),
        rhythm,
        day: rhythm === 'by-day' ? text('day') : null,
        monthDay: rhythm === 'monthly' ? Number(text('monthDay')) : null,
        file: form.has('file'),
      };
      const asked = { params: { id: point.id }, body: { version: point.version, terms } };
      onDone(await service.ask('POST /api/directions/points/:id/check', asked));
    });
  };
  return (
    <form className="narrow" onSubmit={submit}>
      <TextField label={words.pointTitle} name="title" required maxLength={120} />
      <TextField label={words.pointOwed} name="owed" required maxLength={160} />
      <Choices
        legend={words.pointOwners}
        name="owner"
        choices={owners.map(({ value, label }) => [value, label])}
      />
      <Choices
        legend={words.pointApps}
        name="app"
        choices={catalogue.apps.map(({ id, name }) => [id, name[language]])}
      />
      <Field label={words.pointWhen}>
        {(ids) => (
          <select
            {...ids}
            value={rhythm}
            onChange={({ currentTarget }) =>
              setRhythm(pointRhythms.find((name) => name === currentTarget.value) ?? 'none')
            }
          >
            {pointRhythms.map((name) => (
              <option key={name} value={name}>
                {words.pointRhythms[name]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {rhythm === 'by-day' && (
        <DayField label={words.pointDay} name="day" given="" max="2099-12-31" />
      )}
      {rhythm === 'monthly' && (
        <TextField
          label={words.pointMonthDay}
          name="monthDay"
          type="number"
          min={1}
          max={28}
          required
        />
      )}
      <label className="check">
        <input type="checkbox" name="file" /> {words.pointFile}
      </label>
      <ErrorNotice error={error} />
      <button type="submit" className="button" disabled={busy}>
        {words.pointCheck}
      </button>
    </form>
  );
}

function Choices({
  legend,
  name,
  choices,
}: {
  legend: string;
  name: string;
  choices: readonly (readonly [string, string])[];
}) {
  return (
    <fieldset className="direction-choices">
      <legend>{legend}</legend>
      {choices.map(([value, label]) => (
        <label className="check" key={value}>
          <input type="checkbox" name={name} value={value} /> {label}
        </label>
      ))}
    </fieldset>
  );
}

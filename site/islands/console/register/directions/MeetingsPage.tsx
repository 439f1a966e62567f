import type { FormEvent } from 'react';
import { longestRemark } from '../../../../../campaigns/directions/limits.ts';
import { formatDay } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import { DayField } from '../../ui/DayField.tsx';
import { Form } from '../../ui/Form.tsx';
import { readText } from '../../ui/form-text.ts';
import { Await, ErrorNotice, Field, TextField } from '../../ui/parts.tsx';
import { useChanges } from '../../ui/use-changes.ts';
import { useAction, useLoad } from '../../ui/use-service.ts';
import { Additions } from './Additions.tsx';
import { meetingPath } from './direction-paths.ts';
import { directionWordsIn } from './direction-words.ts';
import { useNumber } from './OccurrenceState.tsx';
import { useRegister } from './register-context.ts';

/** Later meetings, and the day from which the computed dates of a paper count. */
export function MeetingsPage({ onChange }: { onChange: () => void }) {
  const { language } = useConsole();
  const words = directionWordsIn(language);
  const number = useNumber();
  const { state, reload } = useLoad('GET /api/directions/meetings');
  useChanges(['register'], reload);
  return (
    <>
      <p>{words.meetingsText}</p>
      <div className="direction-page">
        <div>
          <NewMeeting />
        </div>
        <div>
          <h2>{words.views.meetings}</h2>
          <Await state={state} retry={reload}>
            {(meetings) =>
              meetings.length === 0 ? (
                <p role="status">{words.meetingsNone}</p>
              ) : (
                <ul className="plain activities">
                  {meetings.map(({ id, title, day, points, open }) => (
                    <li key={id}>
                      <p>
                        <a href={meetingPath(language, id)}>{title}</a>
                      </p>
                      <p className="detail">
                        {formatDay(day, language)} ·{' '}
                        {words.pointsLeft(number(open), number(points))}
                      </p>
                    </li>
                  ))}
                </ul>
              )
            }
          </Await>
          <Additions onChange={onChange} />
          <Bases onChange={onChange} />
        </div>
      </div>
    </>
  );
}

function NewMeeting() {
  const { language, service } = useConsole();
  const words = directionWordsIn(language);
  const { catalogue } = useRegister();
  const { busy, error, run } = useAction();
  const submit = (form: FormData) => {
    run(async () => {
      const text = (name: string) => String(form.get(name) ?? '');
      const made = await service.ask('POST /api/directions/meetings', {
        body: {
          title: text('title'),
          number: text('number'),
          day: text('day'),
          minutes: text('minutes'),
        },
      });
      location.assign(meetingPath(language, made.id));
    });
  };
  return (
    <section aria-labelledby="meeting-new">
      <h2 id="meeting-new">{words.meetingNew}</h2>
      <Form className="narrow" onSubmit={submit}>
        <TextField label={words.meetingTitle} name="title" required maxLength={160} />
        <TextField label={words.meetingNumber} name="number" maxLength={80} />
        <DayField label={words.meetingDay} name="day" given="" max={catalogue.today} />
        <Field label={words.meetingMinutes} hint={words.meetingHint}>
          {(ids) => (
            <textarea {...ids} name="minutes" rows={12} required maxLength={60_000} lang="hi" />
          )}
        </Field>
        <ErrorNotice error={error} />
        <button type="submit" className="button" disabled={busy}>
          {words.meetingEnter}
        </button>
      </Form>
    </section>
  );
}

function Bases({ onChange }: { onChange: () => void }) {
  const { language, service } = useConsole();
  const words = directionWordsIn(language);
  const { catalogue } = useRegister();
  const { busy, error, run } = useAction();
  const submit = (paper: string, isOwn: boolean) => (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    run(async () => {
      const day = isOwn ? null : String(form.get('day'));
      const reason = readText(form, 'reason');
      await service.ask('POST /api/directions/bases', { body: { paper, day, reason } });
      onChange();
    });
  };
  const counted = catalogue.papers.filter(({ id }) =>
    catalogue.directions.some(
      ({ paper, obligations }) =>
        paper === id && obligations.some(({ when }) => when.en.includes('(computed)')),
    ),
  );
  return (
    <section aria-labelledby="direction-bases">
      <h2 id="direction-bases">{words.base}</h2>
      <p className="detail">{words.baseText}</p>
      <ErrorNotice error={error} />
      {counted.map(({ id, title, day, base, baseReason }) => (
        <details key={id}>
          <summary>
            {title[language]}: {formatDay(base ?? day, language)}
          </summary>
          {base !== null && <p className="detail">{baseReason}</p>}
          <form className="narrow" onSubmit={submit(id, false)}>
            <DayField label={words.baseDay} name="day" given={base ?? day} max={catalogue.today} />
            <TextField label={words.baseReason} name="reason" required maxLength={longestRemark} />
            <button type="submit" className="button quiet" disabled={busy}>
              {words.baseSet}
            </button>
          </form>
          {base !== null && (
            <form className="narrow" onSubmit={submit(id, true)}>
              <input type="hidden" name="reason" value={words.baseOwn} />
              <button type="submit" className="link" disabled={busy}>
                {words.baseOwn}
              </button>
            </form>
          )}
        </details>
      ))}
    </section>
  );
}

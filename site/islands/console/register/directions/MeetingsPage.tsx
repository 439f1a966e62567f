import { useState } from 'react';
import { longestRemark } from '../../../../../campaigns/directions/limits.ts';
import { addedOffices } from '../../../../../messaging/people/accounts/offices-feature.ts';
import { registerWordsIn } from '../../../../i18n/register-words.ts';
import { AskForm } from '../../ui/AskForm.tsx';
import { useConsole } from '../../ui/console-context.ts';
import { DayField } from '../../ui/DayField.tsx';
import { isHeld } from '../../ui/Effect.tsx';
import { FeatureView } from '../../ui/feature/FeatureView.tsx';
import { readText } from '../../ui/form-text.ts';
import { Detail, Fold } from '../../ui/lines.tsx';
import { Await, Field, List, Outcome, Section, TextField } from '../../ui/parts.tsx';
import { useLive } from '../../ui/use-service.ts';
import { directionWordsIn } from './direction-words.ts';
import { meetingPath, useRegister } from './register-context.ts';

/** Later meetings, and the day from which the computed dates of a paper count. */
export function MeetingsPage({ onChange }: { onChange: () => void }) {
  const { language, words, format } = useConsole(directionWordsIn);
  const { state, reload } = useLive(['register'], 'GET /api/directions/meetings');
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
            {(meetings) => (
              <List of={meetings} className="activities" none={words.meetingsNone}>
                {({ id, title, day, points, open }) => (
                  <>
                    <p>
                      <a href={meetingPath(language, id)}>{title}</a>
                    </p>
                    <Detail
                      of={[
                        format.day(day),
                        words.pointsLeft(format.number(open), format.number(points)),
                      ]}
                    />
                  </>
                )}
              </List>
            )}
          </Await>
          <Additions onChange={onChange} />
          <Bases onChange={onChange} />
        </div>
      </div>
    </>
  );
}

function NewMeeting() {
  const { language, service, words } = useConsole(directionWordsIn);
  const { catalogue } = useRegister();
  const send = async (form: FormData) => {
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
  };
  return (
    <Section id="meeting-new" title={words.meetingNew}>
      <AskForm button={words.meetingEnter} send={send}>
        <TextField label={words.meetingTitle} name="title" required maxLength={160} />
        <TextField label={words.meetingNumber} name="number" maxLength={80} />
        <DayField label={words.meetingDay} name="day" given="" max={catalogue.today} />
        <Field label={words.meetingMinutes} hint={words.meetingHint}>
          {(ids) => (
            <textarea {...ids} name="minutes" rows={12} required maxLength={60_000} lang="hi" />
          )}
        </Field>
      </AskForm>
    </Section>
  );
}

function Bases({ onChange }: { onChange: () => void }) {
  const { language, service, words, format } = useConsole(directionWordsIn);
  const { catalogue } = useRegister();
  const send = async (paper: string, day: string | null, form: FormData) => {
    const reason = readText(form, 'reason');
    const body = { paper, day, reason };
    const answer = await service.ask('POST /api/directions/bases', { body });
    if (!isHeld(answer)) onChange();
    return answer;
  };
  const counted = catalogue.papers.filter(({ id }) =>
    catalogue.directions.some(
      ({ paper, obligations }) =>
        paper === id && obligations.some(({ when }) => when.en.includes('(computed)')),
    ),
  );
  return (
    <Section id="direction-bases" title={words.base}>
      <p className="detail">{words.baseText}</p>
      {counted.map(({ id, title, day, base, baseReason }) => (
        <details key={id}>
          <summary>
            {title[language]}: {format.day(base ?? day)}
          </summary>
          {base !== null && <p className="detail">{baseReason}</p>}
          <AskForm
            button={words.baseSet}
            look="button quiet"
            send={(form) => send(id, readText(form, 'day'), form)}
          >
            <DayField label={words.baseDay} name="day" given={base ?? day} max={catalogue.today} />
            <TextField label={words.baseReason} name="reason" required maxLength={longestRemark} />
          </AskForm>
          {base !== null && (
            <AskForm button={words.baseOwn} look="link" send={(form) => send(id, null, form)}>
              <input type="hidden" name="reason" value={words.baseOwn} />
            </AskForm>
          )}
        </details>
      ))}
    </Section>
  );
}

/** Offices at headquarters and apps that a later paper names, in addition to those of the campaign. */
function Additions({ onChange }: { onChange: () => void }) {
  const { words } = useConsole(registerWordsIn);
  return (
    <Section id="direction-added" title={words.added}>
      <p className="detail">{words.addedText}</p>
      <Fold title={words.offices}>
        <FeatureView of={addedOffices} onDone={onChange} />
      </Fold>
      <NewApp onChange={onChange} />
    </Section>
  );
}

function NewApp({ onChange }: { onChange: () => void }) {
  const { language, service, words } = useConsole(registerWordsIn);
  const [added, setAdded] = useState('');
  const send = async (form: FormData, element: HTMLFormElement) => {
    const name = { hi: readText(form, 'hi'), en: readText(form, 'en') };
    const body = { ...name, citizen: form.has('citizen'), reason: readText(form, 'reason') };
    const answer = await service.ask('POST /api/directions/apps', { body });
    element.reset();
    if (isHeld(answer)) return answer;
    setAdded(name[language]);
    onChange();
    return answer;
  };
  return (
    <Fold title={words.addApp}>
      {added !== '' && (
        <Outcome key={added} tone="good">
          {words.addedTold(added)}
        </Outcome>
      )}
      <AskForm button={words.addApp} send={send}>
        <TextField label={words.nameHi} name="hi" required maxLength={120} lang="hi" />
        <TextField label={words.nameEn} name="en" required maxLength={120} lang="en" />
        <label className="check">
          <input type="checkbox" name="citizen" /> {words.citizen}
        </label>
      </AskForm>
    </Fold>
  );
}

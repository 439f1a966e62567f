import { useContext, useState } from 'react';
import { longestRemark } from '../../../../../campaigns/directions/limits.ts';
import { addedOffices } from '../../../../../messaging/people/accounts/offices-feature.ts';
import { registerWordsIn } from '../../../../i18n/register-words.ts';
import { AskForm, useAsk } from '../../ui/AskForm.tsx';
import { useConsole } from '../../ui/console-context.ts';
import { DayField } from '../../ui/DayField.tsx';
import { isHeld } from '../../ui/Effect.tsx';
import { FeatureView } from '../../ui/feature/FeatureView.tsx';
import { readText } from '../../ui/form-text.ts';
import { Check, Detail, Fold } from '../../ui/lines.tsx';
import { Await, List, Outcome, Section, TextArea, TextField } from '../../ui/parts.tsx';
import { ReloadContext, useLive } from '../../ui/use-service.ts';
import { directionWordsIn } from './direction-words.ts';
import { meetingPath, useRegister } from './register-context.ts';

/** Later meetings, and the day from which the computed dates of a paper count. */
export function MeetingsPage() {
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
          <Additions />
          <Bases />
        </div>
      </div>
    </>
  );
}

function NewMeeting() {
  const { language, words } = useConsole(directionWordsIn);
  const { catalogue } = useRegister();
  const ask = useAsk(() => {});
  const send = async (form: FormData) => {
    const { id } = await ask('POST /api/directions/meetings', {})(form);
    location.assign(meetingPath(language, id));
  };
  return (
    <Section id="meeting-new" title={words.meetingNew}>
      <AskForm button={words.meetingEnter} send={send}>
        <TextField label={words.meetingTitle} name="title" required maxLength={160} />
        <TextField label={words.meetingNumber} name="number" maxLength={80} />
        <DayField label={words.meetingDay} name="day" given="" max={catalogue.today} />
        <TextArea
          label={words.meetingMinutes}
          hint={words.meetingHint}
          name="minutes"
          rows={12}
          required
          maxLength={60_000}
          lang="hi"
        />
      </AskForm>
    </Section>
  );
}

function Bases() {
  const { language, words, format } = useConsole(directionWordsIn);
  const { catalogue } = useRegister();
  const ask = useAsk();
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
            send={ask('POST /api/directions/bases', { body: { paper: id } })}
          >
            <DayField label={words.baseDay} name="day" given={base ?? day} max={catalogue.today} />
            <TextField label={words.baseReason} name="reason" required maxLength={longestRemark} />
          </AskForm>
          {base !== null && (
            <AskForm
              button={words.baseOwn}
              look="link"
              send={ask('POST /api/directions/bases', { body: { paper: id, day: null } })}
            >
              <input type="hidden" name="reason" value={words.baseOwn} />
            </AskForm>
          )}
        </details>
      ))}
    </Section>
  );
}

/** Offices at headquarters and apps that a later paper names, in addition to those of the campaign. */
function Additions() {
  const onChange = useContext(ReloadContext);
  const { words } = useConsole(registerWordsIn);
  return (
    <Section id="direction-added" title={words.added}>
      <p className="detail">{words.addedText}</p>
      <Fold title={words.offices}>
        <FeatureView of={addedOffices} onDone={onChange} />
      </Fold>
      <NewApp />
    </Section>
  );
}

function NewApp() {
  const { language, words } = useConsole(registerWordsIn);
  const [added, setAdded] = useState('');
  const ask = useAsk();
  const send = async (form: FormData, element: HTMLFormElement) => {
    const name = { hi: readText(form, 'hi'), en: readText(form, 'en') };
    const body = { ...name, citizen: form.has('citizen'), reason: readText(form, 'reason') };
    const answer = await ask('POST /api/directions/apps', { body })();
    element.reset();
    if (!isHeld(answer)) setAdded(name[language]);
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
        <Check name="citizen">{words.citizen}</Check>
      </AskForm>
    </Fold>
  );
}

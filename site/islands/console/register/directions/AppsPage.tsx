import { useState } from 'react';
import type { AppDecision } from '../../../../../campaigns/directions/app-approval.ts';
import { longestRemark } from '../../../../../campaigns/directions/limits.ts';
import { rolesFor } from '../../../../../campaigns/offices/permission.ts';
import type { ShownAppRequest } from '../../../../../messaging/register/directions/app-requests-schemas.ts';
import { registerWordsIn } from '../../../../i18n/register-words.ts';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { Form } from '../../ui/Form.tsx';
import { readText } from '../../ui/form-text.ts';
import { formatMoment } from '../../ui/format-moment.ts';
import { Await, ErrorNotice, Field, TextField } from '../../ui/parts.tsx';
import { SecondPersonNote } from '../../ui/SecondPersonNote.tsx';
import { useChanges } from '../../ui/use-changes.ts';
import { useAction, useLoad } from '../../ui/use-service.ts';
import { DirectionCard } from './DirectionCard.tsx';
import { useRegister } from './register-context.ts';

/** Apps before they are launched: who asked, who supported, who approved or refused. */
export function AppsPage() {
  const { language } = useConsole();
  const words = registerWordsIn(language);
  const { role } = useMe();
  const { state, reload } = useLoad('GET /api/directions/app-requests');
  useChanges(['register'], reload);
  const direction = useRegister().catalogue.directions.find(
    ({ workflow }) => workflow === 'app-approval',
  );
  return (
    <div className="direction-page">
      <div>
        {direction !== undefined && <DirectionCard direction={direction} />}
        {rolesFor('direction.submit').includes(role) && <AskForm onDone={reload} />}
      </div>
      <div>
        <h2>{words.requests}</h2>
        <Await state={state} retry={reload}>
          {(requests) =>
            requests.length === 0 ? (
              <p role="status">{words.requestsNone}</p>
            ) : (
              <ul className="plain activities">
                {requests.map((request) => (
                  <li key={`${request.id} ${request.version}`}>
                    <Request request={request} onDone={reload} />
                  </li>
                ))}
              </ul>
            )
          }
        </Await>
      </div>
    </div>
  );
}

function AskForm({ onDone }: { onDone: () => void }) {
  const { language, service } = useConsole();
  const words = registerWordsIn(language);
  const { busy, error, run } = useAction();
  const submit = (form: FormData, element: HTMLFormElement) => {
    run(async () => {
      await service.ask('POST /api/directions/app-requests', {
        body: {
          hi: readText(form, 'hi'),
          en: readText(form, 'en'),
          purpose: readText(form, 'purpose'),
          citizen: form.has('citizen'),
        },
      });
      element.reset();
      onDone();
    });
  };
  return (
    <section aria-labelledby="app-ask">
      <h2 id="app-ask">{words.askApp}</h2>
      <Form className="narrow" onSubmit={submit}>
        <TextField label={words.nameHi} name="hi" required maxLength={120} lang="hi" />
        <TextField label={words.nameEn} name="en" required maxLength={120} lang="en" />
        <Field label={words.purpose}>
          {(ids) => (
            <textarea {...ids} name="purpose" rows={3} required maxLength={longestRemark} />
          )}
        </Field>
        <label className="check">
          <input type="checkbox" name="citizen" /> {words.citizen}
        </label>
        <ErrorNotice error={error} />
        <button type="submit" className="button" disabled={busy}>
          {words.ask}
        </button>
      </Form>
    </section>
  );
}

const looks = { asked: '', supported: 'waiting', approved: 'verified', refused: 'rejected' };

function Request({ request, onDone }: { request: ShownAppRequest; onDone: () => void }) {
  const { language } = useConsole();
  const words = registerWordsIn(language);
  const { state, asked, supported, decided } = request;
  const by = ({ by: name, at }: { by: string; at: string }) =>
    `${name}, ${formatMoment(at, language)}`;
  return (
    <>
      <p>
        <span className={`state ${looks[state]}`}>{words.requestStates[state]}</span>{' '}
        <strong>{request.name[language]}</strong>
      </p>
      <p className="typed">{request.purpose}</p>
      <dl className="direction-facts">
        <dt>{words.requestStates.asked}</dt>
        <dd>
          {request.officeName[language]}: {by(asked)}
        </dd>
        {supported !== null && (
          <>
            <dt>{words.requestStates.supported}</dt>
            <dd>
              {by(supported)} {supported.remark}
            </dd>
          </>
        )}
        {decided !== null && (
          <>
            <dt>{words.requestStates[state]}</dt>
            <dd>
              {by(decided)} {decided.remark}
            </dd>
          </>
        )}
      </dl>
      {request.may.length > 0 && <Decision request={request} onDone={onDone} />}
    </>
  );
}

function Decision({ request, onDone }: { request: ShownAppRequest; onDone: () => void }) {
  const { language, service } = useConsole();
  const words = registerWordsIn(language);
  const { busy, error, run } = useAction();
  const [remark, setRemark] = useState('');
  const { id, version, may, second } = request;
  const decide = (decision: AppDecision) =>
    run(async () => {
      await service.ask('POST /api/directions/app-requests/:id/decide', {
        params: { id },
        body: { version, decision, remark: remark.trim() },
      });
      onDone();
    });
  return (
    <div className="narrow">
      <SecondPersonNote second={second} />
      <Field label={words.remark}>
        {(ids) => (
          <textarea
            {...ids}
            rows={2}
            maxLength={longestRemark}
            value={remark}
            onChange={({ currentTarget }) => setRemark(currentTarget.value)}
          />
        )}
      </Field>
      <ErrorNotice error={error} />
      <p className="row">
        {may
          .filter((decision) => decision === 'refuse' || second.bar === null)
          .map((decision) => (
            <button
              key={decision}
              type="button"
              className={decision === 'refuse' ? 'button quiet' : 'button'}
              disabled={busy}
              onClick={() => decide(decision)}
            >
              {words.appDecisions[decision]}
            </button>
          ))}
      </p>
    </div>
  );
}

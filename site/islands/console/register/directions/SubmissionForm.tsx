import { type FormEvent, useState } from 'react';
import type { FigureBeyond } from '../../../../../campaigns/directions/figure-bounds.ts';
import { longestDetails, longestRemark } from '../../../../../campaigns/directions/limits.ts';
import type { OccurrenceDetail } from '../../../../../messaging/contract/register/directions.ts';
import { directionWordsIn } from '../../../../i18n/direction-words.ts';
import { registerWordsIn } from '../../../../i18n/register-words.ts';
import { useConsole } from '../../ui/console-context.ts';
import { ErrorNotice, Field } from '../../ui/parts.tsx';
import type { ServiceError } from '../../ui/service.ts';
import { useAction } from '../../ui/use-service.ts';
import type { OnDone } from './action.ts';
import { useNumber } from './OccurrenceState.tsx';
import { type Named, useRegister } from './register-context.ts';
import { sumFigures } from './sums.ts';

/** What an office hands in: what was done, and its figures. */
export function SubmissionForm({
  detail,
  named: { obligation },
  onDone,
}: {
  detail: OccurrenceDetail;
  named: Named;
  onDone: OnDone;
}) {
  const { language, service } = useConsole();
  const words = directionWordsIn(language);
  const { officeName, catalogue } = useRegister();
  const { busy, error, run } = useAction();
  const { occurrence } = detail;
  const [figures, setFigures] = useState<Record<string, string>>(() =>
    Object.fromEntries(Object.entries(detail.figures).map(([id, value]) => [id, String(value)])),
  );
  const sums = sumFigures(obligation, detail.parts);
  const send = (form: HTMLFormElement, action: 'save' | 'submit') =>
    run(async () => {
      const body = {
        key: occurrence.key,
        version: occurrence.version,
        details: String(new FormData(form).get('details') ?? '').trim(),
        figures: Object.fromEntries(
          obligation.figures.flatMap(({ id, kind }) => {
            const typed = figures[id] ?? '';
            if (typed === '') return [];
            return [[id, kind === 'day' ? typed : Number(typed)]];
          }),
        ),
      };
      const next =
        action === 'save'
          ? await service.ask('PUT /api/directions/occurrence', { body })
          : await service.ask('POST /api/directions/occurrence/submit', {
              body: { ...body, reason: String(new FormData(form).get('reason') ?? '').trim() },
            });
      onDone(next, action);
    });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    send(event.currentTarget, 'submit');
  };
  return (
    <section aria-labelledby="direction-hand-in">
      <h2 id="direction-hand-in">{words.handIn}</h2>
      {detail.onBehalf && (
        <p className="notice plain">{words.onBehalf(officeName(occurrence.office))}</p>
      )}
      <form className="narrow" onSubmit={submit}>
        {sums !== null && (
          <button
            type="button"
            className="button quiet"
            onClick={() => setFigures({ ...figures, ...sums })}
          >
            {words.takeSums}
          </button>
        )}
        {obligation.figures.map(({ id, label, kind }) => (
          <Field key={id} label={label[language]} hint={words.figureKinds[kind]}>
            {(ids) => (
              <input
                {...ids}
                type={kind === 'day' ? 'date' : 'number'}
                inputMode={kind === 'day' ? undefined : 'decimal'}
                min={kind === 'day' ? undefined : 0}
                max={kind === 'day' ? catalogue.today : undefined}
                step={kind === 'money' ? '0.01' : kind === 'count' ? 1 : undefined}
                value={figures[id] ?? ''}
                onChange={({ currentTarget }) =>
                  setFigures({ ...figures, [id]: currentTarget.value })
                }
              />
            )}
          </Field>
        ))}
        <Field label={words.done} hint={words.doneHint}>
          {(ids) => (
            <textarea
              {...ids}
              name="details"
              rows={5}
              maxLength={longestDetails}
              defaultValue={detail.details}
            />
          )}
        </Field>
        <ErrorNotice error={error} />
        {error?.code === 'direction-bounds' && (
          <BoundsReason beyond={beyondOf(error)} named={obligation.figures} />
        )}
        <p className="row">
          <button type="submit" className="button" disabled={busy}>
            {detail.onBehalf ? words.submitFor : words.submit}
          </button>
          <button
            type="button"
            className="button quiet"
            disabled={busy}
            onClick={({ currentTarget }) => currentTarget.form && send(currentTarget.form, 'save')}
          >
            {words.save}
          </button>
        </p>
      </form>
    </section>
  );
}

/** What goes beyond, and the reason for it. */
function BoundsReason({
  beyond,
  named,
}: {
  beyond: readonly FigureBeyond[];
  named: Named['obligation']['figures'];
}) {
  const { language } = useConsole();
  const words = registerWordsIn(language);
  const number = useNumber();
  return (
    <>
      <ul className="plain">
        {beyond.map(({ figure, most }) => (
          <li key={figure}>
            {named.find(({ id }) => id === figure)?.label[language] ?? figure}:{' '}
            {words.atMost(number(most))}
          </li>
        ))}
      </ul>
      <Field label={words.boundsReason}>
        {(ids) => <textarea {...ids} name="reason" rows={2} required maxLength={longestRemark} />}
      </Field>
    </>
  );
}

const beyondOf = ({ body }: ServiceError) => body['beyond'] as readonly FigureBeyond[];

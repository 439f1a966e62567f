import { useMemo, useState } from 'react';
import type { FigureBeyond } from '../../../../../campaigns/directions/figure-bounds.ts';
import { longestDetails, longestRemark } from '../../../../../campaigns/directions/limits.ts';
import type {
  GatheredPart,
  OccurrenceDetail,
  ShownObligation,
} from '../../../../../messaging/register/directions/directions-schemas.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import type { Language } from '../../../../i18n/language.ts';
import { registerWordsIn } from '../../../../i18n/register-words.ts';
import { Form, type NamedFault } from '../../ui/AskForm.tsx';
import { useConsole } from '../../ui/console-context.ts';
import { Held, isHeld } from '../../ui/Effect.tsx';
import { readText } from '../../ui/form-text.ts';
import { Submit } from '../../ui/lines.tsx';
import { Button, ErrorNotice, Field, Section, TextArea, TextField } from '../../ui/parts.tsx';
import type { ServiceError } from '../../ui/service.ts';
import { useAction } from '../../ui/use-service.ts';
import { directionWordsIn } from './direction-words.ts';
import { type Named, useRegister } from './register-context.ts';
import type { OnDone } from './use-rounds.ts';

interface SubmissionProps {
  detail: OccurrenceDetail;
  named: Named;
  onDone: OnDone;
}

type Figures = Record<string, string>;

/** An office hands in what was done, and its figures. */
export function SubmissionForm(props: SubmissionProps) {
  const { detail, named } = props;
  const { language, words } = useConsole(directionWordsIn);
  const { officeName } = useRegister();
  const { figures, setFigures, busy, error, held, refused, send } = useSubmission(props);
  const sums = sumFigures(named.obligation, detail.parts);
  return (
    <Section id="direction-hand-in" title={words.handIn}>
      {detail.onBehalf && (
        <p className="notice plain">{words.onBehalf(officeName(detail.occurrence.office))}</p>
      )}
      <Form className="narrow" refused={refused} onSubmit={(form) => send(form, 'submit')}>
        {sums !== null && (
          <Button onClick={() => setFigures({ ...figures, ...sums })}>{words.takeSums}</Button>
        )}
        <FigureFields required={named.obligation.figures} figures={figures} onChange={setFigures} />
        <TextArea
          label={words.done}
          hint={words.doneHint}
          name="details"
          rows={5}
          maxLength={longestDetails}
          defaultValue={detail.details}
        />
        {error?.code === 'direction-bounds' && (
          <TextField
            label={registerWordsIn(language).boundsReason}
            name="reason"
            required
            maxLength={longestRemark}
          />
        )}
        <ErrorNotice error={refused.length === 0 ? error : null} />
        <Held error={error} answer={held} />
        <p className="row">
          <Submit busy={busy}>{detail.onBehalf ? words.submitFor : words.submit}</Submit>
          <Button
            disabled={busy}
            onClick={({ currentTarget: { form } }) => form && send(new FormData(form), 'save')}
          >
            {words.save}
          </Button>
        </p>
      </Form>
    </Section>
  );
}

function useSubmission({ detail, named: { obligation }, onDone }: SubmissionProps) {
  const { service, language } = useConsole();
  const { busy, error, run } = useAction();
  const [held, setHeld] = useState<unknown>(null);
  const { key, version } = detail.occurrence;
  const [figures, setFigures] = useState<Figures>(() =>
    Object.fromEntries(Object.entries(detail.figures).map(([id, value]) => [id, String(value)])),
  );
  const send = (form: FormData, action: 'save' | 'submit') =>
    run(async () => {
      const body = {
        key,
        version,
        details: readText(form, 'details'),
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
              body: { ...body, reason: readText(form, 'reason') },
            });
      if (isHeld(next)) setHeld(next);
      else onDone(next, action);
    });
  const refused = useMemo(
    () => (error === null ? [] : nameFaults(error, language)),
    [error, language],
  );
  return { figures, setFigures, busy, error, held, refused, send };
}

/** Sums of what offices sent, as text for the fields, without figures that wait for a second officer; null without any. */
function sumFigures(
  { figures }: Pick<ShownObligation, 'figures'>,
  parts: readonly Pick<GatheredPart, 'figures' | 'waits'>[],
): Record<string, string> | null {
  const sums = figures.flatMap(({ id, kind }) => {
    const values = parts
      .filter(({ waits }) => !waits)
      .map((part) => part.figures[id])
      .filter((value) => typeof value === 'number');
    if (kind === 'day' || values.length === 0) return [];
    return [[id, String(values.reduce((sum, value) => sum + value, 0))] as const];
  });
  return sums.length === 0 ? null : Object.fromEntries(sums);
}

function FigureFields(props: {
  required: Named['obligation']['figures'];
  figures: Figures;
  onChange: (figures: Figures) => void;
}) {
  const { required, figures, onChange } = props;
  const { language, words } = useConsole(directionWordsIn);
  const { catalogue } = useRegister();
  return required.map(({ id, label, kind }) => (
    <Field key={id} label={label[language]} hint={words.figureKinds[kind]}>
      {(ids) => (
        <input
          {...ids}
          name={figureField(id)}
          type={kind === 'day' ? 'date' : 'text'}
          inputMode={kind === 'day' ? undefined : kind === 'count' ? 'numeric' : 'decimal'}
          required
          min={kind === 'day' ? undefined : 0}
          max={kind === 'day' ? catalogue.today : undefined}
          value={figures[id] ?? ''}
          onChange={({ currentTarget }) => onChange({ ...figures, [id]: currentTarget.value })}
        />
      )}
    </Field>
  ));
}

/** The field of a figure in the form. */
const figureField = (id: string) => `figure ${id}`;

/** Puts what the service refused at the fields of its figures. */
function nameFaults({ code, body }: ServiceError, language: Language): NamedFault[] {
  const words = registerWordsIn(language);
  if (code === 'direction-bounds' || code === 'direction-impossible')
    return (body['beyond'] as readonly FigureBeyond[]).map(({ figure, most }) => ({
      name: figureField(figure),
      text: words.atMost(formatNumber(most, language)),
    }));
  if (code !== 'direction-figures') return [];
  const { figureKinds } = directionWordsIn(language);
  return (body['faults'] as readonly { figure: string; expected: keyof typeof figureKinds }[]).map(
    ({ figure, expected }) => ({ name: figureField(figure), text: figureKinds[expected] }),
  );
}

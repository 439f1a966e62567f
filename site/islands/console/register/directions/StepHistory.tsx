import { toDay } from '../../../../../campaigns/tracker/clock.ts';
import type {
  DirectionStep,
  OccurrenceDetail,
  ShownObligation,
} from '../../../../../messaging/register/directions/directions-schemas.ts';
import { makeAddress } from '../../ui/address.ts';
import { useConsole } from '../../ui/console-context.ts';
import { FigureTable } from '../../ui/FigureTable.tsx';
import { Facts, Section } from '../../ui/parts.tsx';
import { directionWordsIn } from './direction-words.ts';
import { OccurrenceChips } from './OccurrenceState.tsx';
import { type Named, occurrencePath, useRegister } from './register-context.ts';

const looks: Record<string, string> = {
  submit: 'waiting',
  accept: 'verified',
  return: 'rejected',
};

interface StepHistoryProps {
  detail: OccurrenceDetail;
  named: Named;
}

/** Every submission as it was handed in and every decision on it, the latest first. */
export function StepHistory({ detail: { steps }, named }: StepHistoryProps) {
  const { words } = useConsole(directionWordsIn);
  return (
    <Section id="direction-history" title={words.history}>
      {steps.length === 0 ? (
        <p className="detail">{words.historyNone}</p>
      ) : (
        <ol className="plain activities">
          {steps.map((step) => (
            <Step key={`${step.at} ${step.action}`} step={step} named={named} />
          ))}
        </ol>
      )}
    </Section>
  );
}

function Step({ step, named: { obligation } }: { step: DirectionStep; named: Named }) {
  const { language, words: console, format } = useConsole();
  const words = directionWordsIn(language);
  const action = words.steps[step.action as keyof typeof words.steps] ?? step.action;
  const roles: Record<string, string> = console.people.roles;
  const figures = obligation.figures.filter(({ id }) => step.figures[id] !== undefined);
  return (
    <li>
      <p>
        <span className={`state ${looks[step.action] ?? ''}`}>{action}</span>{' '}
        {step.onBehalf && <strong>{words.behalf}</strong>}
      </p>
      {figures.length > 0 && (
        <Facts
          className="direction-facts"
          facts={figures.map((figure) => [
            figure.label[language],
            <FigureText key={figure.id} figure={figure} value={step.figures[figure.id]} />,
          ])}
        />
      )}
      {step.details !== '' && <p className="typed">{step.details}</p>}
      {step.remark !== '' && <p className="typed">“{step.remark}”</p>}
      {step.files.map(({ id, name, kept }) => (
        <p key={id}>
          {kept ? (
            <a href={makeAddress('GET /api/directions/files/:id', { params: { id } })} download>
              {name}
            </a>
          ) : (
            words.paperGone(name)
          )}
        </p>
      ))}
      <p className="detail">
        {toDay(new Date(step.at)) === step.day ? format.moment(step.at) : format.day(step.day)} ·{' '}
        {step.byName}, {roles[step.byRole] ?? step.byRole}
      </p>
    </li>
  );
}

interface FigureTextProps {
  figure: Pick<ShownObligation['figures'][number], 'kind'>;
  value: number | string | undefined;
}

/** A figure as it is read; a dash where it was not given. */
export function FigureText({ figure: { kind }, value }: FigureTextProps) {
  const { format } = useConsole();
  if (value === undefined) return '–';
  if (typeof value === 'string') return format.day(value);
  return `${kind === 'money' ? '₹ ' : ''}${format.number(value)}`;
}

interface PartsTableProps {
  detail: OccurrenceDetail;
  named: Named;
}

/** The parts to be consolidated: each office with its last submission. */
export function PartsTable({ detail: { parts }, named }: PartsTableProps) {
  const { language, words } = useConsole(directionWordsIn);
  const { find, officeName, catalogue } = useRegister();
  const gathered = find(named.obligation.gathers ?? '')?.obligation;
  const figures = gathered?.figures ?? [];
  const seen = new Set(catalogue.offices.map(({ key }) => key));
  return (
    <Section id="direction-parts" title={words.parts} level="h3">
      <p className="detail">{words.partsText}</p>
      <section
        className="direction-matrix parts"
        aria-label={`${words.parts}: ${words.office}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls is reached by the keyboard
        tabIndex={0}
      >
        <FigureTable
          className=""
          rows={parts}
          keyOf={({ key }) => key}
          columns={[
            [
              words.office,
              ({ key, office }) =>
                seen.has(office) ? (
                  <a href={occurrencePath(language, key)}>{officeName(office)}</a>
                ) : (
                  office.replace(/^\w+:/, '')
                ),
            ],
            [
              words.stateLabel,
              (part) => <OccurrenceChips occurrence={{ ...part, forwarded: false }} />,
            ],
            ...figures.map(
              (figure) =>
                [
                  figure.label[language],
                  (part: OccurrenceDetail['parts'][number]) => (
                    <FigureText figure={figure} value={part.figures[figure.id]} />
                  ),
                ] as const,
            ),
          ]}
        />
      </section>
    </Section>
  );
}

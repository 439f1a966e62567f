import { toDay } from '../../../../../campaigns/tracker/clock.ts';
import type {
  DirectionStep,
  OccurrenceDetail,
} from '../../../../../messaging/register/directions/directions-schemas.ts';
import { formatDay } from '../../../../i18n/format.ts';
import { makeAddress } from '../../ui/address.ts';
import { useConsole } from '../../ui/console-context.ts';
import { formatMoment } from '../../ui/format-moment.ts';
import { directionWordsIn } from './direction-words.ts';
import { FigureText } from './FigureText.tsx';
import type { Named } from './register-context.ts';

const looks: Record<string, string> = {
  submit: 'waiting',
  accept: 'verified',
  return: 'rejected',
};

/** Every submission as it was handed in and every decision on it, the latest first. */
export function StepHistory({
  detail: { steps },
  named,
}: {
  detail: OccurrenceDetail;
  named: Named;
}) {
  const { language } = useConsole();
  const words = directionWordsIn(language);
  return (
    <section aria-labelledby="direction-history">
      <h2 id="direction-history">{words.history}</h2>
      {steps.length === 0 ? (
        <p className="detail">{words.historyNone}</p>
      ) : (
        <ol className="plain activities">
          {steps.map((step) => (
            <Step key={`${step.at} ${step.action}`} step={step} named={named} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Step({ step, named: { obligation } }: { step: DirectionStep; named: Named }) {
  const { language, words: console } = useConsole();
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
        <dl className="direction-facts">
          {figures.map((figure) => (
            <div key={figure.id}>
              <dt>{figure.label[language]}</dt>
              <dd>
                <FigureText figure={figure} value={step.figures[figure.id]} />
              </dd>
            </div>
          ))}
        </dl>
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
        {toDay(new Date(step.at)) === step.day
          ? formatMoment(step.at, language)
          : formatDay(step.day, language)}{' '}
        · {step.byName}, {roles[step.byRole] ?? step.byRole}
      </p>
    </li>
  );
}

import type {
  ShownAmendment,
  ShownDirection,
} from '../../../../../messaging/register/directions/directions-schemas.ts';
import { registerWordsIn } from '../../../../i18n/register-words.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Detail } from '../../ui/lines.tsx';
import { type Fact, Facts, Section } from '../../ui/parts.tsx';
import { directionWordsIn } from './direction-words.ts';
import { useRegister } from './register-context.ts';

/** A direction as it holds today: its paper and words, its obligations, and changes by later papers. */
export function DirectionCard({ direction }: { direction: ShownDirection }) {
  const { language, words } = useConsole(directionWordsIn);
  const { paperText } = useRegister();
  return (
    <Section
      className="direction-card"
      id="direction-card"
      title={
        <>
          {direction.id}· {direction.title[language]}
        </>
      }
    >
      <blockquote lang="hi">{direction.quote}</blockquote>
      <Facts
        className="direction-facts"
        facts={[
          [words.paper, `${paperText(direction.paper)} · ${direction.point[language]}`],
          direction.owners.length > 0 && [
            words.owner,
            direction.owners.map((owner) => owner[language]).join(', '),
          ],
          direction.named !== null && [
            words.named,
            <span key="named" lang="hi">
              {direction.named}
            </span>,
          ],
          ...direction.obligations.map(({ owed, when }): Fact => [owed[language], when[language]]),
        ]}
      />
      <DirectionHistory history={direction.history} />
    </Section>
  );
}

/** Changes by later papers, in the order of their days; nothing where there are none. */
export function DirectionHistory({ history }: { history: readonly ShownAmendment[] }) {
  const { words } = useConsole(registerWordsIn);
  if (history.length === 0) return null;
  return (
    <>
      <h3>{words.history}</h3>
      <ol className="plain activities">
        {history.map((amendment) => (
          <Amendment key={amendment.id} amendment={amendment} />
        ))}
      </ol>
    </>
  );
}

function Amendment({ amendment }: { amendment: ShownAmendment }) {
  const { language, words, format } = useConsole(registerWordsIn);
  const { paperText, nameObligation } = useRegister();
  const { change, from, until, owed, when, owners } = amendment;
  const facts = [
    [words.newOwners, owners.map((owner) => owner[language]).join(', ')],
    [words.newOwed, owed?.[language] ?? ''],
    [words.newWhen, when?.[language] ?? ''],
  ].filter(([, value]) => value !== '');
  return (
    <li>
      <p>
        <span className="state">{words.changes[change]}</span>{' '}
        <strong>{words.fromDay(format.day(from))}</strong>
        {until !== null && <> {words.untilDay(format.day(until))}</>} ·{' '}
        {nameObligation(amendment.obligation)}
      </p>
      {facts.map(([label, value]) => (
        <p key={label}>
          {label}: {value}
        </p>
      ))}
      <blockquote lang="hi">{amendment.quote}</blockquote>
      <Detail of={[paperText(amendment.paper), amendment.point[language]]} />
    </li>
  );
}

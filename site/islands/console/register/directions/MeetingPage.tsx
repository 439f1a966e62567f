import type { ReadMeeting } from '../../../../../messaging/register/directions/directions-schemas.ts';
import { registerWordsIn } from '../../../../i18n/register-words.ts';
import { AskForm, useAsk } from '../../ui/AskForm.tsx';
import { useConsole } from '../../ui/console-context.ts';
import { BackLink, Fold } from '../../ui/lines.tsx';
import { Await, List } from '../../ui/parts.tsx';
import { useLive } from '../../ui/use-service.ts';
import { directionWordsIn } from './direction-words.ts';
import { PointForm } from './PointForm.tsx';
import { meetingsPath, useRegister } from './register-context.ts';

/** A meeting's points, each checked by an officer before it counts. */
export function MeetingPage({ id }: { id: number }) {
  const { language, words, format } = useConsole(directionWordsIn);
  const { state, reload } = useLive(['register'], 'GET /api/directions/meetings/:id', {
    params: { id },
  });
  return (
    <>
      <BackLink to={meetingsPath(language)}>{words.views.meetings}</BackLink>
      <Await state={state} retry={reload}>
        {(meeting) => (
          <>
            <h2>{meeting.title}</h2>
            <p className="detail">
              {meeting.number !== '' && `${words.number} ${meeting.number} · `}
              {format.day(meeting.day)} ·{' '}
              {words.pointsLeft(format.number(meeting.open), format.number(meeting.points))}
            </p>
            <List of={meeting.list} as="ol" className="direction-points">
              {(point) => <Point key={point.version} point={point} day={meeting.day} />}
            </List>
          </>
        )}
      </Await>
    </>
  );
}

type MeetingPoint = ReadMeeting['list'][number];

function Point({ point, day }: { point: MeetingPoint; day: string }) {
  const { words } = useConsole(directionWordsIn);
  const { id, version, status } = point;
  const dropped = status !== 'dropped';
  const ask = useAsk();
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
      {point.terms !== null && status === 'checked' && <TermsText terms={point.terms} />}
      {status === 'draft' && (
        <Fold title={words.pointOpen}>
          <PointForm point={point} day={day} />
        </Fold>
      )}
      <AskForm
        look="link"
        button={dropped ? words.pointDrop : words.pointRestore}
        send={ask('POST /api/directions/points/:id/drop', {
          params: { id },
          body: { version, dropped },
        })}
      />
    </article>
  );
}

/** The outcome of a point: a new direction, or a change of another one. */
function TermsText({ terms }: { terms: NonNullable<MeetingPoint['terms']> }) {
  const { words, format } = useConsole(registerWordsIn);
  const { nameObligation } = useRegister();
  if (terms.kind === 'order') return <p>{terms.title}</p>;
  return (
    <p>
      {words.changes[terms.change]} {words.fromDay(format.day(terms.from))}: {terms.obligation}{' '}
      {nameObligation(terms.obligation)}
    </p>
  );
}

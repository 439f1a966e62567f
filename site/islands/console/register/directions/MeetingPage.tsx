import { useState } from 'react';
import type { ReadMeeting } from '../../../../../messaging/register/directions/directions-schemas.ts';
import { registerWordsIn } from '../../../../i18n/register-words.ts';
import { AskForm } from '../../ui/AskForm.tsx';
import { useConsole } from '../../ui/console-context.ts';
import { isHeld } from '../../ui/Effect.tsx';
import { readText } from '../../ui/form-text.ts';
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
  const [changed, setChanged] = useState<ReadMeeting | null>(null);
  return (
    <>
      <BackLink to={meetingsPath(language)}>{words.views.meetings}</BackLink>
      <Await state={state} retry={reload}>
        {(loaded) => {
          const meeting = changed === null ? loaded : pickNewer(loaded, changed);
          return (
            <>
              <h2>{meeting.title}</h2>
              <p className="detail">
                {meeting.number !== '' && `${words.number} ${meeting.number} · `}
                {format.day(meeting.day)} ·{' '}
                {words.pointsLeft(format.number(meeting.open), format.number(meeting.points))}
              </p>
              <List of={meeting.list} as="ol" className="direction-points">
                {(point) => (
                  <Point key={point.version} point={point} day={meeting.day} onDone={setChanged} />
                )}
              </List>
            </>
          );
        }}
      </Await>
    </>
  );
}

/** Points change one by one; the version of each tells which answer is newer. */
function pickNewer(loaded: ReadMeeting, changed: ReadMeeting): ReadMeeting {
  const sumVersions = ({ list }: ReadMeeting) =>
    list.reduce((sum, { version }) => sum + version, 0);
  return sumVersions(changed) > sumVersions(loaded) ? changed : loaded;
}

function Point({
  point,
  day,
  onDone,
}: {
  point: ReadMeeting['list'][number];
  day: string;
  onDone: (next: ReadMeeting) => void;
}) {
  const { service, words } = useConsole(directionWordsIn);
  const { id, version, status } = point;
  const dropped = status !== 'dropped';
  const drop = async (form: FormData) => {
    const body = { version, dropped, reason: readText(form, 'reason') };
    const answer = await service.ask('POST /api/directions/points/:id/drop', {
      params: { id },
      body,
    });
    if (!isHeld(answer)) onDone(answer);
    return answer;
  };
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
          <PointForm point={point} day={day} onDone={onDone} />
        </Fold>
      )}
      <AskForm look="link" button={dropped ? words.pointDrop : words.pointRestore} send={drop} />
    </article>
  );
}

/** The outcome of a point: a new direction, or a change of another one. */
function TermsText({ terms }: { terms: NonNullable<ReadMeeting['list'][number]['terms']> }) {
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

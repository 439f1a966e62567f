import type { OccurrenceState as State } from '../../../../../campaigns/directions/occurrence-state.ts';
import {
  dueByWords,
  figuresWait,
  lateText,
  noDue,
  stateWords,
} from '../../../../../campaigns/words/direction-words.ts';
import type { ShownOccurrence } from '../../../../../messaging/register/directions/directions-schemas.ts';
import { useConsole } from '../../ui/console-context.ts';
import { directionWordsIn } from './direction-words.ts';

/** Looks of the console's states that fit those of an occurrence. */
const looks: Record<State, string> = {
  'to-start': '',
  'in-progress': '',
  submitted: 'waiting',
  accepted: 'verified',
  returned: 'rejected',
  'not-applicable': '',
  closed: '',
  before: '',
};

export function StateChip({ state }: { state: State }) {
  const { language } = useConsole();
  return <span className={`state ${looks[state]}`}>{stateWords[state][language]}</span>;
}

/** State of an occurrence, its delay and other marks. */
export function OccurrenceChips({
  occurrence,
}: {
  occurrence: Pick<ShownOccurrence, 'state' | 'lateDays' | 'forwarded' | 'waits'>;
}) {
  const { language, words } = useConsole(directionWordsIn);
  return (
    <span className="chips">
      <StateChip state={occurrence.state} />
      {occurrence.lateDays > 0 && (
        <strong className="late">{lateText(occurrence.lateDays)[language]}</strong>
      )}
      {occurrence.forwarded && occurrence.state === 'submitted' && (
        <span className="detail">{words.forwarded}</span>
      )}
      {occurrence.waits && <strong className="late">{figuresWait[language]}</strong>}
    </span>
  );
}

/** The last day and how it was computed; where no day is stated, the day since which it is open. */
export function DueText({
  occurrence,
}: {
  occurrence: Pick<ShownOccurrence, 'due' | 'dueBy' | 'since'>;
}) {
  const { language, words, format } = useConsole(directionWordsIn);
  if (occurrence.due === null)
    return (
      <>
        {noDue[language]} · {words.since(format.day(occurrence.since))}
      </>
    );
  return (
    <>
      {words.due(format.day(occurrence.due))}
      {dueByWords[occurrence.dueBy]?.[language]}
    </>
  );
}

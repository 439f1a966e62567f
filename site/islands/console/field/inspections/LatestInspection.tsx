import type { Answer } from '../../../../../messaging/contract/contract.ts';
import { useConsole } from '../../ui/console-context.ts';
import { formatMoment } from '../../ui/format-moment.ts';
import { inspectionWordsIn } from './inspection-words.ts';

type Inspection = NonNullable<Answer<'GET /api/inspections/board'>['inspection']>;

/** The latest word of an officer who stood in front of the board. */
export function LatestInspection({ state, by, at, remark }: Inspection) {
  const { language } = useConsole();
  const words = inspectionWordsIn(language);
  return (
    <span className="detail">
      {words.latest(words.states[state], by, formatMoment(at, language))}
      {remark !== '' && <> · “{remark}”</>}
    </span>
  );
}

import {
  type ActivityKind,
  activityForms,
} from '../../../../../campaigns/activities/activity-kinds.ts';
import type { DistrictChecklist } from '../../../../../campaigns/activities/checklist.ts';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { findLacking, recordableKinds } from './activity-entry.ts';

interface LackingProps {
  checklist: DistrictChecklist | undefined;
  kind: ActivityKind;
  onKind: (kind: ActivityKind) => void;
}

/** Kinds of work of which the district has nothing yet, each a button that opens its form; boards by those that are left. */
export function Lacking({ checklist, kind, onKind }: LackingProps) {
  const { language, words, format } = useConsole();
  const kinds = recordableKinds(useMe());
  if (checklist === undefined) return null;
  const lacking = findLacking(checklist, kinds);
  if (lacking.length === 0) return null;
  return (
    <fieldset className="station-filters lacking">
      <legend>{words.entry.lacking}</legend>
      {lacking.map((name) => (
        <button key={name} type="button" aria-pressed={name === kind} onClick={() => onKind(name)}>
          {activityForms[name].title[language]}
          {name === 'board' && (
            <span> {words.entry.stationsLeft(format.number(checklist.missing))}</span>
          )}
        </button>
      ))}
    </fieldset>
  );
}

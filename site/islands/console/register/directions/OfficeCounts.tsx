import { useConsole } from '../../ui/console-context.ts';
import { FigureTable } from '../../ui/FigureTable.tsx';
import { useChanges } from '../../ui/use-changes.ts';
import { useLoad } from '../../ui/use-service.ts';
import { directionWordsIn } from './direction-words.ts';
import { useNumber } from './OccurrenceState.tsx';
import { countByOffice } from './office-counts.ts';
import { owedPath } from './register-context.ts';

/** Zones and offices of headquarters by what is late and open there, for headquarters; behind one line. */
export function OfficeCounts() {
  const { language, words } = useConsole(directionWordsIn);
  const number = useNumber();
  const { state, reload } = useLoad('GET /api/directions/matrix');
  useChanges(['direction', 'register'], reload);
  // The list does not wait for it, nor fail with it.
  if (state.kind !== 'loaded') return null;
  const offices = countByOffice(state.value);
  const late = offices.filter((office) => office.late > 0).length;
  return (
    <details className="direction-fold">
      <summary>{words.byOffice(number(late))}</summary>
      <FigureTable
        caption={words.filters.office}
        rows={offices}
        keyOf={({ id }) => id}
        columns={[
          [
            words.filters.office,
            ({ id, name }) => <a href={`${owedPath(language)}?${toQuery(id)}`}>{name[language]}</a>,
          ],
          [words.late, (office) => number(office.late)],
          [words.open, (office) => number(office.open)],
        ]}
      />
    </details>
  );
}

/** A zone with all that lies below it, or one office. */
function toQuery(id: string): URLSearchParams {
  return new URLSearchParams(
    id.startsWith('zone:') ? { zone: id.slice('zone:'.length) } : { office: id },
  );
}

import { useConsole } from '../../ui/console-context.ts';
import { FigureTable } from '../../ui/FigureTable.tsx';
import { Fold } from '../../ui/lines.tsx';
import { useLive } from '../../ui/use-service.ts';
import { directionWordsIn } from './direction-words.ts';
import { countByOffice } from './office-counts.ts';
import { owedPath } from './register-context.ts';

/** Zones and offices of headquarters by what is late and open there, for headquarters; behind one line. */
export function OfficeCounts() {
  const { language, words, format } = useConsole(directionWordsIn);
  const { state } = useLive(['direction', 'register'], 'GET /api/directions/matrix');
  // The list does not wait for it, nor fail with it.
  if (state.kind !== 'loaded') return null;
  const offices = countByOffice(state.value);
  const late = offices.filter((office) => office.late > 0).length;
  return (
    <Fold className="direction-fold" title={words.byOffice(format.number(late))}>
      <FigureTable
        caption={words.filters.office}
        rows={offices}
        keyOf={({ id }) => id}
        columns={[
          [
            words.filters.office,
            ({ id, name }) => <a href={`${owedPath(language)}?${toQuery(id)}`}>{name[language]}</a>,
          ],
          [words.late, (office) => format.number(office.late)],
          [words.open, (office) => format.number(office.open)],
        ]}
      />
    </Fold>
  );
}

/** A zone with all that lies below it, or one office. */
function toQuery(id: string): URLSearchParams {
  return new URLSearchParams(
    id.startsWith('zone:') ? { zone: id.slice('zone:'.length) } : { office: id },
  );
}

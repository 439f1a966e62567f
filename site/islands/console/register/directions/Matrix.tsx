import type {
  DirectionMatrix,
  MatrixCell,
} from '../../../../../messaging/register/directions/directions-schemas.ts';
import { useConsole } from '../../ui/console-context.ts';
import { FilterSelect } from '../../ui/list/ListBar.tsx';
import { useListAddress } from '../../ui/list/use-found-list.ts';
import { Await } from '../../ui/parts.tsx';
import { useLive } from '../../ui/use-service.ts';
import { directionWordsIn } from './direction-words.ts';
import { useRecentMonths } from './OwedFilters.tsx';
import { sumCells } from './office-counts.ts';
import { owedPath, useRegister } from './register-context.ts';

const names = ['matrix', 'app', 'month'];

/** All directions by zones and offices; a cell leads to what it counts. */
export function MatrixPage() {
  const { language, words } = useConsole(directionWordsIn);
  const { catalogue } = useRegister();
  const [query, setQuery] = useListAddress(names);
  const { app, month } = query.values;
  const { state, reload } = useLive(['direction', 'register'], 'GET /api/directions/matrix', {
    query: { app: app || undefined, month: month || undefined },
  });
  const choose = (name: string, value: string) =>
    setQuery({ ...query, values: { ...query.values, [name]: value } });
  return (
    <>
      <p>{words.matrixText}</p>
      <search className="list-bar">
        <FilterSelect
          label={words.filters.app}
          value={app}
          choices={catalogue.apps.map(({ id, name }) => [id, name[language]])}
          onChoose={(next) => choose('app', next)}
        />
        <FilterSelect
          label={words.filters.month}
          none={words.recent}
          value={month}
          choices={useRecentMonths()}
          onChoose={(next) => choose('month', next)}
        />
      </search>
      <Await state={state} retry={reload}>
        {(matrix) => <Matrix matrix={matrix} month={month} />}
      </Await>
    </>
  );
}

const everywhere = { office: 'all' };

interface MatrixProps {
  matrix: DirectionMatrix;
  month: string | undefined;
}

/**
 * Directions by zones: the whole first, then each zone with what lies below it, then headquarters and its branches as
 * one. Few of these owe the same thing: a column for each would be empty.
 */
export function Matrix({ matrix: { columns, rows }, month }: MatrixProps) {
  const { language, words } = useConsole(directionWordsIn);
  const { nameObligation } = useRegister();
  const all = columns.map(({ id, name }, index) => ({ id, name, index }));
  const zones = all.filter(({ id }) => id.startsWith('zone:'));
  const others = all.filter(({ id }) => !id.startsWith('zone:'));
  const pathTo = (direction: string, where: Record<string, string>) =>
    `${owedPath(language)}?${new URLSearchParams({ direction, ...(month ? { month } : {}), ...where })}`;
  return (
    <section
      className="direction-matrix by-zones"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls is reached by the keyboard
      tabIndex={0}
      aria-label={words.views.matrix}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{words.filters.direction}</th>
            {columns.length > 1 && <th scope="col">{words.sum}</th>}
            {zones.map(({ id, name }) => (
              <th key={id} scope="col">
                {name[language]}
              </th>
            ))}
            {others.length > 0 && <th scope="col">{words.others}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ direction, obligation, cells }) => {
            const owing = others.filter(({ index }) => cells[index] != null);
            return (
              <tr key={obligation}>
                <th scope="row">
                  <strong>{direction}</strong> · {nameObligation(obligation)}
                </th>
                {columns.length > 1 && (
                  <td className="sum">
                    <Cell cell={sumCells(cells)} href={pathTo(direction, everywhere)} />
                  </td>
                )}
                {zones.map(({ id, index }) => (
                  <td key={id}>
                    <Cell
                      cell={cells[index] ?? null}
                      href={pathTo(direction, { zone: id.slice('zone:'.length) })}
                    />
                  </td>
                ))}
                {others.length > 0 && (
                  <td>
                    <Cell
                      cell={sumCells(others.map(({ index }) => cells[index] ?? null))}
                      href={pathTo(
                        direction,
                        owing.length === 1 ? { office: owing[0]?.id ?? '' } : everywhere,
                      )}
                    />
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ cell, href }: { cell: MatrixCell | null; href: string }) {
  const { words, format } = useConsole(directionWordsIn);
  if (cell === null) return <span className="sr-only">{words.nothingOwed}</span>;
  const { done, total, late, submitted } = cell;
  const look = late > 0 ? 'late' : done === total ? 'done' : submitted > 0 ? 'sent' : '';
  return (
    <a href={href} className={`cell ${look}`}>
      {words.cell(format.number(done), format.number(total))}
      {late > 0 && <small> {words.cellLate(format.number(late))}</small>}
    </a>
  );
}

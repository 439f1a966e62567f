import { formatMonth } from '../../../../../campaigns/numbers.ts';
import { useConsole } from '../../ui/console-context.ts';
import { useListAddress } from '../../ui/list/use-list-address.ts';
import { Await } from '../../ui/parts.tsx';
import { useChanges } from '../../ui/use-changes.ts';
import { useLoad } from '../../ui/use-service.ts';
import { directionWordsIn } from './direction-words.ts';
import { ListSelect } from './ListSelect.tsx';
import { Matrix } from './Matrix.tsx';
import { recentMonths } from './recent-months.ts';
import { useRegister } from './register-context.ts';

const names = ['matrix', 'app', 'month'];

/** All directions by zones and offices; a cell leads to what it counts. */
export function MatrixPage() {
  const { language } = useConsole();
  const words = directionWordsIn(language);
  const { catalogue } = useRegister();
  const [query, setQuery] = useListAddress(names);
  const { app, month } = query.values;
  const { state, reload } = useLoad('GET /api/directions/matrix', {
    query: { app: app || undefined, month: month || undefined },
  });
  useChanges(['direction', 'register'], reload);
  const choose = (name: string, value: string) =>
    setQuery({ ...query, values: { ...query.values, [name]: value } });
  return (
    <>
      <p>{words.matrixText}</p>
      <search className="list-bar">
        <ListSelect label={words.filters.app} value={app} onChoose={(next) => choose('app', next)}>
          {catalogue.apps.map(({ id, name }) => [id, name[language]])}
        </ListSelect>
        <ListSelect
          label={words.filters.month}
          none={words.recent}
          value={month}
          onChoose={(next) => choose('month', next)}
        >
          {recentMonths(catalogue.today).map((each) => [each, formatMonth(each, language)])}
        </ListSelect>
      </search>
      <Await state={state} retry={reload}>
        {(matrix) => <Matrix matrix={matrix} month={month} />}
      </Await>
    </>
  );
}

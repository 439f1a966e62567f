import { formatMonth } from '../../../../../campaigns/numbers.ts';
import { directionWordsIn } from '../../../../i18n/direction-words.ts';
import { useConsole } from '../../ui/console-context.ts';
import { useListAddress } from '../../ui/list/use-list-address.ts';
import { Await } from '../../ui/parts.tsx';
import { useChanges } from '../../ui/use-changes.ts';
import { useLoad } from '../../ui/use-service.ts';
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
        <label className="list-field">
          <span>{words.filters.app}</span>
          <select value={app} onChange={({ currentTarget }) => choose('app', currentTarget.value)}>
            <option value="">{language === 'hi' ? 'सभी' : 'All'}</option>
            {catalogue.apps.map(({ id, name }) => (
              <option key={id} value={id}>
                {name[language]}
              </option>
            ))}
          </select>
        </label>
        <label className="list-field">
          <span>{words.filters.month}</span>
          <select
            value={month}
            onChange={({ currentTarget }) => choose('month', currentTarget.value)}
          >
            <option value="">{words.recent}</option>
            {recentMonths(catalogue.today).map((each) => (
              <option key={each} value={each}>
                {formatMonth(each, language)}
              </option>
            ))}
          </select>
        </label>
      </search>
      <Await state={state} retry={reload}>
        {(matrix) => <Matrix matrix={matrix} month={month} />}
      </Await>
    </>
  );
}

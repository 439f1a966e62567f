import { type ListedState, listedStates } from '../../../../campaigns/directions/listing.ts';
import { addMonths } from '../../../../campaigns/directions/months.ts';
import { formatMonth } from '../../../../campaigns/numbers.ts';
import { periodText, stateWords } from '../../../../campaigns/words/direction-words.ts';
import type { ListedOccurrence } from '../../../../messaging/contract/directions.ts';
import { directionWordsIn } from '../../../i18n/direction-words.ts';
import { useConsole, useMe } from '../console-context.ts';
import { Pager } from '../list/Pager.tsx';
import { useListAddress } from '../list/use-list-address.ts';
import { Await } from '../parts.tsx';
import { useChanges } from '../use-changes.ts';
import { useLoad } from '../use-service.ts';
import { occurrencePath } from './direction-paths.ts';
import { DueText, OccurrenceChips, useNumber } from './OccurrenceState.tsx';
import { useRegister } from './register-context.ts';

const names = ['state', 'app', 'direction', 'office', 'zone', 'month'];
const pageRows = 25;
/** Months that can be chosen back from this one. */
const monthsBack = 12;

/** What is owed, the latest first; of the own office only unless the officer asks for more. */
export function OwedList() {
  const { language } = useConsole();
  const me = useMe();
  const words = directionWordsIn(language);
  const { catalogue } = useRegister();
  const [asked, ask] = useListAddress(names);
  const value = (name: string) => asked.values[name] || undefined;
  const state = listedStates.find((name) => name === value('state'));
  // HQ looks at what others owe; every other office begins with its own.
  const given = value('office');
  const zone = value('zone');
  const office =
    given ?? (me.role === 'hq' || zone !== undefined ? 'all' : (catalogue.own ?? 'all'));
  const { state: loaded, reload } = useLoad('GET /api/directions/occurrences', {
    query: {
      ...(state === undefined ? {} : { state }),
      app: value('app'),
      direction: value('direction'),
      month: value('month'),
      ...(office === 'all' ? { zone } : { office }),
      // One row for what 75 districts owe alike.
      ...(office === 'all' ? { grouped: 'true' } : {}),
      offset: (asked.page - 1) * pageRows,
      limit: pageRows,
    },
  });
  useChanges(['direction', 'register'], reload);
  const choose = (name: string, next: string) =>
    ask({ ...asked, page: 1, values: { ...asked.values, [name]: next } });
  const months = Array.from({ length: monthsBack }, (_, back) =>
    addMonths(`${catalogue.today.slice(0, 7)}-01`, -back).slice(0, 7),
  );
  return (
    <>
      <search className="list-bar">
        <Select
          label={words.filters.app}
          value={value('app')}
          onChoose={(next) => choose('app', next)}
        >
          {catalogue.apps.map(({ id, name }) => [id, name[language]])}
        </Select>
        <Select
          label={words.filters.direction}
          value={value('direction')}
          onChoose={(next) => choose('direction', next)}
        >
          {catalogue.directions
            .filter(({ obligations }) => obligations.length > 0)
            .map(({ id, title }) => [id, `${id} ${title[language]}`])}
        </Select>
        {catalogue.offices.length > 1 && (
          <Select
            label={words.filters.office}
            value={office === 'all' ? undefined : office}
            onChoose={(next) =>
              ask({
                ...asked,
                page: 1,
                values: { ...asked.values, office: next === '' ? 'all' : next, zone: '' },
              })
            }
          >
            {catalogue.offices.map(({ key, name }) => [key, name[language]])}
          </Select>
        )}
        <Select
          label={words.filters.month}
          none={words.recent}
          value={value('month')}
          onChoose={(next) => choose('month', next)}
        >
          {months.map((month) => [month, formatMonth(month, language)])}
        </Select>
      </search>
      <Await state={loaded} retry={reload}>
        {({ total, counts, entries }) => (
          <>
            <StateTabs counts={counts} chosen={state} onChoose={(next) => choose('state', next)} />
            {entries.length === 0 ? (
              <p className="notice plain" role="status">
                {words.noneText}
              </p>
            ) : (
              <ul className="plain activities directions">
                {entries.map((own) => (
                  <OwedRow key={own.key} own={own} withOffice={office === 'all'} />
                ))}
              </ul>
            )}
            <Pager
              page={asked.page}
              pageRows={pageRows}
              found={total}
              onPage={(page) => ask({ ...asked, page })}
            />
          </>
        )}
      </Await>
    </>
  );
}

function OwedRow({ own, withOffice }: { own: ListedOccurrence; withOffice: boolean }) {
  const { language } = useConsole();
  const words = directionWordsIn(language);
  const { titleOf, officeName } = useRegister();
  const number = useNumber();
  const several = own.alike.length > 1;
  const byName = (a: { office: string }, b: { office: string }) =>
    officeName(a.office).localeCompare(officeName(b.office), language);
  const title = (
    <>
      <strong>{own.direction}</strong> · {titleOf(own.obligation)}
      {own.period !== 'once' && own.period !== 'standing' && (
        <> · {periodText(own.period, language)}</>
      )}
    </>
  );
  return (
    <li className={own.open && own.lateDays > 0 ? 'is-late' : undefined}>
      <p>
        <OccurrenceChips own={own} />
      </p>
      <p>{several ? title : <a href={occurrencePath(language, own.key)}>{title}</a>}</p>
      <p className="detail">
        {withOffice && !several && <>{officeName(own.office)} · </>}
        <DueText own={own} />
      </p>
      {several && (
        <details className="alike">
          <summary>{words.offices(number(own.alike.length))}</summary>
          <ul className="plain">
            {own.alike.toSorted(byName).map(({ key, office }) => (
              <li key={key}>
                <a href={occurrencePath(language, key)}>{officeName(office)}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function StateTabs({
  counts,
  chosen,
  onChoose,
}: {
  counts: Partial<Record<ListedState, number>>;
  chosen: ListedState | undefined;
  onChoose: (state: string) => void;
}) {
  const { language } = useConsole();
  const words = directionWordsIn(language);
  const number = useNumber();
  const shown = listedStates.filter((state) => state === chosen || (counts[state] ?? 0) > 0);
  return (
    <fieldset className="direction-states">
      <legend className="sr-only">{words.filters.state}</legend>
      {shown.map((state) => (
        <button
          key={state}
          type="button"
          className={state}
          aria-pressed={state === chosen}
          onClick={() => onChoose(state === chosen ? '' : state)}
        >
          <strong>{number(counts[state] ?? 0)}</strong> {stateWords[state][language]}
        </button>
      ))}
    </fieldset>
  );
}

function Select({
  label,
  value,
  none,
  onChoose,
  children,
}: {
  label: string;
  value: string | undefined;
  none?: string;
  onChoose: (value: string) => void;
  children: readonly (readonly [string, string])[];
}) {
  const { language } = useConsole();
  return (
    <label className="list-field">
      <span>{label}</span>
      <select value={value ?? ''} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        <option value="">{none ?? (language === 'hi' ? 'सभी' : 'All')}</option>
        {children.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

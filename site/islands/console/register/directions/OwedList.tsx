import { useState } from 'react';
import { listedStates } from '../../../../../campaigns/directions/listing.ts';
import { isLate } from '../../../../../campaigns/directions/occurrence-state.ts';
import { periodText } from '../../../../../campaigns/words/direction-words.ts';
import type { ListedOccurrence } from '../../../../../messaging/register/directions/directions-schemas.ts';
import { registerWordsIn } from '../../../../i18n/register-words.ts';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { Pager } from '../../ui/list/Pager.tsx';
import { useListAddress } from '../../ui/list/use-list-address.ts';
import { Await } from '../../ui/parts.tsx';
import { useChanges } from '../../ui/use-changes.ts';
import { useLoad } from '../../ui/use-service.ts';
import { DirectionCard } from './DirectionCard.tsx';
import { occurrencePath } from './direction-paths.ts';
import { directionWordsIn } from './direction-words.ts';
import { ManyForm, manyActions } from './ManyForm.tsx';
import { DueText, OccurrenceChips, useNumber } from './OccurrenceState.tsx';
import { OwedFilters, StateTabs } from './OwedFilters.tsx';
import { useRegister } from './register-context.ts';
import { Takeover } from './Takeover.tsx';

/** The list of what is owed, the latest first; only the officer's office unless more is asked for. */
export function OwedList({ onChange }: { onChange: () => void }) {
  const { language } = useConsole();
  const { role } = useMe();
  const { catalogue } = useRegister();
  const list = useOwedList();
  const { value, office, loaded, reload, narrow } = list;
  // Headquarters settles several at once, and so does an office with its own.
  const isMany = manyActions(role).length > 0 && (role === 'hq' || office === catalogue.own);
  const direction = catalogue.directions.find(({ id }) => id === value('direction'));
  const before = loaded.kind === 'loaded' ? (loaded.value.counts.before ?? 0) : 0;
  return (
    <>
      <Takeover before={before} onChange={onChange} />
      <OwedFilters value={value} office={office} onChoose={narrow} />
      {direction !== undefined && <DirectionCard direction={direction} />}
      <Await state={loaded} retry={reload}>
        {({ total, counts, entries }) => (
          <>
            <StateTabs
              counts={counts}
              chosen={list.state}
              onChoose={(state) => narrow({ state })}
            />
            {entries.length === 0 ? (
              <p className="notice plain" role="status">
                {directionWordsIn(language).noneText}
              </p>
            ) : (
              <ul className="plain activities directions">
                {entries.map((entry) => (
                  <OwedRow
                    key={entry.key}
                    entry={entry}
                    withOffice={office === 'all'}
                    chosen={isMany ? list.ticked : null}
                    onTick={list.tick}
                  />
                ))}
              </ul>
            )}
            <Pager page={list.page} pageRows={pageRows} found={total} onPage={list.toPage} />
            {isMany && (
              <ManyForm
                selection={list.selection}
                chosen={list.ticked}
                counts={counts}
                onDone={() => {
                  list.untick();
                  void reload();
                }}
              />
            )}
          </>
        )}
      </Await>
    </>
  );
}

interface RowProps {
  /** With those that are alike and are owed by other offices. */
  entry: ListedOccurrence;
  withOffice: boolean;
  /** Keys that are ticked; null where nothing can be ticked. */
  chosen: ReadonlySet<string> | null;
  onTick: (keys: readonly string[], isTicked: boolean) => void;
}

function OwedRow({ entry, withOffice, chosen, onTick }: RowProps) {
  const { language, words } = useConsole(directionWordsIn);
  const { nameObligation, officeName } = useRegister();
  const number = useNumber();
  const several = entry.alike.length > 1;
  const keys = several ? entry.alike.map(({ key }) => key) : [entry.key];
  const byName = (a: { office: string }, b: { office: string }) =>
    officeName(a.office).localeCompare(officeName(b.office), language);
  const title = (
    <>
      <strong>{entry.direction}</strong> · {nameObligation(entry.obligation)}
      {entry.period !== 'once' && entry.period !== 'standing' && (
        <> · {periodText(entry.period, language)}</>
      )}
    </>
  );
  return (
    <li className={isLate(entry) ? 'is-late' : undefined}>
      <p>
        {chosen !== null && (
          <input
            type="checkbox"
            aria-label={registerWordsIn(language).choose(
              `${entry.direction} ${several ? '' : officeName(entry.office)} ${periodText(entry.period, language)}`,
            )}
            checked={keys.every((key) => chosen.has(key))}
            onChange={({ currentTarget }) => onTick(keys, currentTarget.checked)}
          />
        )}
        <OccurrenceChips occurrence={entry} />
      </p>
      <p>{several ? title : <a href={occurrencePath(language, entry.key)}>{title}</a>}</p>
      <p className="detail">
        {withOffice && !several && <>{officeName(entry.office)} · </>}
        <DueText occurrence={entry} />
      </p>
      {several && (
        <details className="alike">
          <summary>{words.offices(number(entry.alike.length))}</summary>
          <ul className="plain">
            {entry.alike.toSorted(byName).map(({ key, office }) => (
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

const names = ['state', 'app', 'direction', 'office', 'zone', 'month', 'toMonth'];
const pageRows = 25;

/** Occurrences as the address narrows them, and those of them that are ticked. */
function useOwedList() {
  const me = useMe();
  const { catalogue } = useRegister();
  const [query, setQuery] = useListAddress(names);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const value = (name: string) => query.values[name] || undefined;
  const state = listedStates.find((name) => name === value('state'));
  // HQ looks at what others owe; every other office begins with its own.
  const zone = value('zone');
  const usual = me.role === 'hq' || zone !== undefined ? 'all' : (catalogue.own ?? 'all');
  const office = value('office') ?? usual;
  const selection = {
    ...(state !== undefined && { state }),
    app: value('app'),
    direction: value('direction'),
    month: value('month'),
    toMonth: value('toMonth'),
    ...(office === 'all' ? { zone } : { office }),
  };
  const { state: loaded, reload } = useLoad('GET /api/directions/occurrences', {
    query: {
      ...selection,
      // One row for what 75 districts owe alike.
      ...(office === 'all' && { grouped: 'true' }),
      offset: (query.page - 1) * pageRows,
      limit: pageRows,
    },
  });
  useChanges(['direction', 'register'], reload);
  return {
    value,
    state,
    office,
    selection,
    loaded,
    reload,
    narrow: (next: Record<string, string>) => {
      setTicked(new Set());
      setQuery({ ...query, page: 1, values: { ...query.values, ...next } });
    },
    page: query.page,
    toPage: (page: number) => setQuery({ ...query, page }),
    ticked,
    tick: (keys: readonly string[], isTicked: boolean) =>
      setTicked((last) => {
        const others = [...last].filter((key) => !keys.includes(key));
        return new Set(isTicked ? [...others, ...keys] : others);
      }),
    untick: () => setTicked(new Set()),
  };
}

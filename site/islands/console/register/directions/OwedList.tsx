import { useState } from 'react';
import { listedStates } from '../../../../../campaigns/directions/listing.ts';
import { isLate } from '../../../../../campaigns/directions/occurrence-state.ts';
import { periodText } from '../../../../../campaigns/words/direction-words.ts';
import type { ListedOccurrence } from '../../../../../messaging/contract/register/directions.ts';
import { directionWordsIn } from '../../../../i18n/direction-words.ts';
import { registerWordsIn } from '../../../../i18n/register-words.ts';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { Pager } from '../../ui/list/Pager.tsx';
import { useListAddress } from '../../ui/list/use-list-address.ts';
import { Await } from '../../ui/parts.tsx';
import { useChanges } from '../../ui/use-changes.ts';
import { useLoad } from '../../ui/use-service.ts';
import { DirectionCard } from './DirectionCard.tsx';
import { occurrencePath } from './direction-paths.ts';
import { ManyForm, manyActions } from './ManyForm.tsx';
import { DueText, OccurrenceChips, useNumber } from './OccurrenceState.tsx';
import { OwedFilters, StateTabs } from './OwedFilters.tsx';
import { useRegister } from './register-context.ts';
import { Takeover } from './Takeover.tsx';

const names = ['state', 'app', 'direction', 'office', 'zone', 'month', 'toMonth'];
const pageRows = 25;

/** What is owed, the latest first; of the own office only unless the officer asks for more. */
export function OwedList({ onChange }: { onChange: () => void }) {
  const { language } = useConsole();
  const me = useMe();
  const words = directionWordsIn(language);
  const { catalogue } = useRegister();
  const [asked, ask] = useListAddress(names);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const value = (name: string) => asked.values[name] || undefined;
  const state = listedStates.find((name) => name === value('state'));
  // HQ looks at what others owe; every other office begins with its own.
  const given = value('office');
  const zone = value('zone');
  const office =
    given ?? (me.role === 'hq' || zone !== undefined ? 'all' : (catalogue.own ?? 'all'));
  const selection = {
    ...(state === undefined ? {} : { state }),
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
      ...(office === 'all' ? { grouped: 'true' } : {}),
      offset: (asked.page - 1) * pageRows,
      limit: pageRows,
    },
  });
  useChanges(['direction', 'register'], reload);
  const choose = (next: Record<string, string>) => {
    setChosen(new Set());
    ask({ ...asked, page: 1, values: { ...asked.values, ...next } });
  };
  const tick = (keys: readonly string[], isTicked: boolean) =>
    setChosen((last) => {
      const others = [...last].filter((key) => !keys.includes(key));
      return new Set(isTicked ? [...others, ...keys] : others);
    });
  // Several are settled by headquarters, and by an office those of its own.
  const isMany = manyActions(me.role).length > 0 && (me.role === 'hq' || office === catalogue.own);
  const direction = catalogue.directions.find(({ id }) => id === value('direction'));
  const before = loaded.kind === 'loaded' ? (loaded.value.counts.before ?? 0) : 0;
  return (
    <>
      <Takeover before={before} onChange={onChange} />
      <OwedFilters value={value} office={office} onChoose={choose} />
      {direction !== undefined && <DirectionCard direction={direction} />}
      <Await state={loaded} retry={reload}>
        {({ total, counts, entries }) => (
          <>
            <StateTabs
              counts={counts}
              chosen={state}
              onChoose={(next) => choose({ state: next })}
            />
            {entries.length === 0 ? (
              <p className="notice plain" role="status">
                {words.noneText}
              </p>
            ) : (
              <ul className="plain activities directions">
                {entries.map((own) => (
                  <OwedRow
                    key={own.key}
                    own={own}
                    withOffice={office === 'all'}
                    chosen={isMany ? chosen : null}
                    onTick={tick}
                  />
                ))}
              </ul>
            )}
            <Pager
              page={asked.page}
              pageRows={pageRows}
              found={total}
              onPage={(page) => ask({ ...asked, page })}
            />
            {isMany && (
              <ManyForm
                selection={selection}
                chosen={chosen}
                counts={counts}
                onDone={() => {
                  setChosen(new Set());
                  reload();
                }}
              />
            )}
          </>
        )}
      </Await>
    </>
  );
}

function OwedRow({
  own,
  withOffice,
  chosen,
  onTick,
}: {
  own: ListedOccurrence;
  withOffice: boolean;
  /** Keys that are ticked; null where nothing is ticked. */
  chosen: ReadonlySet<string> | null;
  onTick: (keys: readonly string[], isTicked: boolean) => void;
}) {
  const { language } = useConsole();
  const words = directionWordsIn(language);
  const { titleOf, officeName } = useRegister();
  const number = useNumber();
  const several = own.alike.length > 1;
  const keys = several ? own.alike.map(({ key }) => key) : [own.key];
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
    <li className={isLate(own) ? 'is-late' : undefined}>
      <p>
        {chosen !== null && (
          <input
            type="checkbox"
            aria-label={registerWordsIn(language).choose(
              `${own.direction} ${several ? '' : officeName(own.office)} ${periodText(own.period, language)}`,
            )}
            checked={keys.every((key) => chosen.has(key))}
            onChange={({ currentTarget }) => onTick(keys, currentTarget.checked)}
          />
        )}
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

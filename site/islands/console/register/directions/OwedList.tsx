import { useConsole, useMe } from '../../ui/console-context.ts';
import { Pager } from '../../ui/list/Pager.tsx';
import { Await } from '../../ui/parts.tsx';
import { DirectionCard } from './DirectionCard.tsx';
import { directionWordsIn } from './direction-words.ts';
import { ManyForm, manyActions } from './ManyForm.tsx';
import { OwedFilters, StateTabs } from './OwedFilters.tsx';
import { OwedRow } from './OwedRow.tsx';
import { useRegister } from './register-context.ts';
import { Takeover } from './Takeover.tsx';
import { pageRows, useOwedList } from './use-owed-list.ts';

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

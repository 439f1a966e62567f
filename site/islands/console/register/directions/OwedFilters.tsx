import { useState } from 'react';
import { type ListedState, listedStates } from '../../../../../campaigns/directions/listing.ts';
import { addMonths } from '../../../../../campaigns/directions/months.ts';
import { formatMonth } from '../../../../../campaigns/numbers.ts';
import { stateWords } from '../../../../../campaigns/words/direction-words.ts';
import { listWordsIn } from '../../../../i18n/list-words.ts';
import { registerWordsIn } from '../../../../i18n/register-words.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Fold } from '../../ui/lines.tsx';
import { FilterSelect } from '../../ui/list/ListBar.tsx';
import { directionWordsIn } from './direction-words.ts';
import { useRegister } from './register-context.ts';

interface OwedFiltersProps {
  value: (name: string) => string | undefined;
  /** Key of the office, or `all`. */
  office: string;
  onChoose: (next: Record<string, string>) => void;
}

/** Narrows the list: app, direction, office and a span of months. */
export function OwedFilters({ value, office, onChoose }: OwedFiltersProps) {
  const { language, words } = useConsole(directionWordsIn);
  const { catalogue } = useRegister();
  const month = value('month');
  const toMonth = value('toMonth');
  const [isOpen] = useState(['app', 'direction', 'office', 'month'].some((name) => value(name)));
  const months = useRecentMonths();
  const offices = catalogue.offices.map(({ key, name }) => [key, name[language]] as const);
  return (
    <search>
      <Fold className="list-fold" open={isOpen} title={listWordsIn(language).filters}>
        <div className="list-bar">
          <FilterSelect
            label={words.filters.app}
            value={value('app')}
            choices={catalogue.apps.map(({ id, name }) => [id, name[language]])}
            onChoose={(app) => onChoose({ app })}
          />
          <FilterSelect
            label={words.filters.direction}
            value={value('direction')}
            choices={catalogue.directions
              .filter(({ obligations }) => obligations.length > 0)
              .map(({ id, title }) => [id, `${id} ${title[language]}`])}
            onChoose={(direction) => onChoose({ direction })}
          />
          {offices.length > 1 && (
            <FilterSelect
              label={words.filters.office}
              value={office === 'all' ? undefined : office}
              choices={offices}
              onChoose={(next) => onChoose({ office: next === '' ? 'all' : next, zone: '' })}
            />
          )}
          <FilterSelect
            label={words.filters.month}
            none={words.recent}
            value={month}
            choices={months}
            onChoose={(next) => onChoose({ month: next, toMonth: '' })}
          />
          {month !== undefined && (
            <FilterSelect
              label={registerWordsIn(language).toMonth}
              none={formatMonth(month, language)}
              value={toMonth}
              choices={months.filter(([each]) => each > month)}
              onChoose={(next) => onChoose({ toMonth: next })}
            />
          )}
        </div>
      </Fold>
    </search>
  );
}

interface StateTabsProps {
  counts: Partial<Record<ListedState, number>>;
  chosen: ListedState | undefined;
  onChoose: (state: string) => void;
}

export function StateTabs({ counts, chosen, onChoose }: StateTabsProps) {
  const { language, words, format } = useConsole(directionWordsIn);
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
          <strong>{format.number(counts[state] ?? 0)}</strong> {stateWords[state][language]}
        </button>
      ))}
    </fieldset>
  );
}

/** Months that a list can be narrowed to: this one and the eleven before it, the latest first. */
export function useRecentMonths() {
  const { language } = useConsole();
  const thisMonth = `${useRegister().catalogue.today.slice(0, 7)}-01`;
  return Array.from({ length: 12 }, (_, back) => {
    const value = addMonths(thisMonth, -back).slice(0, 7);
    return [value, formatMonth(value, language)] as const;
  });
}

import { useState } from 'react';
import { type ListedState, listedStates } from '../../../../../campaigns/directions/listing.ts';
import { addMonths } from '../../../../../campaigns/directions/months.ts';
import { formatMonth } from '../../../../../campaigns/numbers.ts';
import { stateWords } from '../../../../../campaigns/words/direction-words.ts';
import { listWordsIn } from '../../../../i18n/list-words.ts';
import { registerWordsIn } from '../../../../i18n/register-words.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Fold } from '../../ui/lines.tsx';
import { directionWordsIn } from './direction-words.ts';
import { useRegister } from './register-context.ts';

/** Narrows the list: app, direction, office and a span of months. */
export function OwedFilters({
  value,
  office,
  onChoose,
}: {
  value: (name: string) => string | undefined;
  /** Key of the office, or `all`. */
  office: string;
  onChoose: (next: Record<string, string>) => void;
}) {
  const { language, words } = useConsole(directionWordsIn);
  const { catalogue } = useRegister();
  const month = value('month');
  const toMonth = value('toMonth');
  const [isOpen] = useState(['app', 'direction', 'office', 'month'].some((name) => value(name)));
  const months = recentMonths(catalogue.today);
  const toOptions = (list: readonly string[]) =>
    list.map((each) => [each, formatMonth(each, language)] as const);
  return (
    <search>
      <Fold className="list-fold" open={isOpen} title={listWordsIn(language).filters}>
        <div className="list-bar">
          <ListSelect
            label={words.filters.app}
            value={value('app')}
            onChoose={(app) => onChoose({ app })}
          >
            {catalogue.apps.map(({ id, name }) => [id, name[language]])}
          </ListSelect>
          <ListSelect
            label={words.filters.direction}
            value={value('direction')}
            onChoose={(direction) => onChoose({ direction })}
          >
            {catalogue.directions
              .filter(({ obligations }) => obligations.length > 0)
              .map(({ id, title }) => [id, `${id} ${title[language]}`])}
          </ListSelect>
          {catalogue.offices.length > 1 && (
            <ListSelect
              label={words.filters.office}
              value={office === 'all' ? undefined : office}
              onChoose={(next) => onChoose({ office: next === '' ? 'all' : next, zone: '' })}
            >
              {catalogue.offices.map(({ key, name }) => [key, name[language]])}
            </ListSelect>
          )}
          <ListSelect
            label={words.filters.month}
            none={words.recent}
            value={month}
            onChoose={(next) => onChoose({ month: next, toMonth: '' })}
          >
            {toOptions(months)}
          </ListSelect>
          {month !== undefined && (
            <ListSelect
              label={registerWordsIn(language).toMonth}
              none={formatMonth(month, language)}
              value={toMonth}
              onChoose={(next) => onChoose({ toMonth: next })}
            >
              {toOptions(months.filter((each) => each > month))}
            </ListSelect>
          )}
        </div>
      </Fold>
    </search>
  );
}

export function StateTabs({
  counts,
  chosen,
  onChoose,
}: {
  counts: Partial<Record<ListedState, number>>;
  chosen: ListedState | undefined;
  onChoose: (state: string) => void;
}) {
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
export function recentMonths(today: string): string[] {
  const thisMonth = `${today.slice(0, 7)}-01`;
  return Array.from({ length: 12 }, (_, back) => addMonths(thisMonth, -back).slice(0, 7));
}

interface SelectProps {
  label: string;
  value: string | undefined;
  /** Text of the choice that narrows nothing. */
  none?: string;
  onChoose: (value: string) => void;
  children: readonly (readonly [value: string, text: string])[];
}

/** One filter of a list. */
export function ListSelect({ label, value, none, onChoose, children }: SelectProps) {
  const { language } = useConsole();
  return (
    <label className="list-field">
      <span>{label}</span>
      <select value={value ?? ''} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        <option value="">{none ?? listWordsIn(language).all}</option>
        {children.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

import { useState } from 'react';
import { listedStates } from '../../../../../campaigns/directions/listing.ts';
import { useMe } from '../../ui/console-context.ts';
import { useListAddress } from '../../ui/list/use-list-address.ts';
import { useChanges } from '../../ui/use-changes.ts';
import { useLoad } from '../../ui/use-service.ts';
import { useRegister } from './register-context.ts';

const names = ['state', 'app', 'direction', 'office', 'zone', 'month', 'toMonth'];
export const pageRows = 25;

/** Occurrences as the address narrows them, and those of them that are ticked. */
export function useOwedList() {
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

import { createContext, useContext } from 'react';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import type { Badges } from '../../ui/Badge.tsx';
import { useChanges } from '../../ui/use-changes.ts';
import { type Loaded, useLoad } from '../../ui/use-service.ts';
import { type View, viewPath, views } from '../../ui/views.ts';

export type Home = Answer<'GET /api/home'>;
export interface HomeState {
  state: Loaded<Home>;
  reload: () => void;
}

/** Work that waits for the officer: read once for the tiles and the badges of the menu. */
export const HomeContext = createContext<HomeState | null>(null);

export function useHome(): HomeState {
  const found = useContext(HomeContext);
  if (found === null) throw new Error('Expected what waits around the view, got none');
  return found;
}

/** Counts what waits in each view, by the tiles that lead there; boards that are still to hang are a state, not a message. */
export function countBadges({ state }: HomeState): Badges {
  if (state.kind !== 'loaded') return {};
  const badges: Badges = {};
  for (const { link, count, severity } of state.value.tiles) {
    const view = views.find(
      (name: View) => name !== 'home' && name !== 'boards' && link.startsWith(viewPath(name)),
    );
    if (view !== undefined && severity !== 'calm') badges[view] = (badges[view] ?? 0) + count;
  }
  return badges;
}

/** The campaign's figures, read again when an entry or a report changes them. */
export function useProgress() {
  const loaded = useLoad('GET /api/progress');
  useChanges(['activity', 'report'], loaded.reload);
  return loaded;
}

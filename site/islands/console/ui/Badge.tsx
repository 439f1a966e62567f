import { useConsole } from './console-context.ts';
import type { View } from './views.ts';

/** Counts of what waits in a view. */
export type Badges = Partial<Record<View, number>>;

/** Everything that waits in several views. */
export function sumBadges(badges: Badges, views: readonly View[]): number {
  return views.reduce((sum, view) => sum + (badges[view] ?? 0), 0);
}

/** The count of a view; nothing where nothing waits. */
export function Badge({ count }: { count: number | undefined }) {
  const { words, format } = useConsole();
  if (count === undefined || count === 0) return null;
  return (
    <span className="badge">
      {count > 999 ? '999+' : format.number(count)}
      <span className="sr-only"> {words.chrome.waiting}</span>
    </span>
  );
}

import { formatNumber } from '../../../i18n/format.ts';
import { useConsole } from './console-context.ts';
import type { View } from './views.ts';

/** How much waits in a view. */
export type Badges = Partial<Record<View, number>>;

/** How much of a view waits; nothing where nothing does. */
export function Badge({ count }: { count: number | undefined }) {
  const { language, words } = useConsole();
  if (count === undefined || count === 0) return null;
  return (
    <span className="badge">
      {count > 999 ? '999+' : formatNumber(count, language)}
      <span className="sr-only"> {words.chrome.waiting}</span>
    </span>
  );
}

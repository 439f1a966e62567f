import { type ReactNode, useId } from 'react';
import { formatNumber } from '../../../i18n/format.ts';
import { useConsole } from './console-context.ts';

interface FoldedNoticeProps {
  title: string;
  count: number;
  /** Shown beside the title while it is folded. */
  first?: string | undefined;
  children: ReactNode;
}

/** A notice on every page, in one line that unfolds, so that the view keeps the first screen. */
export function FoldedNotice({ title, count, first, children }: FoldedNoticeProps) {
  const { language } = useConsole();
  const id = useId();
  return (
    <section className="folded" aria-labelledby={id} aria-live="polite">
      <details>
        <summary>
          <h2 id={id}>{title}</h2> <span className="badge">{formatNumber(count, language)}</span>{' '}
          {first !== undefined && <span className="folded-first">{first}</span>}
        </summary>
        {children}
      </details>
    </section>
  );
}

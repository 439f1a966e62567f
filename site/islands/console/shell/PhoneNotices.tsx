import { useEffect, useState, useSyncExternalStore } from 'react';
import { entryWordsIn } from '../../../i18n/entry-words.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { localPath } from '../../../i18n/language.ts';
import { useConsole } from '../ui/console-context.ts';
import { formatMoment } from '../ui/format-moment.ts';
import { oldestShown, onShown } from '../ui/outbox/kept-answers.ts';
import { useOutbox } from '../ui/outbox/use-outbox.ts';
import { viewPath } from '../ui/views.ts';
import { onUpdate } from './console-worker.ts';

/**
 * On every view: that it is shown as it was last seen, how many boards wait on this phone, and that there is a new
 * version of the console.
 */
export function PhoneNotices() {
  const { language } = useConsole();
  const words = entryWordsIn(language);
  const { state } = useOutbox();
  const [update, setUpdate] = useState<(() => void) | null>(null);
  // A refused entry waits for the officer on its row.
  const unsent = state.waiting.filter(({ refusal }) => refusal === null).length;
  useEffect(() => onUpdate((open) => setUpdate(() => open)), []);
  const asOf = useSyncExternalStore(onShown, oldestShown);
  return (
    <>
      {asOf !== null && (
        <p className="phone-notice" role="status">
          {words.asOf(formatMoment(asOf, language))}
        </p>
      )}
      {unsent > 0 && (
        <p className="phone-notice">
          <a href={localPath(language, viewPath('boards'))}>
            {words.waitingHere(formatNumber(unsent, language))}
          </a>
        </p>
      )}
      {update !== null && (
        <p className="phone-notice" role="status">
          {words.update}{' '}
          <button type="button" className="link" onClick={update}>
            {words.reload}
          </button>
        </p>
      )}
    </>
  );
}

import { entryWordsIn } from '../../../../i18n/entry-words.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { useConsole } from '../console-context.ts';
import type { useSignOut } from './use-sign-out.ts';

/** Asks before what waits on the phone is deleted with the session. */
export function SignOutQuestion({
  leaving,
  busy,
}: {
  leaving: ReturnType<typeof useSignOut>;
  busy: boolean;
}) {
  const { language } = useConsole();
  const words = entryWordsIn(language);
  if (leaving.asking === null) return null;
  return (
    <div className="notice bad" role="alert">
      <p>{words.signOutAsk(formatNumber(leaving.waiting, language))}</p>
      <div className="row">
        <button type="button" className="button" disabled={busy} onClick={leaving.confirm}>
          {words.signOutSure}
        </button>
        <button type="button" className="button quiet" onClick={leaving.cancel}>
          {words.stay}
        </button>
      </div>
    </div>
  );
}

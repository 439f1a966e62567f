import { useState } from 'react';
import { entryWordsIn } from '../../../../i18n/entry-words.ts';
import { localPath } from '../../../../i18n/language.ts';
import { useConsole, useMe } from '../console-context.ts';
import { Button } from '../parts.tsx';
import { useOutbox } from './outbox.ts';
import { forgetOfficer, listSeen, pictureStart } from './phone-store.ts';

interface SignOutQuestionProps {
  leaving: ReturnType<typeof useSignOut>;
  busy: boolean;
}

/** Asks before what waits on the phone is deleted with the session. */
export function SignOutQuestion({ leaving, busy }: SignOutQuestionProps) {
  const { words, format } = useConsole(entryWordsIn);
  if (leaving.asking === null) return null;
  return (
    <div className="notice bad" role="alert">
      <p>{words.signOutAsk(format.number(leaving.waiting))}</p>
      <div className="row">
        <Button look="button" disabled={busy} onClick={leaving.confirm}>
          {words.signOutSure}
        </Button>
        <Button onClick={leaving.cancel}>{words.stay}</Button>
      </div>
    </div>
  );
}

/**
 * Signs out, and deletes what the phone keeps of the officer. While boards or pictures wait to be sent it asks first: `asking` is
 * how it would sign out, until `confirm` or `cancel`.
 */
export function useSignOut(run: (work: () => Promise<void>) => void) {
  const { service, language } = useConsole();
  const { id } = useMe();
  const { outbox, state } = useOutbox();
  const [asking, setAsking] = useState<{ everywhere: boolean; count: number } | null>(null);

  const leave = (everywhere: boolean) =>
    run(async () => {
      await service.ask('POST /api/sign-out', { body: { everywhere } });
      outbox.close();
      // Without storage there is nothing to forget.
      await forgetOfficer(id).catch(() => {});
      location.assign(localPath(language, '/console/'));
    });
  async function ask(everywhere: boolean): Promise<void> {
    // A browser that keeps nothing has no pictures either.
    const pictures = await listSeen(id, pictureStart).catch(() => []);
    const count = state.waiting.length + pictures.length;
    if (count > 0) setAsking({ everywhere, count });
    else leave(everywhere);
  }
  return {
    asking,
    waiting: asking?.count ?? 0,
    signOut: (everywhere: boolean) => void ask(everywhere),
    confirm: () => asking !== null && leave(asking.everywhere),
    cancel: () => setAsking(null),
  };
}

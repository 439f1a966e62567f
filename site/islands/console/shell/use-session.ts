import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { daySeconds } from '../../../../campaigns/durations.ts';
import { officerCookie } from '../../../../campaigns/offices/officer-cookie.ts';
import type { Me } from '../../../../messaging/people/accounts/accounts-schemas.ts';
import { type Language, localPath } from '../../../i18n/language.ts';
import { forgetSeen, keepSeen, lastSeen, nobody } from '../ui/outbox/phone-store.ts';
import { createService, type ServiceError } from '../ui/service.ts';
import { listViews, type View, viewPath } from '../ui/views.ts';

type Session =
  | { kind: 'loading' }
  | { kind: 'away'; error: ServiceError }
  | { kind: 'signed-out' }
  | { kind: 'enrolling'; password: string | null }
  | { kind: 'open'; me: Me };

/** Where the phone keeps who signed in last, for a visit without a network. */
const seenMe = 'GET /api/me';

/** The officer's session, which the service ends when it refuses a request. */
export function useSession(view: View, language: Language) {
  const [session, setSession] = useState<Session>({ kind: 'loading' });
  const service = useMemo(
    () =>
      createService((code) => {
        if (code === 'sign-in-required') {
          // Waiting entries stay for the officer; last answers must not be readable any more.
          void forgetSeen(nobody).catch(() => {});
          setSession({ kind: 'signed-out' });
        }
        if (code === 'second-factor-missing') {
          setSession((last) =>
            last.kind === 'enrolling' ? last : { kind: 'enrolling', password: null },
          );
        }
      }),
    [],
  );
  const open = useCallback(() => {
    service.ask('GET /api/me').then(
      (me) => {
        void keepSeen(nobody, seenMe, me).catch(() => {});
        markOfficer();
        const [first] = listViews(me);
        // The console begins with what the officer's role has first.
        if (view === 'home' && first !== undefined && first !== 'home') {
          location.replace(localPath(language, viewPath(first)));
        } else setSession({ kind: 'open', me });
      },
      async (error: ServiceError) => {
        if (error.code === 'sign-in-required') return;
        const me = error.code === 'offline' ? await readSeenMe() : undefined;
        setSession(me === undefined ? { kind: 'away', error } : { kind: 'open', me });
      },
    );
  }, [service, view, language]);
  useEffect(() => {
    if (view !== 'invitation') open();
  }, [view, open]);
  useBeginAtHead(session);
  return {
    session,
    service,
    open,
    enrol: (password: string | null) => setSession({ kind: 'enrolling', password }),
  };
}

async function readSeenMe(): Promise<Me | undefined> {
  const seen = await lastSeen(nobody, seenMe).catch(() => undefined);
  return seen?.value as Me | undefined;
}

/** After a sign-in below a long page the view begins at its head. */
function useBeginAtHead({ kind }: Session): void {
  const before = useRef(kind);
  useEffect(() => {
    const signedIn = before.current === 'signed-out' || before.current === 'enrolling';
    if (kind === 'open' && signedIn) window.scrollTo(0, 0);
    before.current = kind;
  }, [kind]);
}

/** Half a year: scans by this browser are not counted as a citizen's, also between two sign-ins. */
const officerSeconds = 183 * daySeconds;

function markOfficer(): void {
  const secure = location.protocol === 'https:' ? '; secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is missing in older phones
  document.cookie = `${officerCookie}; path=/; max-age=${officerSeconds}; samesite=lax${secure}`;
}

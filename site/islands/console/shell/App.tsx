import { Suspense, useEffect, useMemo, useRef, useState } from 'react';
import type { Areas } from '../../../../campaigns/directory/areas-schema.ts';
import type { Me } from '../../../../messaging/contract/people/accounts.ts';
import { changeKinds } from '../../../../messaging/contract/platform/change-kinds.ts';
import type { ConsoleWords } from '../../../i18n/console-words.ts';
import { type Language, localPath } from '../../../i18n/language.ts';
import { countBadges, HomeContext } from '../front/home/home-context.ts';
import { AlertBanner } from '../mail/AlertBanner.tsx';
import { UnseenNotices } from '../people/accounts/AccountNotices.tsx';
import { EnrolView } from '../people/sign-in/EnrolView.tsx';
import { InvitationView } from '../people/sign-in/InvitationView.tsx';
import { SignInView } from '../people/sign-in/SignInView.tsx';
import { type ConsoleCampaign, ConsoleContext, type DistrictName } from '../ui/console-context.ts';
import { forgetSeen, keepSeen, lastSeen, nobody } from '../ui/outbox/phone-store.ts';
import { ErrorNotice } from '../ui/parts.tsx';
import { createService, type ServiceError } from '../ui/service.ts';
import { useChanges } from '../ui/use-changes.ts';
import { useLoad } from '../ui/use-service.ts';
import { listViews, type View, viewPath } from '../ui/views.ts';
import { Chrome } from './chrome/Chrome.tsx';
import { PhoneNotices } from './PhoneNotices.tsx';
import { viewParts } from './view-parts.ts';

/** What the page brings along. */
export interface ConsolePlaces {
  districts: readonly DistrictName[];
  areas: Areas;
  /** Whether the campaign has artwork in Urdu. */
  hasUrdu: boolean;
  campaign: ConsoleCampaign;
}

interface AppProps extends ConsolePlaces {
  language: Language;
  view: View;
  words: ConsoleWords;
}

type Session =
  | { kind: 'loading' }
  | { kind: 'away'; error: ServiceError }
  | { kind: 'signed-out' }
  | { kind: 'enrolling'; password: string | null }
  | { kind: 'open'; me: Me };

/** Where the phone keeps who signed in last, for a visit without a network. */
const seenMe = 'GET /api/me';

/** The console: signs in, and shows the view of the page to those who may see it. */
export function App({ language, view, districts, areas, campaign, hasUrdu, words }: AppProps) {
  const [session, setSession] = useState<Session>({ kind: 'loading' });
  const service = useMemo(
    () =>
      createService((code) => {
        if (code === 'sign-in-required') {
          // What waits stays for the officer; what was seen is nobody's to read now.
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
  // Whoever signed in below a long page begins at its head.
  const before = useRef(session.kind);
  useEffect(() => {
    const signedIn = before.current === 'signed-out' || before.current === 'enrolling';
    if (session.kind === 'open' && signedIn) window.scrollTo(0, 0);
    before.current = session.kind;
  }, [session.kind]);
  const open = useMemo(
    () => () => {
      service.ask('GET /api/me').then(
        (me) => {
          void keepSeen(nobody, seenMe, me).catch(() => {});
          const [first] = listViews(me);
          // The console begins with what the officer's role has first.
          if (view === 'home' && first !== undefined && first !== 'home') {
            location.replace(localPath(language, viewPath(first)));
          } else setSession({ kind: 'open', me });
        },
        async (error: ServiceError) => {
          if (error.code === 'sign-in-required') return;
          const seen =
            error.code === 'offline'
              ? await lastSeen(nobody, seenMe).catch(() => undefined)
              : undefined;
          if (seen === undefined) setSession({ kind: 'away', error });
          else setSession({ kind: 'open', me: seen.value as Me });
        },
      );
    },
    [service, view, language],
  );
  useEffect(() => {
    if (view !== 'invitation') open();
  }, [view, open]);
  const context = useMemo(
    () => ({
      language,
      words,
      service,
      districts,
      areas,
      campaign,
      hasUrdu,
      me: session.kind === 'open' ? session.me : null,
    }),
    [language, words, service, districts, areas, campaign, hasUrdu, session],
  );

  const content = () => {
    if (view === 'invitation') return <InvitationView />;
    switch (session.kind) {
      case 'loading':
        return <p role="status">{words.loading}</p>;
      case 'away':
        return (
          <>
            <ErrorNotice error={session.error} />
            <button type="button" className="button quiet" onClick={open}>
              {words.retry}
            </button>
          </>
        );
      case 'signed-out':
        return (
          <SignInView
            onDone={open}
            onEnrol={(password) => setSession({ kind: 'enrolling', password })}
          />
        );
      case 'enrolling':
        return <EnrolView password={session.password} onDone={open} />;
      case 'open':
        return <OpenView me={session.me} view={view} words={words} onSeen={open} />;
    }
  };
  return (
    <ConsoleContext value={context}>
      <div className="console-body">{content()}</div>
    </ConsoleContext>
  );
}

function OpenView({
  me,
  view,
  words,
  onSeen,
}: {
  me: Me;
  view: Exclude<View, 'invitation'>;
  words: ConsoleWords;
  onSeen: () => void;
}) {
  const Part = viewParts[view];
  const home = useLoad('GET /api/home');
  useChanges(changeKinds, home.reload);
  return (
    <HomeContext value={home}>
      <Chrome me={me} view={view} badges={countBadges(home)} />
      <PhoneNotices />
      <AlertBanner />
      <UnseenNotices onSeen={onSeen} />
      {listViews(me).includes(view) ? (
        <Suspense fallback={<p role="status">{words.loading}</p>}>
          <div className="view" data-view={view}>
            <Part />
          </div>
        </Suspense>
      ) : (
        <p className="notice plain">{words.notForRole}</p>
      )}
    </HomeContext>
  );
}

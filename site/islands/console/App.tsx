import { type ComponentType, lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import type { Me } from '../../../messaging/contract/accounts.ts';
import type { ConsoleWords } from '../../i18n/console-words.ts';
import { type Language, localPath } from '../../i18n/language.ts';
import { UnseenNotices } from './AccountNotices.tsx';
import { AlertBanner } from './AlertBanner.tsx';
import { ConsoleContext, type DistrictName } from './console-context.ts';
import { EnrolView } from './EnrolView.tsx';
import { InvitationView } from './InvitationView.tsx';
import { ErrorNotice } from './parts.tsx';
import { SignInView } from './SignInView.tsx';
import { createService, type ServiceError } from './service.ts';
import { isPhoneView, type View, viewPath, viewsOf } from './views.ts';

interface AppProps {
  language: Language;
  view: View;
  districts: readonly DistrictName[];
  words: ConsoleWords;
}

type Session =
  | { kind: 'loading' }
  | { kind: 'away'; error: ServiceError }
  | { kind: 'signed-out' }
  | { kind: 'enrolling'; password: string | null }
  | { kind: 'open'; me: Me };

// Each view comes when it is opened.
const viewParts: Record<Exclude<View, 'invitation'>, ComponentType> = {
  home: lazy(async () => ({ default: (await import('./HomeView.tsx')).HomeView })),
  entry: lazy(async () => ({ default: (await import('./EntryView.tsx')).EntryView })),
  list: lazy(async () => ({ default: (await import('./ListView.tsx')).ListView })),
  approvals: lazy(async () => ({ default: (await import('./ApprovalsView.tsx')).ApprovalsView })),
  'press-notes': lazy(async () => ({
    default: (await import('./press-notes/PressNotesView.tsx')).PressNotesView,
  })),
  reports: lazy(async () => ({ default: (await import('./ReportsView.tsx')).ReportsView })),
  radio: lazy(async () => ({ default: (await import('./radio/RadioView.tsx')).RadioView })),
  vehicles: lazy(async () => ({
    default: (await import('./vehicles/VehiclesView.tsx')).VehiclesView,
  })),
  orders: lazy(async () => ({ default: (await import('./orders/OrdersView.tsx')).OrdersView })),
  blasts: lazy(async () => ({ default: (await import('./blasts/BlastsView.tsx')).BlastsView })),
  audiences: lazy(async () => ({
    default: (await import('./blasts/AudiencesView.tsx')).AudiencesView,
  })),
  texts: lazy(async () => ({ default: (await import('./phone/TextsView.tsx')).TextsView })),
  numbers: lazy(async () => ({ default: (await import('./phone/NumbersView.tsx')).NumbersView })),
  providers: lazy(async () => ({
    default: (await import('./phone/ProvidersView.tsx')).ProvidersView,
  })),
  gateways: lazy(async () => ({
    default: (await import('./phone/GatewaysView.tsx')).GatewaysView,
  })),
  people: lazy(async () => ({ default: (await import('./PeopleView.tsx')).PeopleView })),
  breaches: lazy(async () => ({ default: (await import('./BreachesView.tsx')).BreachesView })),
  audit: lazy(async () => ({ default: (await import('./AuditView.tsx')).AuditView })),
  account: lazy(async () => ({ default: (await import('./AccountView.tsx')).AccountView })),
};

/** The console: signs in, and shows the view of the page to those who may see it. */
export function App({ language, view, districts, words }: AppProps) {
  const [session, setSession] = useState<Session>({ kind: 'loading' });
  const service = useMemo(
    () =>
      createService((code) => {
        if (code === 'sign-in-required') setSession({ kind: 'signed-out' });
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
          const [first] = viewsOf(me.role);
          // The console begins with what the officer's role has first.
          if (view === 'home' && first !== undefined && first !== 'home') {
            location.replace(localPath(language, viewPath(first)));
          } else setSession({ kind: 'open', me });
        },
        (error: ServiceError) => {
          if (error.code !== 'sign-in-required') setSession({ kind: 'away', error });
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
      me: session.kind === 'open' ? session.me : null,
    }),
    [language, words, service, districts, session],
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
        return (
          <OpenView me={session.me} view={view} words={words} language={language} onSeen={open} />
        );
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
  language,
  onSeen,
}: {
  me: Me;
  view: Exclude<View, 'invitation'>;
  words: ConsoleWords;
  language: Language;
  onSeen: () => void;
}) {
  const own = viewsOf(me.role);
  const phone = own.filter(isPhoneView);
  // All views of the promotion by phone are one entry, which leads to the first of them.
  const entries = own.filter((name) => !isPhoneView(name) || name === phone[0]);
  const Part = viewParts[view];
  return (
    <>
      <div className="officer">
        <p>
          <strong>{me.name}</strong>, {me.office[language]}
        </p>
        <nav aria-label={words.menu}>
          <ul className="plain">
            {entries.map((name) => (
              <li key={name}>
                <a
                  href={localPath(language, viewPath(name))}
                  aria-current={
                    name === view
                      ? 'page'
                      : isPhoneView(name) && isPhoneView(view)
                        ? true
                        : undefined
                  }
                >
                  {isPhoneView(name) ? words.phoneMenu : words.menuNames[name]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {isPhoneView(view) && (
          <nav aria-label={words.phoneMenu} className="second">
            <ul className="plain">
              {phone.map((name) => (
                <li key={name}>
                  <a
                    href={localPath(language, viewPath(name))}
                    aria-current={name === view ? 'page' : undefined}
                  >
                    {words.menuNames[name]}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
      <AlertBanner />
      <UnseenNotices onSeen={onSeen} />
      {own.includes(view) ? (
        <Suspense fallback={<p role="status">{words.loading}</p>}>
          <Part />
        </Suspense>
      ) : (
        <p className="notice plain">{words.notForRole}</p>
      )}
    </>
  );
}

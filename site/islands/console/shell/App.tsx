import {
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { Areas } from '../../../../campaigns/directory/areas-schema.ts';
import { daySeconds } from '../../../../campaigns/durations.ts';
import { officerCookie } from '../../../../campaigns/offices/officer-cookie.ts';
import { rolesFor } from '../../../../campaigns/offices/permission.ts';
import { changeKinds } from '../../../../messaging/contract/change-kinds.ts';
import type { Alert } from '../../../../messaging/mail/alerts/routes.ts';
import type { Me } from '../../../../messaging/people/accounts/accounts-schemas.ts';
import type { ConsoleWords } from '../../../i18n/console-words.ts';
import { entryWordsIn } from '../../../i18n/entry-words.ts';
import { type Language, localPath } from '../../../i18n/language.ts';
import { FirstStepBar } from '../front/first-steps/FirstSteps.tsx';
import { countBadges, HomeContext } from '../front/home/home-context.ts';
import { UnseenNotices } from '../people/accounts/AccountNotices.tsx';
import { StandInNotice } from '../people/accounts/StandIn.tsx';
import { EnrolView } from '../people/sign-in/EnrolView.tsx';
import { InvitationView } from '../people/sign-in/InvitationView.tsx';
import { SignInView } from '../people/sign-in/SignInView.tsx';
import { blastPath } from '../phone/blasts/blast-paths.ts';
import { AskButton, useAsk } from '../ui/AskForm.tsx';
import {
  type ConsoleCampaign,
  ConsoleContext,
  type DistrictName,
  useConsole,
  useMe,
} from '../ui/console-context.ts';
import { Strong } from '../ui/lines.tsx';
import { oldestShown, onShown } from '../ui/outbox/kept-answers.ts';
import { useOutbox } from '../ui/outbox/outbox.ts';
import { forgetSeen, keepSeen, lastSeen, nobody } from '../ui/outbox/phone-store.ts';
import { Button, ErrorNotice, FoldedNotice, List } from '../ui/parts.tsx';
import { createService, type ServiceError } from '../ui/service.ts';
import { useChanges } from '../ui/use-changes.ts';
import { useLive, useLoad } from '../ui/use-service.ts';
import { listViews, type View, viewPath } from '../ui/views.ts';
import { Chrome } from './chrome/Chrome.tsx';
import { SectionViews } from './chrome/Menu.tsx';
import { onUpdate } from './console-worker.ts';
import { viewParts } from './view-parts.ts';

export interface ConsolePlaces {
  districts: readonly DistrictName[];
  areas: Areas;
  /** The campaign has artwork in Urdu. */
  hasUrdu: boolean;
  campaign: ConsoleCampaign;
}

interface AppProps extends ConsolePlaces {
  language: Language;
  view: View;
  words: ConsoleWords;
}

/** The console: signs in, and shows the view of the page to those who may see it. */
export function App({ language, view, districts, areas, campaign, hasUrdu, words }: AppProps) {
  const { session, service, open, enrol } = useSession(view, language);
  const me = session.kind === 'open' ? session.me : null;
  const context = useMemo(
    () => ({ language, words, service, districts, areas, campaign, hasUrdu, me }),
    [language, words, service, districts, areas, campaign, hasUrdu, me],
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
            <Button onClick={open}>{words.retry}</Button>
          </>
        );
      case 'signed-out':
        return <SignInView onDone={open} onEnrol={enrol} />;
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

interface OpenViewProps extends Pick<AppProps, 'words'> {
  me: Me;
  view: Exclude<View, 'invitation'>;
  onSeen: () => void;
}

function OpenView({ me, view, words, onSeen }: OpenViewProps) {
  const Part = viewParts[view];
  const home = useLoad('GET /api/home');
  useChanges(changeKinds, home.reload);
  return (
    <HomeContext value={home}>
      <Chrome me={me} view={view} badges={countBadges(home)} />
      <SectionViews me={me} view={view} badges={countBadges(home)} />
      <PhoneNotices />
      <StandInNotice />
      <AlertBanner />
      <UnseenNotices onSeen={onSeen} />
      <FirstStepBar view={view} />
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

/**
 * On every view: that it is shown as it was last seen, how many boards wait on this phone, and that there is a new
 * version of the console.
 */
function PhoneNotices() {
  const { language, words, format } = useConsole(entryWordsIn);
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
          {words.asOf(format.moment(asOf))}
        </p>
      )}
      {unsent > 0 && (
        <p className="phone-notice">
          <a href={localPath(language, viewPath('boards'))}>
            {words.waitingHere(format.number(unsent))}
          </a>
        </p>
      )}
      {update !== null && (
        <p className="phone-notice" role="status">
          {words.update}{' '}
          <Button look="link" onClick={update}>
            {words.reload}
          </Button>
        </p>
      )}
    </>
  );
}

/** Alerts, on every page of those who can do something about them, until their cause is gone. */
function AlertBanner() {
  const { role } = useMe();
  return rolesFor('alert.read').includes(role) ? <OpenAlerts /> : null;
}

function OpenAlerts() {
  const { words, language } = useConsole();
  const { state, reload } = useLive(['alert'], 'GET /api/alerts');
  // The page tells by itself when the service is away.
  if (state.kind !== 'loaded' || state.value.length === 0) return null;
  return (
    <FoldedNotice
      title={words.alerts.title}
      count={state.value.length}
      first={state.value[0]?.text[language]}
    >
      <List of={state.value} className="activities">
        {(alert) => <OpenAlert alert={alert} onSeen={reload} />}
      </List>
    </FoldedNotice>
  );
}

function OpenAlert({ alert, onSeen }: { alert: Alert; onSeen: () => void }) {
  const { words, language, format } = useConsole();
  const ask = useAsk(onSeen);
  const { id, kind, subject, text, openedAt, acknowledgedBy, acknowledgedAt } = alert;
  return (
    <>
      <Strong>{text[language]}</Strong>
      <p className="detail">
        {words.alerts.since(format.moment(openedAt))}
        {acknowledgedBy !== null &&
          acknowledgedAt !== null &&
          ` · ${words.alerts.seenBy(acknowledgedBy, format.moment(acknowledgedAt))}`}
      </p>
      <div className="row">
        <a className="button quiet" href={`${localPath(language, '/help/operate/')}#${kind}`}>
          {words.alerts.whatToDo}
        </a>
        {kind === 'blast-paused' && (
          <a className="button" href={blastPath(language, Number(subject))}>
            {words.alerts.openBlast}
          </a>
        )}
        {acknowledgedBy === null && (
          <AskButton
            button={words.alerts.seen}
            send={ask('POST /api/alerts/:id/acknowledge', { params: { id } })}
          />
        )}
      </div>
    </>
  );
}

type Session =
  | { kind: 'loading' }
  | { kind: 'away'; error: ServiceError }
  | { kind: 'signed-out' }
  | { kind: 'enrolling'; password: string | null }
  | { kind: 'open'; me: Me };

/** Where the phone keeps who signed in last, for a visit without a network. */
const seenMe = 'GET /api/me';

/** The officer's session, which the service ends when it refuses a request. */
function useSession(view: View, language: Language) {
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

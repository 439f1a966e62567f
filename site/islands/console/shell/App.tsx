import { Suspense, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Areas } from '../../../../campaigns/directory/areas-schema.ts';
import { changeKinds } from '../../../../messaging/contract/change-kinds.ts';
import type { Me } from '../../../../messaging/people/accounts/accounts-schemas.ts';
import type { ConsoleWords } from '../../../i18n/console-words.ts';
import { entryWordsIn } from '../../../i18n/entry-words.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { type Language, localPath } from '../../../i18n/language.ts';
import { FirstStepBar } from '../front/first-steps/FirstSteps.tsx';
import { countBadges, HomeContext } from '../front/home/home-context.ts';
import { AlertBanner } from '../mail/AlertBanner.tsx';
import { UnseenNotices } from '../people/accounts/AccountNotices.tsx';
import { StandInNotice } from '../people/accounts/StandIn.tsx';
import { EnrolView } from '../people/sign-in/EnrolView.tsx';
import { InvitationView } from '../people/sign-in/InvitationView.tsx';
import { SignInView } from '../people/sign-in/SignInView.tsx';
import {
  type ConsoleCampaign,
  ConsoleContext,
  type DistrictName,
  useConsole,
} from '../ui/console-context.ts';
import { formatMoment } from '../ui/format-moment.ts';
import { oldestShown, onShown } from '../ui/outbox/kept-answers.ts';
import { useOutbox } from '../ui/outbox/outbox.ts';
import { Button, ErrorNotice } from '../ui/parts.tsx';
import { useChanges } from '../ui/use-changes.ts';
import { useLoad } from '../ui/use-service.ts';
import { listViews, type View, viewPath } from '../ui/views.ts';
import { Chrome } from './chrome/Chrome.tsx';
import { SectionViews } from './chrome/Menu.tsx';
import { onUpdate } from './console-worker.ts';
import { useSession } from './use-session.ts';
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
      {view !== 'home' && <FirstStepBar />}
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
  const { language, words } = useConsole(entryWordsIn);
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
          <Button look="link" onClick={update}>
            {words.reload}
          </Button>
        </p>
      )}
    </>
  );
}

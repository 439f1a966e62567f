import { rolesFor } from '../../../../../campaigns/offices/permission.ts';
import type { Role } from '../../../../../campaigns/offices/role.ts';
import type { Entry } from '../../../../../messaging/kit/feature.ts';
import { appRequests } from '../../../../../messaging/register/directions/app-requests-feature.ts';
import { ComplianceReport } from '../../figures/MonthPapers.tsx';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { FeatureEntries } from '../../ui/feature/FeatureView.tsx';
import { useEntries, useSay, useSayValue } from '../../ui/feature/use-feature.ts';
import { useAsked } from '../../ui/in-address.ts';
import { Await, Facts, Section } from '../../ui/parts.tsx';
import { useChanges } from '../../ui/use-changes.ts';
import { useLive } from '../../ui/use-service.ts';
import { CalendarPage } from './CalendarPage.tsx';
import { DirectionCard } from './DirectionCard.tsx';
import { directionWordsIn } from './direction-words.ts';
import { EventsPage } from './EventsPage.tsx';
import { MatrixPage } from './Matrix.tsx';
import { MeetingPage } from './MeetingPage.tsx';
import { MeetingsPage } from './MeetingsPage.tsx';
import { OccurrencePage } from './OccurrencePage.tsx';
import { OwedList } from './OwedList.tsx';
import { meetingsPath, owedPath, RegisterContext, useRegister } from './register-context.ts';

const everybody = () => true;
/** Pages beside the list, and who has each. */
const pages = {
  matrix: (role: Role) => ['hq', 'zone', 'range'].includes(role),
  events: (role: Role) => rolesFor('direction.event').includes(role),
  meetings: (role: Role) => rolesFor('direction.add').includes(role),
  apps: everybody,
  calendar: (role: Role) => rolesFor('calendar.make').includes(role),
};
const pageNames = Object.keys(pages) as (keyof typeof pages)[];
type Page = 'owed' | keyof typeof pages;

/** The register: what is owed, all of it as a matrix, one of it (`?key=`), events, later meetings. */
export function DirectionsView() {
  const { state, reload } = useLive(['register'], 'GET /api/directions');
  return (
    <Await state={state} retry={reload}>
      {(catalogue) => (
        <RegisterContext value={catalogue}>
          <Pages onChange={reload} />
        </RegisterContext>
      )}
    </Await>
  );
}

function Pages({ onChange }: { onChange: () => void }) {
  const me = useMe();
  const linked = useAsked();
  const isEmpty = useRegister().catalogue.directions.length === 0;
  const key = linked.get('key');
  if (key !== null) return <OccurrencePage occurrenceKey={key} />;
  const meeting = Number(linked.get('meeting'));
  if (meeting > 0) return <MeetingPage id={meeting} />;
  const page: Page = pageNames.find((name) => linked.has(name)) ?? 'owed';
  return (
    <>
      <PageLinks page={page} />
      {isEmpty && (page === 'owed' || page === 'matrix') && <FirstPaper />}
      {page === 'owed' && !isEmpty && <OwedList onChange={onChange} />}
      {page === 'matrix' && !isEmpty && <MatrixPage />}
      {page === 'matrix' && rolesFor('direction.review').includes(me.role) && <ComplianceReport />}
      {page === 'events' && <EventsPage />}
      {page === 'apps' && <AppsPage />}
      {page === 'calendar' && <CalendarPage />}
      {page === 'meetings' && <MeetingsPage />}
    </>
  );
}

/** Before the first paper: where directions come from, and the way to it for who enters one. */
function FirstPaper() {
  const { language, words } = useConsole(directionWordsIn);
  const { role } = useMe();
  return (
    <Section id="first-paper" title={words.emptyTitle}>
      <p>{words.emptyText}</p>
      {rolesFor('direction.add').includes(role) && (
        <p>
          <a className="button" href={meetingsPath(language)}>
            {words.emptyEnter}
          </a>
        </p>
      )}
    </Section>
  );
}

function PageLinks({ page }: { page: Page }) {
  const { language, words } = useConsole(directionWordsIn);
  const { role } = useMe();
  const own = pageNames.filter((name) => pages[name](role));
  return (
    <nav className="direction-pages" aria-label={words.all}>
      {(['owed', ...own] as const).map((name) => (
        <a
          key={name}
          href={name === 'owed' ? owedPath(language) : `${owedPath(language)}?${name}`}
          aria-current={name === page ? 'page' : undefined}
        >
          {words.views[name]}
        </a>
      ))}
    </nav>
  );
}

/** Apps before they are launched: who asked, who supported, who approved or refused. */
function AppsPage() {
  const say = useSay();
  const me = useMe();
  const { state, reload } = useEntries(appRequests);
  useChanges(['register'], reload);
  const direction = useRegister().catalogue.directions.find(
    ({ workflow }) => workflow === 'app-approval',
  );
  return (
    <div className="direction-page">
      <div>{direction !== undefined && <DirectionCard direction={direction} />}</div>
      <div>
        <h2>{say(appRequests.title)}</h2>
        <FeatureEntries
          of={appRequests}
          state={state}
          reload={reload}
          // A zone supports what its districts and ranges ask, not what it asks itself.
          offers={({ office }) => me.role === 'hq' || !office.startsWith('zone:')}
          row={(request) => <Request request={request} />}
        />
      </div>
    </div>
  );
}

const looks = { asked: '', supported: 'waiting', approved: 'verified', refused: 'rejected' };

function Request({ request }: { request: Entry<typeof appRequests> }) {
  const { language } = useConsole();
  const { officeName } = useRegister();
  const say = useSay();
  const sayValue = useSayValue();
  const { fields } = appRequests;
  const { state, askedBy, supportedBy, decidedBy } = request;
  const states = fields.state.options;
  const at = (moment: string | null) => sayValue(fields.askedAt, moment);
  return (
    <>
      <p>
        <span className={`state ${looks[state]}`}>{say(states[state])}</span>{' '}
        <strong>{language === 'hi' ? request.nameHi : request.nameEn}</strong>
      </p>
      <p className="typed">{request.purpose}</p>
      <Facts
        className="direction-facts"
        facts={[
          [say(states.asked), `${officeName(request.office)}: ${askedBy}, ${at(request.askedAt)}`],
          supportedBy !== null && [
            say(states.supported),
            `${supportedBy}, ${at(request.supportedAt)} ${request.supportedRemark}`,
          ],
          decidedBy !== null && [
            say(states[state]),
            `${decidedBy}, ${at(request.decidedAt)} ${request.decidedRemark}`,
          ],
        ]}
      />
    </>
  );
}

import { rolesFor } from '../../../../../campaigns/offices/permission.ts';
import { ComplianceReport } from '../../figures/MonthPapers.tsx';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { useAsked } from '../../ui/in-address.ts';
import { Await } from '../../ui/parts.tsx';
import { useChanges } from '../../ui/use-changes.ts';
import { useLoad } from '../../ui/use-service.ts';
import { AppsPage } from './AppsPage.tsx';
import { CalendarPage } from './CalendarPage.tsx';
import {
  appsPath,
  calendarPath,
  eventsPath,
  matrixPath,
  meetingsPath,
  owedPath,
} from './direction-paths.ts';
import { directionWordsIn } from './direction-words.ts';
import { EventsPage } from './EventsPage.tsx';
import { MatrixPage } from './Matrix.tsx';
import { MeetingPage } from './MeetingPage.tsx';
import { MeetingsPage } from './MeetingsPage.tsx';
import { OccurrencePage } from './OccurrencePage.tsx';
import { OwedList } from './OwedList.tsx';
import { RegisterContext } from './register-context.ts';

const pages = ['matrix', 'events', 'meetings', 'apps', 'calendar'] as const;
type Page = 'owed' | (typeof pages)[number];

/** The register: what is owed, all of it as a matrix, one of it (`?key=`), events, later meetings. */
export function DirectionsView() {
  const { state, reload } = useLoad('GET /api/directions');
  useChanges(['register'], reload);
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
  const key = linked.get('key');
  if (key !== null) return <OccurrencePage occurrenceKey={key} />;
  const meeting = Number(linked.get('meeting'));
  if (meeting > 0) return <MeetingPage id={meeting} />;
  const page: Page = pages.find((name) => linked.has(name)) ?? 'owed';
  return (
    <>
      <PageLinks page={page} />
      {page === 'owed' && <OwedList onChange={onChange} />}
      {page === 'matrix' && <MatrixPage />}
      {page === 'matrix' && rolesFor('direction.review').includes(me.role) && <ComplianceReport />}
      {page === 'events' && <EventsPage />}
      {page === 'apps' && <AppsPage />}
      {page === 'calendar' && <CalendarPage />}
      {page === 'meetings' && <MeetingsPage onChange={onChange} />}
    </>
  );
}

function PageLinks({ page }: { page: Page }) {
  const { language } = useConsole();
  const { role } = useMe();
  const words = directionWordsIn(language);
  const links: [Page, string][] = [
    ['owed', owedPath(language)],
    ...(['hq', 'zone', 'range'].includes(role)
      ? [['matrix', matrixPath(language)] satisfies [Page, string]]
      : []),
    ...(rolesFor('direction.event').includes(role)
      ? [['events', eventsPath(language)] satisfies [Page, string]]
      : []),
    ...(rolesFor('direction.add').includes(role)
      ? [['meetings', meetingsPath(language)] satisfies [Page, string]]
      : []),
    ['apps', appsPath(language)],
    ...(rolesFor('calendar.make').includes(role)
      ? [['calendar', calendarPath(language)] satisfies [Page, string]]
      : []),
  ];
  return (
    <nav className="direction-pages" aria-label={words.all}>
      {links.map(([name, href]) => (
        <a key={name} href={href} aria-current={name === page ? 'page' : undefined}>
          {words.views[name]}
        </a>
      ))}
    </nav>
  );
}

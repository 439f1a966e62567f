import { useEffect } from 'react';
import { openStatuses } from '../../../campaigns/activities/activity-status.ts';
import { entryWords } from '../../i18n/entry-words.ts';
import { formatNumber } from '../../i18n/format.ts';
import { ApprovalCard } from './ApprovalCard.tsx';
import { useConsole } from './console-context.ts';
import { Await } from './parts.tsx';
import { useLoad } from './use-service.ts';
import { useStationNames } from './use-station-names.ts';

/** What waits for the zone: first what came with a picture, then what an office only says, then what was decided. */
export function ApprovalsView() {
  const { words } = useConsole();
  return (
    <>
      <p>{words.approvals.lead}</p>
      <Group status="appealed" />
      <Group status="waiting" />
      <Group status="entered" />
      <h2>{words.approvals.decided}</h2>
      <Group status="approved" />
      <Group status="rejected" />
    </>
  );
}

type Status = 'appealed' | 'waiting' | 'entered' | 'approved' | 'rejected';

function Group({ status }: { status: Status }) {
  const { language, words } = useConsole();
  const own = entryWords[language];
  const isOpen = openStatuses.includes(status);
  const { state, reload } = useLoad('GET /api/activities', {
    query: { status, limit: isOpen ? 50 : 10 },
  });
  const activities = state.kind === 'loaded' ? state.value : [];
  const { namesOf, learn } = useStationNames();
  useEffect(() => {
    if (state.kind === 'loaded') {
      learn(state.value.filter(({ station }) => station).map(({ district }) => district));
    }
  }, [state, learn]);
  const Heading = isOpen ? 'h2' : 'h3';
  return (
    <section aria-labelledby={`group-${status}`}>
      <Heading id={`group-${status}`}>
        {status === 'appealed' ? own.appealedGroup : words.approvals.groups[status]}
        {isOpen && activities.length > 0 && (
          <span className="tally">
            {formatNumber(activities.length, language)}
            {activities.length === 50 && '+'}
          </span>
        )}
      </Heading>
      <Await state={state} retry={reload}>
        {() =>
          activities.length === 0 ? (
            <p>{status === 'appealed' ? own.noAppeals : words.approvals.none[status]}</p>
          ) : (
            <ul className="plain cards">
              {activities.map((activity) => (
                <ApprovalCard
                  key={activity.id}
                  activity={activity}
                  station={
                    activity.station === null ? null : namesOf(activity.district, activity.station)
                  }
                />
              ))}
            </ul>
          )
        }
      </Await>
    </section>
  );
}

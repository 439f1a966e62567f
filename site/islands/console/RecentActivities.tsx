import { useEffect } from 'react';
import type { Activity } from '../../../campaigns/activities/activity.ts';
import { activityForms } from '../../../campaigns/activities/activity-kinds.ts';
import { formatDay } from '../../i18n/format.ts';
import { detailsOf } from './activity-details.ts';
import { useConsole, useDistrictName, useMe } from './console-context.ts';
import { Await, ErrorNotice } from './parts.tsx';
import { recordableKinds } from './recordable.ts';
import { useAction, useLoad } from './use-service.ts';
import { useStationNames } from './use-station-names.ts';

/** The last entries of the own area, each of which can be taken back and put back. */
export function RecentActivities({ round }: { round: number }) {
  const { words } = useConsole();
  const { state, reload } = useLoad('GET /api/activities', { query: { limit: 20 } });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new entry belongs to the list
  useEffect(reload, [round]);
  const stations = useStationNames();
  const { learn } = stations;
  useEffect(() => {
    if (state.kind === 'loaded') {
      learn(state.value.filter(({ station }) => station).map(({ district }) => district));
    }
  }, [state, learn]);
  return (
    <section aria-labelledby="recent">
      <h2 id="recent">{words.entry.recent}</h2>
      <Await state={state} retry={reload}>
        {(activities) =>
          activities.length === 0 ? (
            <p>{words.entry.none}</p>
          ) : (
            <ul className="plain activities">
              {activities.map((activity) => (
                <ActivityRow
                  key={activity.id}
                  activity={activity}
                  stationName={
                    activity.station && stations.namesOf(activity.district, activity.station).name
                  }
                  onChanged={reload}
                />
              ))}
            </ul>
          )
        }
      </Await>
    </section>
  );
}

interface ActivityRowProps {
  activity: Activity;
  stationName: string | null;
  onChanged: () => void;
}

function ActivityRow({ activity, stationName, onChanged }: ActivityRowProps) {
  const { language, words, service } = useConsole();
  const me = useMe();
  const nameOf = useDistrictName();
  const { busy, error, run } = useAction();
  const back = activity.status === 'withdrawn';
  const { id, version, kind, district, day, status, reason, sample } = activity;
  const title = activityForms[kind].title[language];
  const details = detailsOf(activity, language).map(({ label, text }) => `${label}: ${text}`);
  const place = stationName === null ? nameOf(district) : `${stationName}, ${nameOf(district)}`;
  return (
    <li>
      <p>
        <strong>{title}</strong> <span className={`state ${status}`}>{words.status[status]}</span>
        {sample && <span className="tag">{words.sample}</span>}
      </p>
      <p className="detail">
        {[place, formatDay(day, language), ...details, activity.remark, reason]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      <ErrorNotice error={error} />
      {recordableKinds(me.role).includes(kind) && (
        <button
          type="button"
          className="link"
          disabled={busy}
          aria-label={`${back ? words.entry.restore : words.entry.withdraw}: ${title}, ${place}`}
          onClick={() =>
            run(async () => {
              await service.ask(`POST /api/activities/:id/${back ? 'restore' : 'withdraw'}`, {
                params: { id },
                body: { version },
              });
              onChanged();
            })
          }
        >
          {back ? words.entry.restore : words.entry.withdraw}
        </button>
      )}
    </li>
  );
}

import { useEffect, useState } from 'react';
import { type ActivityKind, activityForms } from '../../../campaigns/activities/activity-kinds.ts';
import type { ListedActivity } from '../../../messaging/contract/activities.ts';
import { entryWords } from '../../i18n/entry-words.ts';
import { formatDay } from '../../i18n/format.ts';
import { ActivityEdit } from './ActivityEdit.tsx';
import { ActivityNotes, ActivityPapers } from './ActivityNotes.tsx';
import { detailsOf } from './activity-details.ts';
import { useConsole, useDistrictName, useMe } from './console-context.ts';
import { EntryHistory } from './EntryHistory.tsx';
import { Await, ErrorNotice, Field } from './parts.tsx';
import { recordableKinds } from './recordable.ts';
import { useAction, useLoad } from './use-service.ts';
import { useStationNames } from './use-station-names.ts';

const pageLength = 20;
const mostShown = 500;

/** The last entries of the own area, each of which can be corrected, taken back and put back. */
export function RecentActivities({ round }: { round: number }) {
  const { words, language } = useConsole();
  const me = useMe();
  const [kind, setKind] = useState<ActivityKind | ''>('');
  const [limit, setLimit] = useState(pageLength);
  const { state, reload } = useLoad('GET /api/activities', {
    query: { limit, kind: kind === '' ? undefined : kind },
  });
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
      <div className="narrow">
        <Field label={words.kind}>
          {(ids) => (
            <select
              {...ids}
              value={kind}
              onChange={({ currentTarget }) => {
                setKind(currentTarget.value as ActivityKind | '');
                setLimit(pageLength);
              }}
            >
              <option value="">{words.entry.allKinds}</option>
              {recordableKinds(me.role).map((name) => (
                <option key={name} value={name}>
                  {activityForms[name].title[language]}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Await state={state} retry={reload}>
        {(activities) =>
          activities.length === 0 ? (
            <p>{kind === '' ? words.entry.none : words.entry.noneOf}</p>
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
              {activities.length === limit && limit < mostShown && (
                <li>
                  <button
                    type="button"
                    className="button quiet"
                    onClick={() => setLimit(limit + pageLength)}
                  >
                    {words.entry.older}
                  </button>
                </li>
              )}
            </ul>
          )
        }
      </Await>
    </section>
  );
}

interface ActivityRowProps {
  activity: ListedActivity;
  stationName: string | null;
  onChanged: () => void;
}

function ActivityRow({ activity, stationName, onChanged }: ActivityRowProps) {
  const { language, words, service } = useConsole();
  const me = useMe();
  const nameOf = useDistrictName();
  const { busy, error, run } = useAction();
  const [editing, setEditing] = useState(false);
  const [shown, setShown] = useState(false);
  const back = activity.status === 'withdrawn';
  const { id, version, kind, district, day, status, reason, sample } = activity;
  const mayChange = recordableKinds(me.role).includes(kind);
  const title = activityForms[kind].title[language];
  const details = detailsOf(activity, language).map(({ label, text }) => `${label}: ${text}`);
  // The days of what went on are among the details.
  const dated = activity.details['run'] === undefined ? [formatDay(day, language)] : [];
  const place = stationName === null ? nameOf(district) : `${stationName}, ${nameOf(district)}`;
  return (
    <li>
      <p>
        <strong>{title}</strong> <span className={`state ${status}`}>{words.status[status]}</span>
        {sample && <span className="tag">{words.sample}</span>}
      </p>
      <p className="detail">
        {[`№ ${id}`, place, ...dated, ...details, activity.remark, reason]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      <ActivityNotes activity={activity} overlaps={activity.overlaps} />
      <ActivityPapers activity={activity} />
      <ErrorNotice error={error} />
      {editing && (
        <ActivityEdit
          activity={activity}
          name={`${title}, ${place}`}
          onCancel={() => setEditing(false)}
          onDone={() => {
            setEditing(false);
            onChanged();
          }}
        />
      )}
      {shown && (
        <EntryHistory
          key={version}
          id={id}
          name={`${title}, ${place}`}
          mayChange={false}
          onChanged={onChanged}
        />
      )}
      <button
        type="button"
        className="link"
        aria-expanded={shown}
        aria-label={shown ? undefined : entryWords[language].historyOf(`${title}, ${place}`)}
        onClick={() => setShown(!shown)}
      >
        {shown ? entryWords[language].hide : entryWords[language].history}
      </button>
      {mayChange && !editing && (
        <div className="row">
          {!back && (
            <button
              type="button"
              className="link"
              aria-label={`${words.entry.correct}: ${title}, ${place}`}
              onClick={() => setEditing(true)}
            >
              {words.entry.correct}
            </button>
          )}
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
        </div>
      )}
    </li>
  );
}

import { useEffect, useState } from 'react';
import { activityForms } from '../../../../../campaigns/activities/activity-kinds.ts';
import { activityStatuses } from '../../../../../campaigns/activities/activity-status.ts';
import type { ListedActivity } from '../../../../../messaging/contract/field/activities.ts';
import { approvalWords } from '../../../../i18n/approval-words.ts';
import { entryWords } from '../../../../i18n/entry-words.ts';
import { formatDay } from '../../../../i18n/format.ts';
import { listWordsIn } from '../../../../i18n/list-words.ts';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { Pager } from '../../ui/list/Pager.tsx';
import { pageRows } from '../../ui/list/use-found-list.ts';
import { Await, ErrorNotice } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { ActivityBar } from './ActivityBar.tsx';
import { ActivityEdit } from './ActivityEdit.tsx';
import { ActivityNotes, ActivityPapers } from './ActivityNotes.tsx';
import { listDetails } from './activity-details.ts';
import { EntryHistory } from './EntryHistory.tsx';
import { recordableKinds } from './recordable.ts';
import { useActivityList } from './use-activity-list.ts';
import { useActivityPlace } from './use-activity-place.ts';

/** The form above the list has the plain names. */
const fields = { kind: 'of', district: 'at', status: 'state', age: 'age' };

/** Entries of the own area, each of which can be corrected, taken back and put back. */
export function RecentActivities({ round }: { round: number }) {
  const { words, language } = useConsole();
  const me = useMe();
  const { state, reload, ...list } = useActivityList({ fields, order: 'newest', status: 'all' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new entry belongs to the list
  useEffect(reload, [round]);
  const placeOf = useActivityPlace();
  return (
    <section aria-labelledby="recent">
      <h2 id="recent">{words.entry.recent}</h2>
      <ActivityBar
        head={list.head}
        {...{ fields }}
        kinds={recordableKinds(me)}
        statuses={[
          { value: 'all', label: listWordsIn(language).all },
          ...activityStatuses.map((value) => ({ value, label: words.status[value] })),
        ]}
        order={list.order}
        orders={['newest', 'oldest', 'place', 'kind']}
        onOrder={list.sortBy}
      />
      <Await state={state} retry={reload}>
        {({ activities, found }) => (
          <>
            <ul className="plain activities">
              {activities.map((activity) => (
                <ActivityRow
                  key={activity.id}
                  activity={activity}
                  place={placeOf(activity)}
                  onChanged={reload}
                />
              ))}
            </ul>
            <Pager page={list.page} pageRows={pageRows} found={found} onPage={list.toPage} />
          </>
        )}
      </Await>
    </section>
  );
}

interface ActivityRowProps {
  activity: ListedActivity;
  place: string;
  onChanged: () => void;
}

function ActivityRow({ activity, place, onChanged }: ActivityRowProps) {
  const { language, words, service } = useConsole();
  const me = useMe();
  const { busy, error, run } = useAction();
  const [editing, setEditing] = useState(false);
  const [shown, setShown] = useState(false);
  const back = activity.status === 'withdrawn';
  const { id, version, kind, day, status, reason, sample } = activity;
  const mayChange = recordableKinds(me).includes(kind);
  const title = activityForms[kind].title[language];
  const details = listDetails(activity, language).map(({ label, text }) => `${label}: ${text}`);
  // The days of what went on are among the details.
  const dated = activity.details['run'] === undefined ? [formatDay(day, language)] : [];
  return (
    <li>
      <p>
        <strong>{title}</strong> <span className={`state ${status}`}>{words.status[status]}</span>
        {sample && <span className="tag">{words.sample}</span>}
      </p>
      <p className="detail">
        {[approvalWords[language].entry(id), place, ...dated, ...details, activity.remark, reason]
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

import { useEffect, useState } from 'react';
import { activityForms } from '../../../../../campaigns/activities/activity-kinds.ts';
import { activityStatuses } from '../../../../../campaigns/activities/activity-status.ts';
import type { ListedActivity } from '../../../../../messaging/field/activities/activities-schemas.ts';
import { formatDay } from '../../../../i18n/format.ts';
import { listWordsIn } from '../../../../i18n/list-words.ts';
import { AskForm } from '../../ui/AskForm.tsx';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { Pager } from '../../ui/list/Pager.tsx';
import { pageRows } from '../../ui/list/use-found-list.ts';
import { Await, Button } from '../../ui/parts.tsx';
import { approvalWordsIn } from '../approvals/approval-words.ts';
import { LevelTag } from '../boards/LevelTag.tsx';
import { ActivityBar } from './ActivityBar.tsx';
import { ActivityEdit } from './ActivityEdit.tsx';
import { ActivityNotes, ActivityPapers } from './ActivityNotes.tsx';
import { listDetails } from './activity-details.ts';
import { EntryHistory, HistoryButton, useWithdrawal } from './EntryHistory.tsx';
import { recordableKinds } from './recordable.ts';
import { useActivityList, useActivityPlace } from './use-activity-list.ts';

/** Shorter names than usual: the form above the list uses the plain ones. */
const fields = { kind: 'of', district: 'at', status: 'state', age: 'age' };

/** Entries of the officer's area, each of which can be corrected, taken back and put back. */
export function RecentActivities({ round }: { round: number }) {
  const { words, language } = useConsole();
  const me = useMe();
  const { state, reload, ...list } = useActivityList({ fields, order: 'newest', status: 'all' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new entry belongs to the list
  useEffect(() => void reload(), [round]);
  const namePlace = useActivityPlace();
  return (
    <section aria-labelledby="recent">
      <h2 id="recent">{words.entry.recent}</h2>
      <ActivityBar
        head={list.head}
        fields={fields}
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
                  place={namePlace(activity)}
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
  const { language, words } = useConsole();
  const me = useMe();
  const [editing, setEditing] = useState(false);
  const [shown, setShown] = useState(false);
  const { id, version, kind, day, status, reason } = activity;
  const title = activityForms[kind].title[language];
  const name = `${title}, ${place}`;
  const details = listDetails(activity, language).map(({ label, text }) => `${label}: ${text}`);
  // A run has its days among the details.
  const dated = activity.details['run'] === undefined ? [formatDay(day, language)] : [];
  const toggling = status === 'withdrawn' ? words.entry.restore : words.entry.withdraw;
  const toggle = useWithdrawal(onChanged);
  return (
    <li>
      <p>
        <strong>{title}</strong> <span className={`state ${status}`}>{words.status[status]}</span>
        {activity.level !== null && <LevelTag level={activity.level} />}
      </p>
      <p className="detail">
        {[approvalWordsIn(language).entry(id), place, ...dated, ...details, activity.remark, reason]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      <ActivityNotes activity={activity} overlaps={activity.overlaps} />
      <ActivityPapers activity={activity} />
      {editing && (
        <ActivityEdit
          activity={activity}
          name={name}
          onCancel={() => setEditing(false)}
          onDone={() => {
            setEditing(false);
            onChanged();
          }}
        />
      )}
      {shown && (
        <EntryHistory key={version} id={id} name={name} mayChange={false} onChanged={onChanged} />
      )}
      <HistoryButton isShown={shown} name={name} onToggle={() => setShown(!shown)} />
      {recordableKinds(me).includes(kind) && !editing && (
        <div className="row">
          {status !== 'withdrawn' && (
            <Button
              look="link"
              aria-label={`${words.entry.correct}: ${name}`}
              onClick={() => setEditing(true)}
            >
              {words.entry.correct}
            </Button>
          )}
          <AskForm
            button={toggling}
            label={`${toggling}: ${name}`}
            look="link"
            send={(fields) => toggle(activity, fields)}
          />
        </div>
      )}
    </li>
  );
}

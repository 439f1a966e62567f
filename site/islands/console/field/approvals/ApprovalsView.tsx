import { useEffect, useState } from 'react';
import { activityKinds } from '../../../../../campaigns/activities/activity-kinds.ts';
import { openStatuses } from '../../../../../campaigns/activities/activity-status.ts';
import type { ListedActivity } from '../../../../../messaging/contract/field/activities.ts';
import { approvalWords } from '../../../../i18n/approval-words.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Pager } from '../../ui/list/Pager.tsx';
import { pageRows } from '../../ui/list/use-found-list.ts';
import { useSelection } from '../../ui/list/use-selection.ts';
import { Await } from '../../ui/parts.tsx';
import { useWide } from '../../ui/use-wide.ts';
import { ActivityBar } from '../activities/ActivityBar.tsx';
import { useActivityList } from '../activities/use-activity-list.ts';
import { ApprovalCard } from './ApprovalCard.tsx';
import { ApprovalRow } from './ApprovalRow.tsx';
import { BatchDecision } from './BatchDecision.tsx';
import { numbersIn, useOpened } from './use-opened.ts';

const fields = { kind: 'kind', district: 'district', status: 'status', age: 'age' };
const decided = ['approved', 'rejected', 'verified'] as const;

/** What waits for the zone as a list; an entry opens beside it, or below its row on a phone. Several are decided at once. */
export function ApprovalsView() {
  const { language, words } = useConsole();
  const own = approvalWords[language];
  const list = useActivityList({ fields, order: 'urgent', status: 'open' });
  const { state } = list;
  const activities = state.kind === 'loaded' ? state.value.activities : [];
  const { opened, at, open } = useOpened(activities, state.kind === 'loaded');
  const wide = useWide();
  const ids = activities.map(({ id }) => String(id));
  const [first] = useState(() => numbersIn('chosen'));
  const selection = useSelection(ids, first);
  const [looked, setLooked] = useState<ReadonlySet<number>>(new Set());
  useEffect(() => {
    if (opened !== null) setLooked((last) => new Set([...last, opened.id]));
  }, [opened]);
  const chosen = [...selection.chosen].join();
  useEffect(() => {
    if (state.kind !== 'loaded') return;
    const address = new URL(location.href);
    if (chosen === '') address.searchParams.delete('chosen');
    else address.searchParams.set('chosen', chosen);
    history.replaceState(history.state, '', address);
  }, [chosen, state.kind]);

  // The entry that is open stays where it was, also when it no longer belongs to what is asked for.
  const rows: ListedActivity[] =
    opened === null || activities.some(({ id }) => id === opened.id)
      ? activities
      : activities.toSpliced(at, 0, opened);
  const after = rows[rows.findIndex(({ id }) => id === opened?.id) + 1];
  const card = opened !== null && (
    <ApprovalCard
      key={opened.id}
      activity={opened}
      onNext={after === undefined ? null : () => open(after)}
    />
  );
  return (
    <div className="queue">
      <div className="queue-list">
        <p className="detail wide-only">{words.approvals.lead}</p>
        <ActivityBar
          head={list.head}
          {...{ fields }}
          kinds={activityKinds}
          statuses={[
            { value: 'open', label: own.open },
            ...openStatuses.toReversed().map((value) => ({
              value,
              label: value === 'entered' || value === 'waiting' ? own[value] : words.status[value],
            })),
            ...decided.map((value) => ({ value, label: words.status[value] })),
          ]}
          order={list.order}
          orders={['urgent', 'oldest', 'newest', 'place', 'kind']}
          onOrder={list.sortBy}
        />
        <Await state={state} retry={list.reload}>
          {({ found }) => (
            <>
              <ul
                className="plain queue-rows"
                onKeyDown={(event) => {
                  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
                  if (!(event.target as HTMLElement).matches('.queue-open')) return;
                  const buttons = [
                    ...event.currentTarget.querySelectorAll<HTMLElement>('.queue-open'),
                  ];
                  const here = buttons.indexOf(event.target as HTMLElement);
                  event.preventDefault();
                  buttons[here + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
                }}
              >
                {rows.map((activity) => (
                  <ApprovalRow
                    key={activity.id}
                    activity={activity}
                    open={activity.id === opened?.id}
                    chosen={selection.chosen.has(String(activity.id))}
                    onOpen={() => open(activity.id === opened?.id ? null : activity)}
                    onChoose={
                      ids.includes(String(activity.id))
                        ? () => selection.toggle(String(activity.id))
                        : null
                    }
                  >
                    {!wide && activity.id === opened?.id && card}
                  </ApprovalRow>
                ))}
              </ul>
              <Pager page={list.page} pageRows={pageRows} found={found} onPage={list.toPage} />
              <BatchDecision
                activities={activities}
                ids={ids}
                selection={selection}
                looked={looked}
                onDone={list.reload}
              />
            </>
          )}
        </Await>
      </div>
      {wide && (
        <div className="queue-side">
          {card || <p className="notice plain">{own.nothingOpen}</p>}
        </div>
      )}
    </div>
  );
}

import type { KeyboardEvent, ReactNode } from 'react';
import { activityKinds } from '../../../../../campaigns/activities/activity-kinds.ts';
import { openStatuses } from '../../../../../campaigns/activities/activity-status.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Pager } from '../../ui/list/Pager.tsx';
import { pageRows } from '../../ui/list/use-found-list.ts';
import { Await } from '../../ui/parts.tsx';
import { readNow, useDays } from '../../ui/use-days.ts';
import { useWide } from '../../ui/use-wide.ts';
import { ActivityBar } from '../activities/ActivityBar.tsx';
import { ApprovalCard } from './ApprovalCard.tsx';
import { ApprovalRow } from './ApprovalRow.tsx';
import { approvalWordsIn } from './approval-words.ts';
import { BatchDecision } from './BatchDecision.tsx';
import { type Approvals, approvalFilters, useApprovals } from './use-approvals.ts';

const decided = ['approved', 'rejected', 'verified'] as const;

/** The zone's queue; an entry opens beside the list, or below its row on a phone. Several can be decided at once. */
export function ApprovalsView() {
  const { language, words } = useConsole();
  const approval = approvalWordsIn(language);
  const approvals = useApprovals();
  const { list, opened, next, open } = approvals;
  const isWide = useWide();
  const card = opened !== null && (
    <ApprovalCard
      key={opened.id}
      activity={opened}
      onNext={next === undefined ? null : () => open(next)}
    />
  );
  return (
    <div className="queue">
      <div className="queue-list">
        <p className="detail wide-only">{words.approvals.lead}</p>
        <ActivityBar
          head={list.head}
          fields={approvalFilters}
          kinds={activityKinds}
          statuses={[
            { value: 'open', label: approval.open },
            ...openStatuses.toReversed().map((value) => ({
              value,
              label:
                value === 'entered' || value === 'waiting' ? approval[value] : words.status[value],
            })),
            ...decided.map((value) => ({ value, label: words.status[value] })),
          ]}
          order={list.order}
          orders={['urgent', 'oldest', 'newest', 'place', 'kind']}
          onOrder={list.sortBy}
        />
        <Await state={list.state} retry={list.reload}>
          {({ found }) => (
            <>
              <QueueRows approvals={approvals}>{!isWide && card}</QueueRows>
              <Pager page={list.page} pageRows={pageRows} found={found} onPage={list.toPage} />
              <BatchDecision {...approvals} onDone={list.reload} />
            </>
          )}
        </Await>
      </div>
      {isWide && (
        <div className="queue-side">
          {card || <p className="notice plain">{approval.nothingOpen}</p>}
        </div>
      )}
    </div>
  );
}

/** @param props.children shown below the open row */
function QueueRows({ approvals, children }: { approvals: Approvals; children: ReactNode }) {
  const { rows, ids, selection, opened, open } = approvals;
  const { state } = useDays();
  const now = state.kind === 'loaded' ? readNow(state.value.today) : null;
  return (
    <ul className="plain queue-rows" onKeyDown={moveFocus}>
      {rows.map((activity) => {
        const id = String(activity.id);
        const isOpen = activity.id === opened?.id;
        return (
          <ApprovalRow
            key={id}
            activity={activity}
            now={now}
            open={isOpen}
            chosen={selection.chosen.has(id)}
            onOpen={() => open(isOpen ? null : activity)}
            onChoose={ids.includes(id) ? () => selection.toggle(id) : null}
          >
            {isOpen && children}
          </ApprovalRow>
        );
      })}
    </ul>
  );
}

/** The arrow keys lead from row to row. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const { target, currentTarget } = event;
  if (!(target as HTMLElement).matches('.queue-open')) return;
  event.preventDefault();
  const buttons = [...currentTarget.querySelectorAll<HTMLElement>('.queue-open')];
  buttons[buttons.indexOf(target as HTMLElement) + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
}

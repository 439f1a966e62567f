import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import {
  activityForms,
  activityKinds,
} from '../../../../../campaigns/activities/activity-kinds.ts';
import { openStatuses } from '../../../../../campaigns/activities/activity-status.ts';
import { dayMs } from '../../../../../campaigns/durations.ts';
import type { ListedActivity } from '../../../../../messaging/field/activities/activities-schemas.ts';
import { homeWordsIn } from '../../../../i18n/home-words.ts';
import { useConsole } from '../../ui/console-context.ts';
import { keepInAddress } from '../../ui/in-address.ts';
import { Pager, useSelection } from '../../ui/list/ListBar.tsx';
import { pageRows } from '../../ui/list/use-found-list.ts';
import { Await } from '../../ui/parts.tsx';
import { readNow, useDays } from '../../ui/use-days.ts';
import { useWide } from '../../ui/use-wide.ts';
import { ActivityBar, useActivityList, useActivityPlace } from '../activities/ActivityBar.tsx';
import { ApprovalCard } from './ApprovalCard.tsx';
import { approvalWordsIn } from './approval-words.ts';
import { BatchDecision } from './BatchDecision.tsx';

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
            ['open', approval.open],
            ...openStatuses
              .toReversed()
              .map(
                (value) =>
                  [
                    value,
                    value === 'entered' || value === 'waiting'
                      ? approval[value]
                      : words.status[value],
                  ] as const,
              ),
            ...decided.map((value) => [value, words.status[value]] as const),
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

interface RowProps {
  activity: ListedActivity;
  /** By the campaign's clock; null until it is known. */
  now: number | null;
  open: boolean;
  chosen: boolean;
  onOpen: () => void;
  /** Null for one that is no longer part of the list. */
  onChoose: (() => void) | null;
  children: ReactNode;
}

/** One entry of the queue in two lines: what, where, since when. */
function ApprovalRow(props: RowProps) {
  const { activity, now, open, chosen, onOpen, onChoose, children } = props;
  const { language, words, format } = useConsole();
  const approval = approvalWordsIn(language);
  const home = homeWordsIn(language);
  const place = useActivityPlace()(activity);
  const { id, kind, status, day, enteredAt, photo } = activity;
  const title = activityForms[kind].title[language];
  const days = now === null ? null : Math.floor((now - Date.parse(enteredAt)) / dayMs);
  return (
    <li className={open ? 'open' : undefined} data-row={id}>
      <div className="queue-row">
        <label className="queue-choose">
          <input
            type="checkbox"
            checked={chosen}
            disabled={onChoose === null}
            onChange={() => onChoose?.()}
          />
          <span className="sr-only">{approval.choose(`${title}, ${place}`)}</span>
        </label>
        <button type="button" className="queue-open" aria-expanded={open} onClick={onOpen}>
          <strong>{place}</strong>
          <span className="queue-what">
            {title} · {format.day(day)}
          </span>
          <span className="queue-state">
            <span className={`state ${status}`}>
              {status === 'entered' ? approval.entered : words.status[status]}
            </span>
            {photo !== null && status !== 'waiting' && (
              <span className="tag">{approval.photo}</span>
            )}
            {days !== null && (
              <span className="detail">{days < 1 ? home.today : home.since(home.age(days))}</span>
            )}
          </span>
        </button>
      </div>
      {children}
    </li>
  );
}

const approvalFilters = {
  kind: 'kind',
  district: 'district',
  status: 'status',
  age: 'age',
};

type Approvals = ReturnType<typeof useApprovals>;

/** The queue: its entries, the one that is open and those that are chosen, as the address names them. */
function useApprovals() {
  const list = useActivityList({ fields: approvalFilters, order: 'urgent', status: 'open' });
  const { state } = list;
  const isLoaded = state.kind === 'loaded';
  const activities = isLoaded ? state.value.activities : [];
  const { opened, at, open } = useOpened(activities, isLoaded);
  const ids = activities.map(({ id }) => String(id));
  const [first] = useState(() => readNumbers('chosen'));
  const selection = useSelection(ids, first);
  const [seen, setSeen] = useState<ReadonlySet<number>>(new Set());
  useEffect(() => {
    if (opened !== null) setSeen((last) => new Set([...last, opened.id]));
  }, [opened]);
  const chosen = [...selection.chosen].join();
  useEffect(() => {
    if (isLoaded) keepInAddress({ chosen });
  }, [chosen, isLoaded]);
  // The open entry keeps its row when a decision takes it off the list.
  const rows: readonly ListedActivity[] =
    opened === null || ids.includes(String(opened.id))
      ? activities
      : activities.toSpliced(at, 0, opened);
  const next = rows[rows.findIndex(({ id }) => id === opened?.id) + 1];
  return { list, activities, ids, selection, seen, opened, open, rows, next };
}

/** Numbers in a field of the address, with commas between. */
function readNumbers(field: string): string[] {
  const numbers = new URLSearchParams(location.search).get(field) ?? '';
  return numbers.split(',').filter((part) => /^\d+$/.test(part));
}

interface Opened {
  /** As it was when it was opened. */
  opened: ListedActivity | null;
  /** Its place among the rows then. */
  at: number;
  open: (activity: ListedActivity | null) => void;
}

/** The entry that is open; the address names it, so that a link leads to it, whatever the list is narrowed to. */
function useOpened(activities: readonly ListedActivity[], loaded: boolean): Opened {
  const { service } = useConsole();
  const [linked] = useState(() => readNumbers('open')[0]);
  const [state, setState] = useState<{ opened: ListedActivity | null; at: number }>({
    opened: null,
    at: 0,
  });
  const [isSearched, setSearched] = useState(linked === undefined);
  useEffect(() => {
    if (isSearched || !loaded) return;
    setSearched(true);
    const at = activities.findIndex(({ id }) => String(id) === linked);
    if (at >= 0) {
      setState({ opened: activities[at] ?? null, at });
      return;
    }
    service.ask('GET /api/activities', { query: { q: linked ?? '' } }).then(
      (answer) => {
        const opened = answer.activities.find(({ id }) => String(id) === linked) ?? null;
        setState((last) => (last.opened === null ? { opened, at: 0 } : last));
      },
      // The list says why the service is away.
      () => {},
    );
  }, [isSearched, loaded, activities, linked, service]);
  const open = (opened: ListedActivity | null) => {
    const at = activities.findIndex(({ id }) => id === opened?.id);
    setState({ opened, at: Math.max(0, at) });
    keepInAddress({ open: opened === null ? null : String(opened.id) });
  };
  return { ...state, open };
}

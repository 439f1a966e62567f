import type { ReactNode } from 'react';
import { activityForms } from '../../../../../campaigns/activities/activity-kinds.ts';
import { dayMs } from '../../../../../campaigns/durations.ts';
import type { ListedActivity } from '../../../../../messaging/field/activities/activities-schemas.ts';
import { formatDay } from '../../../../i18n/format.ts';
import { homeWordsIn } from '../../../../i18n/home-words.ts';
import { useConsole } from '../../ui/console-context.ts';
import { useActivityPlace } from '../activities/use-activity-place.ts';
import { approvalWordsIn } from './approval-words.ts';

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
export function ApprovalRow(props: RowProps) {
  const { activity, now, open, chosen, onOpen, onChoose, children } = props;
  const { language, words } = useConsole();
  const approval = approvalWordsIn(language);
  const home = homeWordsIn(language);
  const place = useActivityPlace()(activity);
  const { id, kind, status, day, enteredAt, photo, sample } = activity;
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
            {title} · {formatDay(day, language)}
          </span>
          <span className="queue-state">
            <span className={`state ${status}`}>
              {status === 'entered' ? approval.entered : words.status[status]}
            </span>
            {photo !== null && status !== 'waiting' && (
              <span className="tag">{approval.photo}</span>
            )}
            {sample && <span className="tag">{words.sample}</span>}
            {days !== null && (
              <span className="detail">{days < 1 ? home.today : home.since(home.days(days))}</span>
            )}
          </span>
        </button>
      </div>
      {children}
    </li>
  );
}

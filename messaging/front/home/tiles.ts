import { dayMs } from '../../../campaigns/durations.ts';
import type { Waiting } from '../../contract/waiting.ts';
import type { Tile, TileId } from './home-schemas.ts';

/** Where each tile leads: the very work. */
const links: Record<TileId, string> = {
  'boards-without-picture': '/console/boards/?show=no-picture',
  'boards-refused': '/console/boards/?show=refused',
  'boards-to-inspect': '/console/boards/',
  'boards-drawn': '/console/boards/',
  'codes-reported': '/console/boards/',
  'names-to-check': '/console/stations/?show=check',
  'names-reported': '/console/stations/?show=reports',
  'activities-due': '/console/entry/?kind=:kind',
  'orders-answered': '/console/orders/?request=:id',
  'orders-requested': '/console/orders/?request=:id',
  'objections-open': '/console/reports/#objections',
  'objections-answered': '/console/#objections',
  'own-blasts': '/console/blasts/',
  'codes-low': '/console/codes/',
  'districts-behind': '/console/boards/?state=behind',
  'boards-left': '/console/boards/?state=left',
  approvals: '/console/approvals/',
  'held-acts': '/console/held-acts/',
  'notes-waiting': '/console/press-notes/',
  'figures-old': '/console/reports/',
  'reports-missing': '/console/reports/',
  'blasts-waiting': '/console/blasts/',
  'blasts-stopped': '/console/blasts/',
  'blasts-paused': '/console/blasts/',
  'studio-waiting': '/console/studio/',
  'directions-due': '/progress/#directions',
  'directions-owed': '/console/directions/?state=late',
  'directions-review': '/console/directions/?state=submitted&office=all',
  'film-due': '/console/entry/?kind=film',
  'radio-due': '/console/radio/',
  'social-due': '/console/entry/?kind=social',
  'operator-packs': '/console/providers/',
  'invitations-open': '/console/people/',
  'accounts-locked': '/console/people/',
  'account-requests': '/console/people/',
  'mail-failed': '/console/mail/',
  trouble: '/console/gateways/',
  'checks-failed': '/console/doctor/',
};

/** Waits no longer than this many days; `now` is urgent as soon as it is there. */
const patienceDays: Partial<Record<TileId, number>> = {
  'codes-reported': 0,
  'boards-refused': 2,
  approvals: 3,
  'held-acts': 1,
  'objections-open': 7,
  'directions-owed': 0,
  'directions-review': 3,
  'notes-waiting': 2,
  'blasts-waiting': 1,
  'blasts-stopped': 0,
  'orders-requested': 1,
  'studio-waiting': 2,
  'account-requests': 1,
  'operator-packs': 2,
  'figures-old': 0,
  'accounts-locked': 0,
  'mail-failed': 0,
  trouble: 0,
};

const ranks = { urgent: 0, due: 1, calm: 2 };

/** A tile of a role's home, before it is judged. */
export type WaitingTile = Waiting & {
  id: TileId;
  /** Query of the link: a district, a kind. */
  about?: string | undefined;
};

/** The tiles of a home: urgent ones first and of them the newest, what does not wait last, else in the given order. */
export function toTiles(waiting: readonly WaitingTile[], now: Date): Tile[] {
  return waiting
    .map(({ id, count, since, about = '' }) => ({
      id,
      count,
      since,
      severity: judgeSeverity({ id, count, since }, now),
      link: links[id].replace(/:\w+/, about),
    }))
    .toSorted(
      (a, b) =>
        ranks[a.severity] - ranks[b.severity] ||
        (a.severity === 'urgent' ? Number(b.since ?? 0) - Number(a.since ?? 0) : 0),
    );
}

function judgeSeverity({ id, count, since }: WaitingTile, now: Date): Tile['severity'] {
  if (count === 0) return 'calm';
  const patience = patienceDays[id];
  if (patience === undefined) return 'due';
  if (patience === 0) return 'urgent';
  return since !== null && now.getTime() - since.getTime() > patience * dayMs ? 'urgent' : 'due';
}

import { type ActivityKind, activityForms } from '../../../campaigns/activities/activity-kinds.ts';
import { stateKinds } from '../../../campaigns/activities/rights.ts';
import { plannedPosts } from '../../../campaigns/channels/social/calendar.ts';
import { boardStations } from '../../../campaigns/directory/station.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { listCovered, rolesFor } from '../../../campaigns/offices/permission.ts';
import { addDays, daysBetween, toInstant } from '../../../campaigns/tracker/clock.ts';
import { lateDistricts } from '../../../campaigns/tracker/late-districts.ts';
import type { ProgressFile } from '../../../campaigns/tracker/progress-file.ts';
import type { Waiting } from '../../contract/waiting.ts';
import { countWaitingActivities } from '../../field/activities/find-activities-sql.ts';
import { listDrawn } from '../../field/board-draws/draws.ts';
import { listDueBoards } from '../../field/inspections/due-boards.ts';
import { countNotesToRead } from '../../field/press-notes/note-readers.ts';
import { countOpenReports } from '../../field/stations/name-reports-sql.ts';
import { objections } from '../../figures/objections/objections-feature.ts';
import { countAfter, countOpen } from '../../kit/entries-sql.ts';
import type { House } from '../../kit/house.ts';
import { listOpenAlerts } from '../../mail/alerts/alerts-sql.ts';
import { countWaitingAccounts } from '../../people/accounts/account-requests-sql.ts';
import { countHeld, type HeldActBook } from '../../people/held-acts/held-acts.ts';
import { countMissingTakes } from '../../phone/takes/takes-sql.ts';
import { queryRow } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { countOrderRequests } from '../../print/purchase-orders/order-requests-sql.ts';
import { countWaitingDrafts } from '../../print/studio/studio-sql.ts';
import type { DirectionSources } from '../../register/directions/live-register.ts';
import { waitingDirections } from '../../register/directions/owed.ts';
import { countReportedCodes } from '../../scanning/code-reports/code-reports-sql.ts';
import { ownShares, readCodeShares } from '../../scanning/short-codes/code-shares.ts';
import type { WaitingTile } from './tiles.ts';

export interface HomeHouse extends House {
  /** Letters that could not be sent; undefined where the installation sends none. */
  failedMail?: ((database: Queryable) => Promise<Waiting>) | undefined;
  /** Checks of the installation that want somebody to act, as they were last seen. */
  failedChecks: () => Promise<number>;
  heldActs: HeldActBook;
  directions: DirectionSources;
}

type HomeSources = Omit<HomeHouse, 'database'> & { database: Queryable };

/** Kinds that every district owes: each has its own direction in the minutes or the letter. */
const owed = (Object.keys(activityForms) as ActivityKind[]).filter(
  (kind) => kind !== 'board' && !stateKinds.includes(kind),
);
/** A figure may be that many days old: the stores report with a delay of two. */
const freshDays = 2;

const just = (count: number): Waiting => ({ count, since: null });

/** Asks every slice what waits for the officer's role and area, all at once. */
export async function readWaiting(
  sources: HomeSources,
  actor: Actor,
  file: ProgressFile,
): Promise<WaitingTile[]> {
  const tiles = [
    ...(await heldActs(sources, actor)),
    ...(await ofRole(sources, actor, file)),
    ...(await lowCodes(sources, actor)),
  ];
  if (!rolesFor('direction.read').includes(actor.role)) return tiles;
  const { owed, review } = await waitingDirections(sources.directions, actor);
  return [
    ...tiles,
    { id: 'directions-owed', ...owed },
    ...([...rolesFor('direction.review'), ...rolesFor('direction.settle-headquarters')].includes(
      actor.role,
    )
      ? [{ id: 'directions-review' as const, ...review }]
      : []),
  ];
}

/** Shows only where something waits. */
async function heldActs(sources: HomeSources, actor: Actor): Promise<WaitingTile[]> {
  if (!rolesFor('held-act.read').includes(actor.role)) return [];
  const waiting = await countHeld(sources.heldActs, actor);
  return waiting.count === 0 ? [] : [{ id: 'held-acts', ...waiting }];
}

/** Shows only where an office comes to the end of its share. */
async function lowCodes(sources: HomeSources, actor: Actor): Promise<WaitingTile[]> {
  if (!rolesFor('code-share.read').includes(actor.role)) return [];
  const { database, codes, directory } = sources;
  const all = await readCodeShares(database, codes, directory.districts);
  const count = ownShares(all, actor, directory.districts).filter(({ low }) => low).length;
  return count === 0 ? [] : [{ id: 'codes-low', ...just(count) }];
}

async function ofRole(
  sources: HomeSources,
  actor: Actor,
  file: ProgressFile,
): Promise<WaitingTile[]> {
  const { directory } = sources;
  const districts = listCovered(actor, directory.districts);
  switch (actor.role) {
    case 'district':
      return ofDistrict(sources, { district: districts[0] ?? '', file, actor });
    case 'range':
    case 'zone':
      return ofArea(sources, { districts, file, actor });
    case 'hq':
      return ofHeadquarters(sources, { districts, file, actor });
    case 'pro-dgp':
      return ofSpeaker(sources, file);
    case 'branch':
      return [];
    case 'admin':
      return ofAdministrator(sources, actor);
  }
}

async function ofDistrict(
  sources: HomeSources,
  { district, file, actor }: { district: string; file: ProgressFile; actor: Actor },
): Promise<WaitingTile[]> {
  const { database, directory } = sources;
  const [activities, blasts, reports, notes, orders, inspections, answered, codes] =
    await Promise.all([
      countWaitingActivities(database, [district]),
      countWaitingBlasts(database, district),
      countOpenReports(database, [district]),
      countNotesToRead(database, actor, directory),
      countOrderRequests(database, { district, answered: true }),
      listDueBoards(sources, [district], file.today),
      countAfter(database, objections, {
        district,
        field: 'answeredAt',
        after: toInstant(addDays(file.today, -14), '00:00'),
      }),
      countReportedCodes(database, { districts: [district], today: file.today }),
    ]);
  const own = directory.stations.filter((station) => station.district === district);
  const stations = boardStations({ ...directory, stations: own });
  const missing = stations.length - activities.boards - activities.refusedBoards;
  const due = owed.filter((kind) => !activities.kinds.includes(kind));
  return [
    {
      id: 'boards-refused',
      count: activities.refusedBoards,
      since: activities.refusedSince,
    },
    {
      id: 'boards-without-picture',
      count: missing + activities.withoutPicture,
      since: activities.withoutPictureSince,
    },
    { id: 'codes-reported', ...codes },
    { id: 'boards-to-inspect', ...just(inspections.boards.length) },
    {
      id: 'names-to-check',
      ...just(own.filter(({ needsCheck }) => needsCheck).length),
      about: district,
    },
    { id: 'notes-waiting', ...notes },
    { id: 'orders-answered', ...orders, about: String(orders.first) },
    { id: 'names-reported', ...reports },
    { id: 'objections-answered', ...answered },
    { id: 'activities-due', ...just(due.length), about: due[0] },
    { id: 'own-blasts', count: blasts.open, since: blasts.openSince },
  ];
}

async function ofArea(
  { database, directory }: HomeSources,
  { districts, file, actor }: { districts: readonly string[]; file: ProgressFile; actor: Actor },
): Promise<WaitingTile[]> {
  const [activities, notes, drawn] = await Promise.all([
    countWaitingActivities(database, districts),
    countNotesToRead(database, actor, directory),
    listDrawn({ database, directory }, districts, file.today),
  ]);
  const left = file.districts
    .filter(({ district }) => districts.includes(district))
    .reduce((sum, { boards }) => sum + boards.stations - boards.up, 0);
  return [
    ...(actor.role === 'zone'
      ? ([
          { id: 'approvals', count: activities.open, since: activities.openSince },
          { id: 'notes-waiting', ...notes },
        ] as const)
      : []),
    {
      id: 'boards-drawn',
      ...just(drawn.boards.filter(({ inspection }) => inspection === null).length),
    },
    { id: 'districts-behind', ...just(lateDistricts(file, new Set(districts)).length) },
    { id: 'boards-left', ...just(left) },
  ];
}

async function ofHeadquarters(
  { database, directory }: HomeSources,
  { districts, file, actor }: { districts: readonly string[]; file: ProgressFile; actor: Actor },
): Promise<WaitingTile[]> {
  const [activities, blasts, drafts, notes, orders, objected, codes] = await Promise.all([
    countWaitingActivities(database, [...districts, '']),
    countWaitingBlasts(database, null),
    countWaitingDrafts(database, actor),
    countNotesToRead(database, actor, directory),
    countOrderRequests(database, { answered: false }),
    countOpen(database, objections, { open: 'answer', since: 'madeAt' }),
    countReportedCodes(database, { districts, today: file.today }),
  ]);
  const { downloads, today, directions } = file;
  const age = downloads.kind === 'none' ? null : daysBetween(downloads.asOf, today);
  const gaps = downloads.kind === 'none' ? [] : downloads.gaps;
  return [
    {
      id: 'figures-old',
      count: age !== null && age > freshDays ? age : 0,
      since:
        downloads.kind === 'none' || age === null || age <= freshDays
          ? null
          : toInstant(downloads.asOf),
    },
    { id: 'approvals', count: activities.open, since: activities.openSince },
    { id: 'notes-waiting', ...notes },
    { id: 'blasts-waiting', count: blasts.submitted, since: blasts.submittedSince },
    ...pausedBlasts(blasts),
    { id: 'orders-requested', ...orders, about: String(orders.first) },
    { id: 'studio-waiting', ...drafts },
    { id: 'objections-open', ...objected },
    { id: 'codes-reported', ...codes },
    {
      id: 'reports-missing',
      count: gaps.length,
      since: gaps[0] === undefined ? null : toInstant(gaps[0].first),
    },
    { id: 'districts-behind', ...just(lateDistricts(file).length) },
    {
      id: 'directions-due',
      ...just(directions.filter(({ status }) => status === 'not-begun').length),
    },
  ];
}

/** Show only where something waits; the PRO may end the pause of an officer alone. */
function pausedBlasts({ stopped, paused }: Pick<BlastsWaiting, 'stopped' | 'paused'>) {
  return [
    { id: 'blasts-stopped' as const, ...just(stopped) },
    { id: 'blasts-paused' as const, ...just(paused) },
  ].filter(({ count }) => count > 0);
}

async function ofSpeaker(
  { database, campaign }: HomeSources,
  file: ProgressFile,
): Promise<WaitingTile[]> {
  const spots = (campaign.radio?.spots ?? []).filter(({ proposal }) => !proposal);
  const [blasts, takes] = await Promise.all([
    countWaitingBlasts(database, null),
    countMissingTakes(
      database,
      spots.map(({ id }) => id),
    ),
  ]);
  const counted = (measure: string) =>
    file.directions.flatMap(({ counts }) => counts).find((entry) => entry.measure === measure)
      ?.count ?? 0;
  const posts = campaign.social === undefined ? [] : plannedPosts(campaign.social);
  const planned = posts.filter(({ date }) => date <= file.today).length;
  const withoutFilm = file.districts.filter(({ activities }) => !activities.theatres).length;
  return [
    { id: 'film-due', ...just(counted('theatres') === 0 ? withoutFilm : 0) },
    { id: 'radio-due', ...just(takes) },
    { id: 'social-due', ...just(Math.max(0, planned - counted('social-posts'))) },
    { id: 'own-blasts', count: blasts.open, since: blasts.openSince },
    ...pausedBlasts({ ...blasts, stopped: 0 }),
    { id: 'operator-packs', count: blasts.packs, since: blasts.packsSince },
  ];
}

async function ofAdministrator(
  { database, failedMail, failedChecks }: HomeSources,
  actor: Actor,
): Promise<WaitingTile[]> {
  const [accounts, alerts, drafts, mail, checks] = await Promise.all([
    countWaitingAccounts(database),
    listOpenAlerts(database),
    countWaitingDrafts(database, actor),
    failedMail?.(database),
    failedChecks(),
  ]);
  const opened = alerts.map(({ openedAt }) => openedAt).toSorted((a, b) => +a - +b);
  return [
    { id: 'trouble', count: alerts.length, since: opened[0] ?? null },
    ...(mail === undefined ? [] : [{ id: 'mail-failed' as const, ...mail }]),
    { id: 'checks-failed', ...just(checks) },
    { id: 'account-requests', ...accounts.requests },
    { id: 'accounts-locked', ...accounts.locked },
    { id: 'studio-waiting', ...drafts },
    { id: 'invitations-open', ...accounts.invitations },
  ];
}

interface BlastsWaiting {
  /** Blasts of the district, or of all: not finished and not stopped. */
  open: number;
  openSince: Date | null;
  /** Drafts that wait for approval. */
  submitted: number;
  submittedSince: Date | null;
  /** Approved for an operator that has no pack yet. */
  packs: number;
  /** Paused by itself, until an officer who approves decides. */
  stopped: number;
  /** Paused by an officer, until one who runs blasts lets it go on. */
  paused: number;
  packsSince: Date | null;
}

/** @param district null for those of the whole state */
async function countWaitingBlasts(
  database: Queryable,
  district: string | null,
): Promise<BlastsWaiting> {
  const row = await queryRow<BlastsWaiting>(database)`
    SELECT count(*)::int AS open, min(created_at) AS "openSince",
      count(*) FILTER (WHERE status = 'submitted')::int AS submitted,
      min(submitted_at) FILTER (WHERE status = 'submitted') AS "submittedSince",
      count(*) FILTER (WHERE status = 'handed-over')::int AS packs,
      count(*) FILTER (WHERE status = 'paused'
        AND pause_reason NOT IN ('officer', 'gateway-busy'))::int AS stopped,
      count(*) FILTER (WHERE status = 'paused' AND pause_reason = 'officer')::int AS paused,
      min(approved_at) FILTER (WHERE status = 'handed-over') AS "packsSince"
    FROM blast WHERE status NOT IN ('finished', 'stopped')
      AND NOT (status = 'handed-over' AND pack_taken_at IS NOT NULL)
        AND (${district}::text IS NULL OR district = ${district})`;
  return row as BlastsWaiting;
}

import type { ActivityDetails, ActivityEntry } from '../../../campaigns/activities/activity.ts';
import {
  countedStatuses,
  verifiedStatuses,
} from '../../../campaigns/activities/activity-status.ts';
import { findDoubt, type Proof, type StationPlace } from '../../../campaigns/activities/proof.ts';
import { mayRecord } from '../../../campaigns/activities/rights.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { type Activities, findPlace, findRecordable } from './activities.ts';
import { findActivity, findBoard, type StoredActivity } from './activities-sql.ts';
import { type CaptureVerdict, endCapture, findVerdict, joinFar } from './captures.ts';
import { changeActivityIn } from './changes.ts';
import { checkActivity } from './check-activity.ts';
import { findEntry, insertEntry, keepEntry, takeKey } from './entries.ts';
import { type Boards, examinePhoto, type JudgedPhoto } from './photo-proof.ts';
import { photoPath } from './photo-upload.ts';
import { insertMatch, insertPhoto, type PhotoClaim } from './photos-sql.ts';

/** A station's board as a phone hands it in. */
export interface BoardEntry extends StationPlace {
  /** Drawn by the phone, a UUID: sent again after a lost answer, it is the same entry. */
  key: string;
  /** The entry that the picture belongs to; null where the board is entered by this. */
  activity: number | null;
  day?: string | undefined;
  details: ActivityDetails;
  remark: string;
  /** Why the zone shall decide on a picture that is refused otherwise; empty for none. */
  appeal: string;
  claim: PhotoClaim;
  /** The challenge that its pictures were taken for. */
  capture: { id: string; isOffline: boolean } | null;
}

export type RefusedProof = Extract<Proof, { kind: 'other-station' | 'reused' }>;

export type BoardOutcome =
  | {
      kind: 'done';
      activity: StoredActivity;
      proof: Proof | null;
      capture: CaptureVerdict | null;
    }
  | { kind: 'turned-down'; proof: RefusedProof; there: number | null };

/**
 * Takes a board and its picture as one: there is never one half without the other.
 * @param path of the picture
 * @throws PhotoError when the file is not a picture that can be taken
 */
export async function handInBoard(
  boards: Boards,
  { path, ...board }: BoardEntry & { path: string },
  caller: Caller,
): Promise<BoardOutcome> {
  const { activities, photos } = boards;
  const { database } = activities;
  const earlier = await findEarlierAnswer(database.pool, board, caller);
  if (earlier !== null) return earlier;
  const target = await findTarget(activities, board, caller);
  const near = await examinePhoto(boards, { place: target.place, path }, caller);
  const judged =
    board.capture === null ? near : await joinFar(database.pool, board.capture.id, near, caller);
  const { proof, photo } = judged;
  if (isRefused(proof) && board.appeal === '') {
    if (proof.kind === 'reused')
      await insertMatch(database.pool, { person: caller.actor.id, sha256: proof.photo });
    const { district, station } = proof.place;
    const there = await findBoard(database.pool, district, station);
    return { kind: 'turned-down', proof, there: there?.id ?? null };
  }
  await photos.put(photoPath(photo.sha256), photo.jpeg);
  return inTransaction(database.pool, (tx) =>
    storeBoard(tx, boards, { board, target, judged }, caller),
  );
}

/** The station of the board, and the entry that is made of it; null where the picture belongs to an earlier one. */
interface BoardTarget {
  place: StationPlace;
  entry: ActivityEntry | null;
}

/** Looked up before the picture is read, which takes seconds. */
async function findTarget(
  activities: Activities,
  board: BoardEntry,
  caller: Caller,
): Promise<BoardTarget> {
  if (board.activity !== null) {
    const { district, station } = await findRecordable(activities, board.activity, caller);
    if (station === null) throw new Refusal('no-board-photo');
    return { place: { district, station }, entry: null };
  }
  const { district, station, day, details, remark } = board;
  const input = { kind: 'board', district, station, day, details, remark };
  const entry = checkActivity(activities, input);
  if (!mayRecord(caller.actor, 'board', findPlace(activities, district) ?? 'state'))
    throw new Refusal('not-allowed');
  const other = await findBoard(activities.database.pool, district, station);
  if (other !== undefined) throw new Refusal('exists', { activity: other.id });
  return { place: { district, station }, entry };
}

interface ExaminedBoard {
  board: BoardEntry;
  target: BoardTarget;
  judged: JudgedPhoto;
}

async function storeBoard(
  tx: Queryable,
  { activities, clock }: Boards,
  { board, target, judged }: ExaminedBoard,
  caller: Caller,
): Promise<BoardOutcome> {
  const key = { person: caller.actor.id, key: board.key };
  if (!(await takeKey(tx, key))) {
    const earlier = await findEarlierAnswer(tx, board, caller);
    if (earlier === null) throw new Error(`Expected what was entered by ${board.key}, got nothing`);
    return earlier;
  }
  const entered = await enterTarget(tx, activities, { board, target }, caller);
  const { proof, photo, codes } = judged;
  const { claim, appeal } = board;
  const by = caller.actor.name;
  const kept = await insertPhoto(tx, photo, { ...target.place, codes, claim, by });
  const doubt = findDoubt(proof, isRefused(proof) ? appeal : '');
  const { id, version } = entered;
  const change = () => ({ photo: kept, reason: '', doubt });
  const isCounted = target.entry === null && countedStatuses.includes(entered.status);
  const action = pickAction(proof, { isCounted, status: entered.status });
  // What is proved stays so by its own picture, whatever a live one lacks.
  const isProved = proof.kind === 'open' && verifiedStatuses.includes(entered.status);
  const activity =
    isProved && board.capture !== null
      ? entered
      : await changeActivityIn(tx, activities, { id, version, action, change }, caller);
  await keepEntry(tx, key, { activity: id, proof });
  const taken = { place: target.place, judged, near: kept, at: clock.now() };
  const capture =
    board.capture === null ? null : await endCapture(tx, { ...board.capture, ...taken }, caller);
  return { kind: 'done', activity, proof, capture };
}

async function enterTarget(
  tx: Queryable,
  activities: Activities,
  { board, target }: Pick<ExaminedBoard, 'board' | 'target'>,
  caller: Caller,
): Promise<StoredActivity> {
  if (target.entry === null) {
    const activity = await findActivity(tx, board.activity ?? 0);
    if (activity === undefined) throw new Refusal('not-found');
    return activity;
  }
  return insertEntry(tx, activities, { entry: target.entry, reason: '' }, caller);
}

/** The answer to the same board, where it was sent before. */
async function findEarlierAnswer(
  database: Queryable,
  { key, capture: taken }: BoardEntry,
  caller: Caller,
): Promise<BoardOutcome | null> {
  const kept = await findEntry(database, { person: caller.actor.id, key });
  const activity = kept && (await findActivity(database, kept.activity));
  if (activity === undefined) return null;
  const capture = taken === null ? null : await findVerdict(database, taken.id, caller);
  return { kind: 'done', activity, proof: kept?.proof ?? null, capture };
}

function isRefused(proof: Proof): proof is RefusedProof {
  return proof.kind === 'other-station' || proof.kind === 'reused';
}

// What counts goes on counting until the zone has decided: no picture takes anything from a public figure, nor adds to one what
// it does not prove.
function pickAction(
  proof: Proof,
  { isCounted, status }: { isCounted: boolean; status: StoredActivity['status'] },
): 'prove' | 'leave-open' | 'appeal' {
  if (proof.kind === 'proved') return 'prove';
  return status === 'appealed' || (isRefused(proof) && !isCounted) ? 'appeal' : 'leave-open';
}

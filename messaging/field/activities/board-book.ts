import type { ActivityDetails, ActivityEntry } from '../../../campaigns/activities/activity.ts';
import { findDoubt, type Proof, type StationPlace } from '../../../campaigns/activities/proof.ts';
import { mayRecord } from '../../../campaigns/activities/rights.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { findActivity, findBoard, type StoredActivity } from './activities-sql.ts';
import type { ActivityBook, ActivityRefusal } from './activity-book.ts';
import { notAllowed, notFound } from './activity-book.ts';
import { findEntry, keepEntry, takeKey } from './entry-keys-sql.ts';
import { photoPath } from './photo-files.ts';
import type { JudgedPhoto, PhotoProof } from './photo-proof.ts';
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
}

export type BoardOutcome =
  | { kind: 'done'; activity: StoredActivity; proof: Proof | null }
  | { kind: 'turned-down'; proof: Extract<Proof, { kind: 'other-station' | 'reused' }> }
  | ActivityRefusal;

export type BoardBook = ReturnType<typeof createBoardBook>;

/** Takes a board and its picture as one: there is never one half without the other. */
export function createBoardBook({
  database,
  book,
  proof: proofs,
  photos,
}: {
  database: Database;
  book: ActivityBook;
  proof: Pick<PhotoProof, 'judge'>;
  photos: FileStore;
}) {
  const { pool } = database;

  /** @throws PhotoError when the file is no picture that can be taken */
  async function handIn(
    asked: Caller,
    board: BoardEntry,
    path: string | null,
  ): Promise<BoardOutcome> {
    const known = await again(pool, asked, board);
    if (known !== null) return known;
    const target = await targetOf(asked, board);
    if ('code' in target) return target;
    const judged = path === null ? null : await proofs.judge(asked, target.place, path);
    if (judged !== null && isRefused(judged.proof) && board.appeal === '') {
      if (judged.proof.kind === 'reused') {
        await insertMatch(pool, { person: asked.actor.id, sha256: judged.proof.photo });
      }
      return { kind: 'turned-down', proof: judged.proof };
    }
    if (judged !== null) await photos.put(photoPath(judged.photo.sha256), judged.photo.jpeg);
    try {
      return await inTransaction(pool, (tx) => store(tx, asked, { board, target, judged }));
    } catch (error) {
      if (error instanceof Refused) return error.refusal;
      throw error;
    }
  }

  type Target = { place: StationPlace; entry: ActivityEntry | null };

  /** What the board is entered as, or which entry the picture belongs to; the picture is not read for a refusal. */
  async function targetOf(asked: Caller, board: BoardEntry): Promise<Target | ActivityRefusal> {
    if (board.activity !== null) {
      const activity = await findActivity(pool, board.activity);
      const home = activity && book.placeOf(activity.district);
      if (activity === undefined || home === undefined || !book.mayRead(asked.actor, activity))
        return notFound;
      if (!mayRecord(asked.actor, activity.kind, home)) return notAllowed;
      if (activity.station === null) return { kind: 'refused', code: 'no-board-photo' };
      return { place: { district: activity.district, station: activity.station }, entry: null };
    }
    const { district, station, day, details, remark } = board;
    const checked = book.check({ kind: 'board', district, station, day, details, remark });
    if (checked.kind === 'refused') return checked;
    if (!mayRecord(asked.actor, 'board', book.placeOf(district) ?? 'state')) return notAllowed;
    const other = await findBoard(pool, district, station);
    if (other !== undefined) return { kind: 'refused', code: 'exists', activity: other.id };
    return { place: { district, station }, entry: checked.entry };
  }

  async function store(
    tx: Queryable,
    asked: Caller,
    given: { board: BoardEntry; target: Target; judged: JudgedPhoto | null },
  ): Promise<BoardOutcome> {
    const { board, target, judged } = given;
    const key = { person: asked.actor.id, key: board.key };
    if (!(await takeKey(tx, key))) {
      const known = await again(tx, asked, board);
      if (known === null) throw new Error(`Expected what was entered by ${board.key}, got nothing`);
      return known;
    }
    let activity: StoredActivity | undefined;
    if (target.entry === null) activity = await findActivity(tx, board.activity ?? 0);
    else {
      const entered = await book.insert(tx, asked, target.entry);
      if (entered.kind === 'refused') throw new Refused(entered);
      activity = entered.activity;
    }
    if (activity === undefined) throw new Refused(notFound);
    if (judged !== null) {
      const { photo, codes, proof } = judged;
      const { claim, appeal } = board;
      const kept = await insertPhoto(tx, photo, {
        ...{ ...target.place, codes, claim },
        by: asked.actor.name,
      });
      const doubt = findDoubt(proof, isRefused(proof) ? appeal : '');
      const outcome = await book.actIn(tx, asked, activity, {
        actionOn: actionOn(proof),
        change: () => ({ photo: kept, reason: '', doubt }),
      });
      if (outcome.kind === 'refused') throw new Refused(outcome);
      activity = outcome.activity;
    }
    const proof = judged?.proof ?? null;
    await keepEntry(tx, key, { activity: activity.id, proof });
    return { kind: 'done', activity, proof };
  }

  /** What was answered when it was sent before. */
  async function again(
    on: Queryable,
    { actor }: Caller,
    { key }: BoardEntry,
  ): Promise<BoardOutcome | null> {
    const kept = await findEntry(on, { person: actor.id, key });
    const activity = kept && (await findActivity(on, kept.activity));
    return activity === undefined ? null : { kind: 'done', activity, proof: kept?.proof ?? null };
  }

  return { handIn };
}

function isRefused(proof: Proof): proof is Extract<Proof, { kind: 'other-station' | 'reused' }> {
  return proof.kind === 'other-station' || proof.kind === 'reused';
}

function actionOn(proof: Proof): 'prove' | 'leave-open' | 'appeal' {
  if (proof.kind === 'proved') return 'prove';
  return isRefused(proof) ? 'appeal' : 'leave-open';
}

/** Ends the transaction, so that nothing of the entry stays. */
class Refused extends Error {
  readonly refusal: ActivityRefusal;

  constructor(refusal: ActivityRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

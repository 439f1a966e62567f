import { randomUUID } from 'node:crypto';
import { joinLikeness, type LikenessKind } from '../../../campaigns/activities/board-likeness.ts';
import {
  type CapturedPicture,
  type CaptureFault,
  captureSeconds,
  judgeBoth,
  judgeFar,
  judgeNear,
} from '../../../campaigns/activities/capture.ts';
import {
  findLikeness,
  judgeBoard,
  type StationPlace,
} from '../../../campaigns/activities/proof.ts';
import { boardStations } from '../../../campaigns/directory/station.ts';
import { findBoardCode } from '../../../campaigns/links/registry.ts';
import { can } from '../../../campaigns/offices/permission.ts';
import { insertRow, updateRow } from '../../platform/database/rows-sql.ts';
import { queryRow, raw } from '../../platform/database/sql.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { insertSpecimen } from '../board-pictures/specimens-sql.ts';
import { findPlace } from './activities.ts';
import { type Boards, examinePhoto, type JudgedPhoto } from './photo-proof.ts';
import { photoPath } from './photo-upload.ts';
import { insertPhoto } from './photos-sql.ts';

/** Draws a challenge for the board of a station. @throws where the officer has no boards to look at there, or it has no code */
export async function beginCapture(
  { activities, clock }: Boards,
  place: StationPlace,
  { actor }: Caller,
) {
  const { directory, registry } = activities;
  const found = findPlace(activities, place.district);
  if (found === undefined || !can(actor, 'board.inspect', found)) throw new Refusal('not-allowed');
  const isStation = boardStations(directory).some(
    ({ district, id }) => district === place.district && id === place.station,
  );
  const code = findBoardCode(registry(), place);
  if (!isStation || code === null) throw new Refusal('no-board-code');
  const id = randomUUID();
  const issuedAt = clock.now();
  const { id: personId, name: takenBy } = actor;
  const capture = { id, ...place, code, personId, takenBy, issuedAt };
  await insertRow(activities.database.pool, 'board_capture', capture);
  return { id, issuedAt, seconds: captureSeconds };
}

/** Hashes and place of the two pictures as the phone tells them. */
interface ToldPictures {
  id: string;
  near: string;
  far: string;
  place: { lon: number; lat: number; accuracyM: number } | null;
  /** The officer agrees that a copy is kept which shows the board alone. */
  mayKeep: boolean;
}

/** Takes the hashes of both files: from now on nobody can take other pictures for the challenge. */
export async function tellCapture(
  { activities: { database }, clock }: Boards,
  told: ToldPictures,
  { actor }: Caller,
): Promise<{ toldAt: Date }> {
  return inTransaction(database.pool, async (tx) => {
    const capture = await lockOwn(tx, told.id, actor.id);
    const { toldAt, nearSource, farSource } = capture;
    // The answer was lost, and the phone asks again.
    if (toldAt !== null && nearSource === told.near && farSource === told.far) return { toldAt };
    if (toldAt !== null || capture.handedInAt !== null) throw new Refusal('capture-used');
    const now = clock.now();
    if (isLate(capture, now)) throw new Refusal('capture-late');
    const { lon = null, lat = null, accuracyM = null } = told.place ?? {};
    await updateRow(tx, 'board_capture', told.id, {
      toldAt: now,
      nearSource: told.near,
      farSource: told.far,
      mayKeep: told.mayKeep,
      lon,
      lat,
      accuracyM,
    });
    return { toldAt: now };
  });
}

function isLate({ issuedAt }: Capture, now: Date): boolean {
  return now.getTime() - issuedAt.getTime() > captureSeconds * 1000;
}

/**
 * Keeps the picture from afar and says what is wrong with it.
 * @throws PhotoError when the file is not a picture that can be taken
 */
export async function takeFar(
  boards: Boards,
  { id, path }: { id: string; path: string },
  caller: Caller,
): Promise<{ faults: CaptureFault[] }> {
  const { activities, photos, clock } = boards;
  const { pool } = activities.database;
  const { district, station, mayKeep } = await lockOwn(pool, id, caller.actor.id);
  const place = { district, station };
  const judged = await examinePhoto(boards, { place, path, isMasked: mayKeep }, caller);
  const { photo, codes } = judged;
  await photos.put(photoPath(photo.sha256), photo.jpeg);
  return inTransaction(pool, async (tx) => {
    const capture = await lockOwn(tx, id, caller.actor.id);
    if (capture.handedInAt !== null) throw new Refusal('capture-used');
    const far = await insertPhoto(tx, photo, { ...place, codes, by: caller.actor.name });
    const faults = judgeFar(compare(judged, capture.farSource));
    await updateRow(tx, 'board_capture', id, { far, remarks: faults });
    const { masked: picture, likeness } = photo;
    const kept = { by: caller.actor.name, at: clock.now() };
    if (picture !== null && likeness !== null && capture.far === null)
      await insertSpecimen(tx, { ...place, ...kept, likeness, picture });
    return { faults };
  });
}

/** Compares the picture with the hash that the phone announced; a missing hash is another fault. */
function compare({ photo, proof }: JudgedPhoto, told: string | null): CapturedPicture {
  const { sourceSha256, hasNotes, codeShare } = photo;
  return { isAsTold: told === null || told === sourceSha256, hasNotes, codeShare, proof };
}

/** Adds to the near picture what the one from afar shows of the board: so near its name need not be in the picture. */
export async function joinFar(
  database: Queryable,
  id: string,
  near: JudgedPhoto,
  { actor }: Caller,
): Promise<JudgedPhoto> {
  const { proof } = near;
  const own = findLikeness(proof);
  const capture = await lockCapture(database, { id, person: actor.id });
  if (own === null || !('code' in proof) || capture === undefined) return near;
  return { ...near, proof: judgeBoard(proof.code, joinLikeness(own, capture.farLikeness)) };
}

/** How a capture ended. */
export interface CaptureVerdict {
  isLive: boolean;
  faults: CaptureFault[];
}

/** Judges the near picture, by then part of the board's entry, and ends the capture. Faults do not undo the entry. */
export async function endCapture(
  tx: Queryable,
  {
    id,
    place,
    judged,
    near,
    isOffline,
    at,
  }: {
    id: string;
    place: StationPlace;
    judged: JudgedPhoto;
    /** Name of its kept copy. */
    near: string;
    isOffline: boolean;
    at: Date;
  },
  { actor }: Caller,
): Promise<CaptureVerdict> {
  const capture = await lockCapture(tx, { id, person: actor.id });
  if (capture?.district !== place.district || capture.station !== place.station)
    return { isLive: false, faults: ['unknown'] };
  if (capture.handedInAt !== null) return { isLive: false, faults: ['used'] };
  const faults: CaptureFault[] = [
    ...(capture.toldAt === null ? [isOffline ? ('offline' as const) : ('late' as const)] : []),
    ...judgeNear(compare(judged, capture.nearSource)),
    ...(capture.far === null ? ['no-far' as const] : capture.faults),
    ...judgeBoth(joinLikeness(findLikeness(judged.proof), capture.farLikeness)),
  ];
  const verdict = { isLive: faults.length === 0, faults: [...new Set(faults)] };
  const { isLive: live, faults: remarks } = verdict;
  await updateRow(tx, 'board_capture', id, { near, live, remarks, handedInAt: at });
  return verdict;
}

/** The verdict on a capture that was handed in before; null for one that was not. */
export async function findVerdict(
  database: Queryable,
  id: string,
  { actor }: Caller,
): Promise<CaptureVerdict | null> {
  const capture = await lockCapture(database, { id, person: actor.id });
  if (capture === undefined || capture.handedInAt === null) return null;
  return { isLive: capture.isLive, faults: capture.faults };
}

/** @throws a refusal for a challenge that is not this officer's */
export async function lockOwn(database: Queryable, id: string, person: string): Promise<Capture> {
  const capture = await lockCapture(database, { id, person });
  if (capture === undefined) throw new Refusal('capture-unknown');
  return capture;
}

/** A challenge, and how far the phone got with it. */
interface Capture extends StationPlace {
  id: string;
  code: string;
  issuedAt: Date;
  toldAt: Date | null;
  nearSource: string | null;
  farSource: string | null;
  far: string | null;
  /** The verdict on the board in the picture from afar. */
  farLikeness: LikenessKind | null;
  handedInAt: Date | null;
  mayKeep: boolean;
  isLive: boolean;
  faults: CaptureFault[];
}

const columns = `id, district, station, code, issued_at AS "issuedAt", told_at AS "toldAt", near_source AS "nearSource",
  far_source AS "farSource", far, (SELECT likeness FROM activity_photo WHERE sha256 = far) AS "farLikeness", handed_in_at AS "handedInAt", may_keep AS "mayKeep", live AS "isLive", remarks AS faults`;

/** An officer's own capture; locked until the transaction ends. */
function lockCapture(
  tx: Queryable,
  { id, person }: { id: string; person: string },
): Promise<Capture | undefined> {
  return queryRow<Capture>(tx)`
    SELECT ${raw(columns)} FROM board_capture WHERE id = ${id} AND person_id = ${person} FOR UPDATE`;
}

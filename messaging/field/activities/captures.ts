import { randomUUID } from 'node:crypto';
import {
  type CapturedPicture,
  type CaptureFault,
  captureSeconds,
  judgeFar,
  judgeNear,
} from '../../../campaigns/activities/capture.ts';
import type { StationPlace } from '../../../campaigns/activities/proof.ts';
import { mayRecord } from '../../../campaigns/activities/rights.ts';
import { boardStations } from '../../../campaigns/directory/station.ts';
import { findBoardCode } from '../../../campaigns/links/registry.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import type { Caller } from '../../platform/process/caller.ts';
import type { Clock } from '../../platform/process/clock.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { type Activities, findPlace } from './activities.ts';
import {
  type Capture,
  type CapturePosition,
  finishCapture,
  insertCapture,
  lockCapture,
  setFar,
  setTold,
} from './captures-sql.ts';
import { photoPath } from './photo-files.ts';
import { examinePhoto, type JudgedPhoto, type PhotoProofs } from './photo-proof.ts';
import { insertPhoto } from './photos-sql.ts';

export interface Captures extends PhotoProofs {
  activities: Activities;
  photos: FileStore;
  clock: Clock;
}

/** Draws a challenge for the board of a station. @throws where the officer hands in no boards there, or it has no code */
export async function beginCapture(
  { activities, database, clock }: Captures,
  place: StationPlace,
  { actor }: Caller,
) {
  const { directory, registry } = activities;
  const found = findPlace(activities, place.district);
  if (found === undefined || !mayRecord(actor, 'board', found)) throw new Refusal('not-allowed');
  const isStation = boardStations(directory).some(
    ({ district, id }) => district === place.district && id === place.station,
  );
  const code = registry === undefined ? null : findBoardCode(registry(), place);
  if (!isStation || code === null) throw new Refusal('no-board-code');
  const capture = { id: randomUUID(), ...place, code, issuedAt: clock.now() };
  await insertCapture(database.pool, capture, { person: actor.id, name: actor.name });
  return { id: capture.id, code, issuedAt: capture.issuedAt, seconds: captureSeconds };
}

/** Takes the hashes of both files: from now on nobody can take other pictures for the challenge. */
export async function tellCapture(
  { database, clock }: Captures,
  told: { id: string; near: string; far: string; place: CapturePosition | null },
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
    await setTold(tx, told.id, { ...told, at: now });
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
  captures: Captures,
  { id, path }: { id: string; path: string },
  caller: Caller,
): Promise<{ faults: CaptureFault[] }> {
  const { database, photos } = captures;
  const { district, station } = await lockOwn(database.pool, id, caller.actor.id);
  const place = { district, station };
  const judged = await examinePhoto(captures, { place, path }, caller);
  const { photo, codes } = judged;
  await photos.put(photoPath(photo.sha256), photo.jpeg);
  return inTransaction(database.pool, async (tx) => {
    const capture = await lockOwn(tx, id, caller.actor.id);
    if (capture.handedInAt !== null) throw new Refusal('capture-used');
    const far = await insertPhoto(tx, photo, { ...place, codes, by: caller.actor.name });
    const faults = judgeFar(compare(judged, capture.farSource));
    await setFar(tx, id, { far, faults });
    return { faults };
  });
}

/** Compares the picture with the hash that the phone announced; a missing hash is another fault. */
function compare({ photo, proof }: JudgedPhoto, told: string | null): CapturedPicture {
  const { sourceSha256, hasNotes, codeShare } = photo;
  return { isAsTold: told === null || told === sourceSha256, hasNotes, codeShare, proof };
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
  ];
  const verdict = { isLive: faults.length === 0, faults: [...new Set(faults)] };
  await finishCapture(tx, id, { near, ...verdict, at });
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
async function lockOwn(database: Queryable, id: string, person: string): Promise<Capture> {
  const capture = await lockCapture(database, { id, person });
  if (capture === undefined) throw new Refusal('capture-unknown');
  return capture;
}

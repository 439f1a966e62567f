import { tellsApart } from '../../../campaigns/activities/fingerprint.ts';
import {
  findDoubt,
  judgePhoto,
  type PhotoTwin,
  type Proof,
  type StationPlace,
} from '../../../campaigns/activities/proof.ts';
import { mayReadActivities, mayRecord } from '../../../campaigns/activities/rights.ts';
import type { OwnedCode } from '../../../campaigns/links/registry.ts';
import type { Database } from '../../platform/database/database.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { findActivity } from './activities-sql.ts';
import type { ActivityBook, ActivityOutcome, ActivityRequest } from './activity-book.ts';
import { notAllowed, notFound } from './activity-book.ts';
import { photoPath } from './photo-files.ts';
import type { PhotoReader } from './photo-reader.ts';
import {
  findPhoto,
  findPhotoBySource,
  insertPhoto,
  otherHashes,
  readThumbs,
  type StoredPhoto,
} from './photos-sql.ts';
import type { ReadPhoto } from './read-photo.ts';

export interface PhotoProofDependencies {
  database: Database;
  book: ActivityBook;
  reader: PhotoReader;
  /** The kept pictures. */
  photos: FileStore;
  ownerOf: (code: string) => OwnedCode | undefined | Promise<OwnedCode | undefined>;
  /** Host of the printed links: a QR code of any other address is none of ours. */
  linkHost: () => string;
}

/** A picture that was judged: taken with the activity's new state, or refused. */
export type PhotoOutcome =
  | { kind: 'taken'; proof: Extract<Proof, { kind: 'proved' | 'open' }>; outcome: ActivityOutcome }
  | { kind: 'turned-down'; proof: Extract<Proof, { kind: 'other-station' | 'reused' }> };

/** A picture that was read, the campaign's codes in it, and what it says of a station's board. */
export interface JudgedPhoto {
  photo: ReadPhoto;
  codes: string[];
  proof: Proof;
}

export type PhotoProof = ReturnType<typeof createPhotoProof>;

export function createPhotoProof(dependencies: PhotoProofDependencies) {
  const { database, book, reader, photos } = dependencies;

  /**
   * Reads and judges a picture of a station's board and, unless it is another station's, keeps it.
   * @throws PhotoError when the file is no picture that can be taken
   */
  async function attach(
    asked: Caller,
    request: ActivityRequest,
    path: string,
  ): Promise<PhotoOutcome | Extract<ActivityOutcome, { kind: 'refused' }>> {
    const activity = await findActivity(database.pool, request.id);
    const home = activity && book.placeOf(activity.district);
    if (activity === undefined || home === undefined || !mayReadActivities(asked.actor, home))
      return notFound;
    if (!mayRecord(asked.actor, activity.kind, home)) return notAllowed;
    if (activity.station === null) return { kind: 'refused', code: 'no-board-photo' };
    const place = { district: activity.district, station: activity.station };
    const { photo, codes, proof } = await judge(asked, place, path);
    if (proof.kind === 'other-station' || proof.kind === 'reused')
      return { kind: 'turned-down', proof };
    await photos.put(photoPath(photo.sha256), photo.jpeg);
    const given = { ...place, codes, by: asked.actor.name };
    const kept = await insertPhoto(database.pool, photo, given);
    const outcome = await book.act(
      asked,
      request,
      proof.kind === 'proved' ? 'prove' : 'leave-open',
      () => ({ photo: kept, reason: '', doubt: findDoubt(proof, '') }),
    );
    return { kind: 'taken', proof, outcome };
  }

  /**
   * Reads a picture that is handed in for a station's board, and says what it proves. Keeps nothing.
   * @throws PhotoError when the file is no picture that can be taken
   */
  async function judge({ actor }: Caller, place: StationPlace, path: string): Promise<JudgedPhoto> {
    const photo = await reader.read(path, actor.id);
    const owned = await ownCodes(photo.texts, dependencies);
    const codes = owned.map(({ code }) => code);
    const twin = await findTwin(photo, { codes, place, account: actor.id });
    return { photo, codes, proof: judgePhoto(place, { codes: owned, twin }) };
  }

  /** Another station's picture that the new one agrees with. Two in which different codes stand are never the same. */
  async function findTwin(
    { fingerprint: { thumb }, sourceSha256 }: ReadPhoto,
    { codes, place, account }: { codes: readonly string[]; place: StationPlace; account: string },
  ): Promise<PhotoTwin | null> {
    const { pool } = database;
    const known = await findPhotoBySource(pool, sourceSha256);
    if (
      known !== undefined &&
      !(known.district === place.district && known.station === place.station)
    )
      return twinOf(known, true);
    const near = await reader.candidates(thumb, await otherHashes(pool, place), account);
    const thumbs = await readThumbs(pool, near);
    for (const sha256 of await reader.copies(thumb, thumbs, account)) {
      const found = await findPhoto(pool, sha256);
      if (found === undefined || areDifferent(found.codes, codes)) continue;
      const other = thumbs.find((one) => one.sha256 === sha256)?.thumb ?? thumb;
      return twinOf(found, tellsApart(thumb) && tellsApart(other));
    }
    return null;
  }

  return { attach, judge };
}

function twinOf({ district, station, sha256 }: StoredPhoto, isCertain: boolean): PhotoTwin {
  return { district, station, photo: sha256, isCertain };
}

function areDifferent(left: readonly string[], right: readonly string[]): boolean {
  return left.length > 0 && right.length > 0 && !left.some((code) => right.includes(code));
}

/** Codes of the campaign among the texts of a picture; addresses of other hosts are none. */
async function ownCodes(
  texts: readonly string[],
  { ownerOf, linkHost }: Pick<PhotoProofDependencies, 'ownerOf' | 'linkHost'>,
): Promise<OwnedCode[]> {
  const own = linkHost().toLowerCase();
  const codes = texts.flatMap((text) => {
    const [, host, code] = /^https?:\/\/([^/?#]+)\/q\/?([^/?#]+)$/i.exec(text.trim()) ?? [];
    return host?.toLowerCase() === own && code !== undefined ? [code] : [];
  });
  const owned = await Promise.all(codes.map(ownerOf));
  return owned.filter((found) => found !== undefined);
}

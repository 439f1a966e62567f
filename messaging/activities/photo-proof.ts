import { judgePhoto, type Proof, type StationPlace } from '../../campaigns/activities/proof.ts';
import { mayRecord } from '../../campaigns/activities/rights.ts';
import type { OwnedCode } from '../../campaigns/links/registry.ts';
import { can } from '../../campaigns/offices/permission.ts';
import type { Database } from '../database/database.ts';
import type { FileStore } from '../files/file-store.ts';
import { findActivity } from './activities-sql.ts';
import type { ActivityBook, ActivityOutcome, ActivityRequest, Asked } from './activity-book.ts';
import { notAllowed, notFound } from './activity-book.ts';
import { photoPath } from './photo-files.ts';
import type { PhotoReader } from './photo-reader.ts';
import { findPhoto, findPhotoBySource, insertPhoto, otherHashes, thumbsOf } from './photos-sql.ts';
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

export type PhotoProof = ReturnType<typeof createPhotoProof>;

export function createPhotoProof(dependencies: PhotoProofDependencies) {
  const { database, book, reader, photos } = dependencies;

  /**
   * Reads and judges a picture of a station's board and, unless it is another station's, keeps it.
   * @throws PhotoError when the file is no picture that can be taken
   */
  async function attach(
    asked: Asked,
    request: ActivityRequest,
    bytes: Uint8Array,
  ): Promise<PhotoOutcome | Extract<ActivityOutcome, { kind: 'refused' }>> {
    const activity = await findActivity(database.pool, request.id);
    const home = activity && book.placeOf(activity.district);
    if (activity === undefined || home === undefined || !can(asked.actor, 'activity.read', home))
      return notFound;
    if (!mayRecord(asked.actor, activity.kind, home)) return notAllowed;
    if (activity.station === null) return { kind: 'refused', code: 'no-board-photo' };
    const place = { district: activity.district, station: activity.station };
    const photo = await reader.read(bytes);
    const codes = await ownCodes(photo.texts, dependencies);
    const proof = judgePhoto(place, { codes, twin: await findTwin(photo, place) });
    if (proof.kind === 'other-station' || proof.kind === 'reused')
      return { kind: 'turned-down', proof };
    await photos.put(photoPath(photo.sha256), photo.jpeg);
    const given = { ...place, codes: codes.map(({ code }) => code), by: asked.actor.name };
    const kept = await insertPhoto(database.pool, photo, given);
    const outcome = await book.act(
      asked,
      request,
      proof.kind === 'proved' ? 'prove' : 'leave-open',
      () => ({ photo: kept, reason: '' }),
    );
    return { kind: 'taken', proof, outcome };
  }

  async function findTwin(
    photo: ReadPhoto,
    place: StationPlace,
  ): Promise<(StationPlace & { photo: string }) | null> {
    const { pool } = database;
    const { thumb } = photo.fingerprint;
    const known = await findPhotoBySource(pool, photo.sourceSha256);
    const isElsewhere =
      known !== undefined && (known.district !== place.district || known.station !== place.station);
    const copies = isElsewhere
      ? [known.sha256]
      : await reader.copies(
          thumb,
          await thumbsOf(pool, await reader.candidates(thumb, await otherHashes(pool, place))),
        );
    const twin = copies[0] === undefined ? undefined : await findPhoto(pool, copies[0]);
    return twin === undefined
      ? null
      : { district: twin.district, station: twin.station, photo: twin.sha256 };
  }

  return { attach };
}

/** Codes of the campaign among the texts of a picture; addresses of other hosts are none. */
async function ownCodes(
  texts: readonly string[],
  { ownerOf, linkHost }: Pick<PhotoProofDependencies, 'ownerOf' | 'linkHost'>,
): Promise<OwnedCode[]> {
  const link = new RegExp(`^https?://${linkHost().replaceAll('.', '\\.')}/q/?([^/?#]+)$`, 'i');
  const codes = texts.flatMap((text) => link.exec(text.trim())?.[1] ?? []);
  const owned = await Promise.all(codes.map(ownerOf));
  return owned.filter((found) => found !== undefined);
}

import { tellsApart } from '../../../campaigns/activities/fingerprint.ts';
import {
  judgePhoto,
  type PhotoTwin,
  type Proof,
  type StationPlace,
} from '../../../campaigns/activities/proof.ts';
import type { Directory } from '../../../campaigns/directory/station.ts';
import type { OwnedCode } from '../../../campaigns/links/registry.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { readArtworks } from '../board-pictures/artworks-sql.ts';
import type { PhotoReader } from './photo-reader.ts';
import {
  findPhoto,
  findPhotoBySource,
  otherHashes,
  readThumbs,
  type StoredPhoto,
} from './photos-sql.ts';
import type { ReadPhoto } from './read-photo.ts';

/** Everything that judging a picture of a board needs. */
export interface PhotoProofs {
  database: Database;
  directory: Directory;
  reader: PhotoReader;
  ownerOf: (code: string) => OwnedCode | undefined | Promise<OwnedCode | undefined>;
  /** Host of the printed links: a QR code with any other address is not ours. */
  linkHost: () => string;
}

/** A picture that was read, the campaign's codes in it, and what it says of a station's board. */
export interface JudgedPhoto {
  photo: ReadPhoto;
  codes: string[];
  proof: Proof;
}

/**
 * Reads a picture that is handed in for a station's board, and says what it proves. Keeps nothing.
 * @throws PhotoError when the file is not a picture that can be taken
 */
export async function examinePhoto(
  proofs: PhotoProofs,
  { place, path, isMasked = false }: { place: StationPlace; path: string; isMasked?: boolean },
  { actor }: Caller,
): Promise<JudgedPhoto> {
  const { database, directory } = proofs;
  const artworks = await readArtworks(database.pool, directory, place);
  const photo = await proofs.reader.read(path, actor.id, { artworks, isMasked });
  const owned = await findOwnCodes(proofs, photo.texts);
  const codes = owned.map(({ code }) => code);
  const twin = await findTwin(proofs, { photo, codes, place, account: actor.id });
  return {
    photo,
    codes,
    proof: judgePhoto(place, { codes: owned, likeness: photo.likeness, twin }),
  };
}

/** A picture that was read, with the station that it is handed in for and by whose account. */
interface HandedPhoto {
  photo: ReadPhoto;
  codes: readonly string[];
  place: StationPlace;
  account: string;
}

/** Another station's picture that the new one agrees with. Two with different codes are never the same. */
async function findTwin(
  { database: { pool }, reader }: PhotoProofs,
  { photo, codes, place, account }: HandedPhoto,
): Promise<PhotoTwin | null> {
  const { thumb } = photo.fingerprint;
  const known = await findPhotoBySource(pool, photo.sourceSha256);
  if (
    known !== undefined &&
    !(known.district === place.district && known.station === place.station)
  )
    return toTwin(known, true);
  const near = await reader.candidates(thumb, await otherHashes(pool, place), account);
  const thumbs = await readThumbs(pool, near);
  for (const sha256 of await reader.copies(thumb, thumbs, account)) {
    const found = await findPhoto(pool, sha256);
    if (found === undefined || areDifferent(found.codes, codes)) continue;
    const other = thumbs.find((one) => one.sha256 === sha256)?.thumb ?? thumb;
    return toTwin(found, tellsApart(thumb) && tellsApart(other));
  }
  return null;
}

function toTwin({ district, station, sha256 }: StoredPhoto, isCertain: boolean): PhotoTwin {
  return { district, station, photo: sha256, isCertain };
}

function areDifferent(left: readonly string[], right: readonly string[]): boolean {
  return left.length > 0 && right.length > 0 && !left.some((code) => right.includes(code));
}

/** Codes of the campaign among the texts of a picture; addresses of other hosts do not count. */
async function findOwnCodes(
  { ownerOf, linkHost }: PhotoProofs,
  texts: readonly string[],
): Promise<OwnedCode[]> {
  const ownHost = linkHost().toLowerCase();
  const codes = texts.flatMap((text) => {
    const [, host, code] = /^https?:\/\/([^/?#]+)\/q\/?([^/?#]+)$/i.exec(text.trim()) ?? [];
    return host?.toLowerCase() === ownHost && code !== undefined ? [code] : [];
  });
  const owned = await Promise.all(codes.map(ownerOf));
  return owned.filter((found) => found !== undefined);
}

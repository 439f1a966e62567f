import { tellsApart } from '../../../campaigns/activities/fingerprint.ts';
import {
  judgePhoto,
  type PhotoTwin,
  type Proof,
  type StationPlace,
} from '../../../campaigns/activities/proof.ts';
import { type Directory, type Station, stationKey } from '../../../campaigns/directory/station.ts';
import { stripName } from '../../../campaigns/directory/strip-name.ts';
import type { OwnedCode } from '../../../campaigns/links/registry.ts';
import { queryRows } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import type { Caller } from '../../platform/process/caller.ts';
import type { Clock } from '../../platform/process/clock.ts';
import type { BoardArtwork } from '../board-pictures/compare-pictures.ts';
import type { Activities } from './activities.ts';
import type { PhotoReader } from './photo-reader.ts';
import {
  findPhoto,
  findPhotoBySource,
  otherHashes,
  readThumbs,
  type StoredPhoto,
} from './photos-sql.ts';
import type { ReadPhoto } from './read-photo.ts';

/** Everything that taking and judging pictures of boards needs. */
export interface Boards {
  activities: Activities;
  reader: PhotoReader;
  ownerOf: (code: string) => OwnedCode | undefined | Promise<OwnedCode | undefined>;
  /** Host of the printed links: a QR code with any other address is not ours. */
  linkHost: () => string;
  /** The kept pictures. */
  photos: FileStore;
  clock: Clock;
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
  proofs: Boards,
  { place, path, isMasked = false }: { place: StationPlace; path: string; isMasked?: boolean },
  { actor }: Caller,
): Promise<JudgedPhoto> {
  const { database, directory } = proofs.activities;
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
  { activities, reader }: Boards,
  { photo, codes, place, account }: HandedPhoto,
): Promise<PhotoTwin | null> {
  const { pool } = activities.database;
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
  { ownerOf, linkHost }: Boards,
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

/** Older versions hang as well: so many are compared, the latest first. */
const mostVersions = 4;
/** Of the own district, whatever their names: what differs from these is all that is the station's own. */
const neighbours = 4;

interface Version {
  district: string;
  id: string;
  artwork: string;
  picture: Uint8Array;
  madeAt: Date;
  supersededAt: Date | null;
}

/** Each version of a station's board that was made, beside the boards of its rivals at that time. */
async function readArtworks(
  database: Queryable,
  { stations }: Directory,
  { district, station: id }: StationPlace,
): Promise<BoardArtwork[]> {
  const station = stations.find((each) => each.district === district && each.id === id);
  if (station === undefined) return [];
  const versions = Map.groupBy(await readVersions(database, stations, station), stationKey);
  const own = versions.get(stationKey(station)) ?? [];
  versions.delete(stationKey(station));
  return own.slice(0, mostVersions).map((version) => ({
    picture: version.picture,
    rivals: [...versions.values()].flatMap((theirs) => {
      const beside = theirs.find((other) => isBeside(version, other));
      return beside === undefined ? [] : [beside.picture];
    }),
  }));
}

/** Whether two versions of the same artwork were the present ones at some time. */
function isBeside(one: Version, other: Version): boolean {
  const ended = ({ supersededAt }: Version) => supersededAt ?? new Date(8.64e15);
  return one.artwork === other.artwork && one.madeAt < ended(other) && other.madeAt < ended(one);
}

/** Boards of a station, of those with the nearest names and of some neighbours, the latest first. */
async function readVersions(
  database: Queryable,
  stations: readonly Station[],
  own: Station,
): Promise<Version[]> {
  const wanted = [own, ...findTwins(stations, own)];
  return queryRows<Version>(database)`
    WITH wanted AS (
      SELECT * FROM unnest(${wanted.map((each) => each.district)}::text[],
        ${wanted.map((each) => each.id)}::text[]) AS named (district, station)
      UNION (SELECT DISTINCT district, station FROM artwork_version
        WHERE district = ${own.district} AND picture IS NOT NULL ORDER BY station LIMIT ${neighbours})
    )
    SELECT district, station AS id, artwork, picture, made_at AS "madeAt", superseded_at AS "supersededAt"
    FROM artwork_version JOIN wanted USING (district, station)
    WHERE picture IS NOT NULL ORDER BY superseded_at DESC NULLS FIRST, artwork`;
}

/** Of 1,654 boards 281 share their name with another, and 90 differ from another by a letter. */
const most = 6;

/** Stations whose names are nearest to a station's, wherever they are; of two that are as near the one of the own district. */
export function findTwins(stations: readonly Station[], own: Station): Station[] {
  const name = stripName(own);
  const isNear = ({ station: { district } }: { station: Station }) =>
    Number(district === own.district);
  return stations
    .filter((each) => each !== own)
    .map((station) => ({ station, edits: countEdits(name, stripName(station)) }))
    .sort((a, b) => a.edits - b.edits || isNear(b) - isNear(a))
    .slice(0, most)
    .map(({ station }) => station);
}

/** Letters and matras to be put in, taken out or exchanged. */
function countEdits(from: string, to: string): number {
  let row = Uint16Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let i = 1; i <= from.length; i += 1) {
    const next = new Uint16Array(to.length + 1);
    next[0] = i;
    for (let j = 1; j <= to.length; j += 1) {
      const change = (row[j - 1] as number) + Number(from[i - 1] !== to[j - 1]);
      next[j] = Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1);
    }
    row = next;
  }
  return row[to.length] as number;
}

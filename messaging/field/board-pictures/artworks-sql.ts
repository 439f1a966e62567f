import type { StationPlace } from '../../../campaigns/activities/proof.ts';
import { type Directory, type Station, stationKey } from '../../../campaigns/directory/station.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { BoardArtwork } from './compare-pictures.ts';
import { findTwins } from './rivals.ts';

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
export async function readArtworks(
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
  const { rows } = await database.query<Version>(
    `WITH wanted AS (
       SELECT * FROM unnest($1::text[], $2::text[]) AS named (district, station)
       UNION (SELECT DISTINCT district, station FROM artwork_version
         WHERE district = $3 AND picture IS NOT NULL ORDER BY station LIMIT $4)
     )
     SELECT district, station AS id, artwork, picture, made_at AS "madeAt", superseded_at AS "supersededAt"
     FROM artwork_version JOIN wanted USING (district, station)
     WHERE picture IS NOT NULL ORDER BY superseded_at DESC NULLS FIRST, artwork`,
    [wanted.map((each) => each.district), wanted.map((each) => each.id), own.district, neighbours],
  );
  return rows;
}

import { joinLikeness, type LikenessKind } from '../../../campaigns/activities/board-likeness.ts';
import {
  findSignals,
  type PictureSignal,
  type PlacedPicture,
} from '../../../campaigns/activities/picture-signals.ts';
import { type Directory, stationKey } from '../../../campaigns/directory/station.ts';
import { queryRows } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { NamedSignal } from './activities-schemas.ts';
import { findStationNames } from './activity-answers.ts';

/** Signals of boards' pictures, by the station's key; a board without a picture has none. */
export async function readSignals(
  { database, directory }: { database: Queryable; directory: Directory },
  boards: readonly { district: string; station: string }[],
): Promise<Map<string, NamedSignal[]>> {
  const districts = [...new Set(boards.map(({ district }) => district))];
  const wanted = new Set(boards.map(toKey));
  const [pictures, places] = await Promise.all([
    readBoardPictures(database, districts),
    readLivePlaces(database, districts),
  ]);
  return new Map(
    pictures
      .filter((picture) => wanted.has(toKey(picture)))
      .map(({ lon, lat, farLikeness, ...picture }) => {
        const isOfDistrict = (other: { district: string }) => other.district === picture.district;
        const signals = findSignals({
          ...picture,
          likeness: joinLikeness(picture.likeness, farLikeness),
          place: lon === null || lat === null ? null : { lon, lat },
          live: places.filter((live) => isOfDistrict(live) && live.near !== picture.sha256),
          others: pictures.filter(
            (other) =>
              isOfDistrict(other) && other.station !== picture.station && other.by === picture.by,
          ),
        });
        return [toKey(picture), signals.map((signal) => nameSignal(signal, picture, directory))];
      }),
  );
}

function toKey({ district, station }: { district: string; station: string }): string {
  return stationKey({ district, id: station });
}

function nameSignal(
  signal: PictureSignal,
  { district }: { district: string },
  directory: Directory,
): NamedSignal {
  if (signal.kind !== 'same-surroundings') return signal;
  const { station } = signal;
  const names = findStationNames({ district, station }, directory);
  return { ...signal, name: { hi: names?.hi ?? station, en: names?.en ?? station } };
}

/** The picture of a board's entry. */
interface BoardPicture {
  district: string;
  station: string;
  sha256: string;
  by: string;
  /** When it was taken, else when it came in. */
  at: Date;
  lon: number | null;
  lat: number | null;
  editor: string | null;
  /** The verdicts on the board in the picture, and in that from afar. */
  likeness: LikenessKind | null;
  farLikeness: LikenessKind | null;
  dotPattern: number | null;
  /** Of the picture that shows the surroundings: of a live one that from afar. */
  thumb: Uint8Array | null;
}

/** Pictures of boards of districts. */
function readBoardPictures(
  database: Queryable,
  districts: readonly string[],
): Promise<BoardPicture[]> {
  return queryRows<BoardPicture>(database)`
    SELECT a.district, a.station, p.sha256, p.uploaded_by AS by, coalesce(p.taken_at, p.uploaded_at) AS at,
      coalesce(c.lon, p.lon) AS lon, coalesce(c.lat, p.lat) AS lat, p.editor, wide.thumb, p.likeness,
        wide.likeness AS "farLikeness",
      greatest(p.dot_pattern, wide.dot_pattern) AS "dotPattern"
    FROM activity AS a JOIN activity_photo AS p ON p.sha256 = a.photo
    LEFT JOIN LATERAL (
      SELECT far, lon, lat FROM board_capture WHERE near = p.sha256 ORDER BY handed_in_at DESC LIMIT 1
    ) AS c ON true
    LEFT JOIN activity_photo AS wide ON wide.sha256 = coalesce(c.far, p.sha256)
    WHERE a.kind = 'board' AND a.status <> 'withdrawn' AND a.district = ANY (${districts})
    ORDER BY a.id`;
}

/** Live pictures of districts with the places that the phones said. */
function readLivePlaces(
  database: Queryable,
  districts: readonly string[],
): Promise<(PlacedPicture & { district: string; near: string })[]> {
  return queryRows<PlacedPicture & { district: string; near: string }>(database)`
    SELECT district, station, near, lon, lat FROM board_capture
    WHERE live AND near IS NOT NULL AND lon IS NOT NULL AND district = ANY (${districts})`;
}

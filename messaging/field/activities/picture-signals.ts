import { findSignals, type PictureSignal } from '../../../campaigns/activities/picture-signals.ts';
import { type Directory, stationKey } from '../../../campaigns/directory/station.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { findStationNames } from './activity-answers.ts';
import type { NamedSignal } from './picture-signals-schemas.ts';
import { readBoardPictures, readLivePlaces } from './picture-signals-sql.ts';

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
      .map(({ lon, lat, ...picture }) => {
        const isOfDistrict = (other: { district: string }) => other.district === picture.district;
        const signals = findSignals({
          ...picture,
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

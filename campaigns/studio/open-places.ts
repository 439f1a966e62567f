import type { District } from '../directory/station.ts';
import { openListWords as words } from '../words/open-list-words.ts';
import type { Pair } from '../words/pairs.ts';

/** A remark on a list: on one of its lines, or on it as a whole. */
export interface Told {
  line: number | null;
  text: Pair;
}

interface Point {
  lat: number;
  lon: number;
}
export type Place = Point & { line: number; district: string };

/** India with its islands, in degrees. */
const india = { lat: [6, 38], lon: [68, 98] } as const;
const isWithin = (value: number, [least = 0, most = 0]: readonly number[]) =>
  value >= least && value <= most;
const isInIndia = ({ lat, lon }: Point) => isWithin(lat, india.lat) && isWithin(lon, india.lon);

/** Decimal degrees with point or comma, or degrees, minutes and seconds. */
const sexagesimal = /^(\d{1,3})[°º] ?(\d{1,2})['′’] ?(?:(\d{1,2}(?:\.\d+)?)["″”]?)? ?[NE]?$/;

function readDegrees(text: string): number {
  const [, degrees, minutes = 0, seconds = 0] = sexagesimal.exec(text) ?? [];
  if (degrees !== undefined) return Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600;
  return Number(text.replace(',', '.').replace(/ ?°? ?[NE]?$/, '') || Number.NaN);
}

/** Coordinates of a line. Swapped ones are put right, since no place of India is where they lead. */
export function readPlace(
  latitude: string,
  longitude: string,
): { place: Point | null; fault: Pair | null } {
  if (latitude === '' && longitude === '') return { place: null, fault: null };
  const place = { lat: readDegrees(latitude), lon: readDegrees(longitude) };
  const swapped = { lat: place.lon, lon: place.lat };
  const written = `${latitude}, ${longitude}`;
  if (isInIndia(place)) return { place, fault: null };
  if (isInIndia(swapped)) return { place: swapped, fault: words.swapped(written) };
  const isRead = Number.isFinite(place.lat) && Number.isFinite(place.lon);
  return { place: null, fault: isRead ? words.notIndia(written) : words.noDegrees(written) };
}

const leastForBox = 8;

/**
 * The middle of each district's stations. Nobody states the state's box, so it is that of the list itself: what lies beyond Tukey's
 * outer fences, three spreads of the middle half away from it, is told and counts for no district.
 */
export function settlePlaces(places: readonly Place[]): {
  middles: Map<string, Point>;
  told: Told[];
} {
  const box = {
    lat: fence(places.map(({ lat }) => lat)),
    lon: fence(places.map(({ lon }) => lon)),
  };
  const isFar = ({ lat, lon }: Point) =>
    places.length >= leastForBox && !(isWithin(lat, box.lat) && isWithin(lon, box.lon));
  const near = places.filter((place) => !isFar(place));
  const middles = [...Map.groupBy(near, ({ district }) => district)].map(
    ([district, own]) =>
      [
        district,
        { lat: middle(own.map(({ lat }) => lat)), lon: middle(own.map(({ lon }) => lon)) },
      ] as const,
  );
  const [south, north] = box.lat.map((degrees) => degrees.toFixed(1));
  const [west, east] = box.lon.map((degrees) => degrees.toFixed(1));
  return {
    middles: new Map(middles),
    told: places.filter(isFar).map(({ line, lat, lon }) => ({
      line,
      text: words.far(`${lat}, ${lon}`, `${south}–${north}, ${west}–${east}`),
    })),
  };
}

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((one, other) => one - other)[Math.floor((values.length - 1) * share)] ??
  Number.NaN;
const middle = (values: readonly number[]) => Number(quantile(values, 0.5).toFixed(3));

function fence(values: readonly number[]): [number, number] {
  const [low, high] = [quantile(values, 0.25), quantile(values, 0.75)];
  const reach = 3 * (high - low);
  return [low - reach, high + reach];
}

/** A tile for each district: about as many rows as columns, from north to south and west to east; without places as listed. */
export function layOutTiles(
  districts: readonly ({ id: string } & Partial<Point>)[],
): (id: string) => { tileCol: number; tileRow: number } {
  const wide = Math.ceil(Math.sqrt(districts.length));
  const down = districts.toSorted((one, other) => (other.lat ?? 0) - (one.lat ?? 0));
  const tiles = new Map<string, { tileCol: number; tileRow: number }>();
  for (let row = 0; row * wide < down.length; row += 1) {
    const across = down.slice(row * wide, (row + 1) * wide);
    for (const [col, { id }] of across
      .toSorted((one, other) => (one.lon ?? 0) - (other.lon ?? 0))
      .entries())
      tiles.set(id, { tileCol: col, tileRow: row });
  }
  return (id) => tiles.get(id) ?? { tileCol: 0, tileRow: 0 };
}

type Tile = Pick<District, 'tileCol' | 'tileRow'>;

/** Puts further districts behind the last tile of a map, row by row as wide as it is, in the order that they have among themselves. */
export function addTiles<Added extends Tile>(
  added: readonly Added[],
  taken: readonly Tile[],
): Added[] {
  if (taken.length === 0) return [...added];
  const wide = 1 + Math.max(...taken.map(({ tileCol }) => tileCol));
  const toPlace = ({ tileCol, tileRow }: Tile) => tileRow * wide + tileCol;
  const next = 1 + Math.max(...taken.map(toPlace));
  return added
    .toSorted((one, other) => one.tileRow - other.tileRow || one.tileCol - other.tileCol)
    .map((each, at) => ({
      ...each,
      tileCol: (next + at) % wide,
      tileRow: Math.floor((next + at) / wide),
    }));
}

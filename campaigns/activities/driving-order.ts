/** A place in degrees. */
export interface Point {
  lon: number;
  lat: number;
}

/** Places in an order in which one can drive: from the westernmost always to the nearest that is left. */
export function orderForDriving<Place extends Point>(places: readonly Place[]): Place[] {
  const left = places.toSorted((a, b) => a.lon - b.lon || a.lat - b.lat);
  const way: Place[] = [];
  for (let here = left.shift(); here !== undefined; here = takeNearest(here, left)) way.push(here);
  return way;
}

function takeNearest<Place extends Point>(here: Point, left: Place[]): Place | undefined {
  const [first] = left;
  if (first === undefined) return undefined;
  const nearest = left.reduce((best, place) =>
    measureKm(here, place) < measureKm(here, best) ? place : best,
  );
  left.splice(left.indexOf(nearest), 1);
  return nearest;
}

/** Kilometres between places of one state, as the crow flies. */
export function measureKm(a: Point, b: Point): number {
  const degreeKm = 111.2;
  const shrink = Math.cos((((a.lat + b.lat) / 2) * Math.PI) / 180);
  return degreeKm * Math.hypot((a.lon - b.lon) * shrink, a.lat - b.lat);
}

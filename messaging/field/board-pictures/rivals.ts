import type { Station } from '../../../campaigns/directory/station.ts';
import { stripName } from '../../../campaigns/directory/strip-name.ts';

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

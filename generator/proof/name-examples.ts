import { boardStations, type Directory, type Station } from '../../campaigns/directory/station.ts';
import { stripName } from '../../campaigns/directory/strip-name.ts';
import type { NameExample } from '../../campaigns/proofs/proof.ts';
import { board } from '../artwork/board.ts';
import type { Fonts } from '../layout/fonts-fs.ts';
import { hangName, inkWidth, shapeAll } from '../layout/text-fit.ts';

/** The stations whose names are the shortest, the longest on one line, and the longest of those on two, on the board. */
export function findNameExamples(
  directory: Directory,
  fonts: Fonts,
): Readonly<Record<NameExample, Station>> {
  const face = fonts.typeface(800);
  const grid = board.pages[0]?.name;
  const measured = boardStations(directory)
    .map((station) => {
      const name = stripName(station);
      const width = inkWidth(shapeAll(face, name));
      return { station, name, width };
    })
    .sort((a, b) => a.width - b.width);
  const lines = (name: string) => (grid === undefined ? 1 : hangName(face, name, grid).runs.length);
  const longest = measured.at(-1);
  const [shortest] = measured;
  if (shortest === undefined || longest === undefined)
    throw new Error('Expected a station with a board in the directory, got none');
  const oneLine = measured.findLast(({ name }) => lines(name) === 1) ?? longest;
  const twoLines = measured.findLast(({ name }) => lines(name) === 2) ?? longest;
  return {
    shortest: shortest.station,
    longest: oneLine.station,
    'two-lines': twoLines.station,
  };
}

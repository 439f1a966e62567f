import { boardServices } from '../../campaigns/campaign.ts';
import { icon, type Node } from '../layout/node.ts';
import type { Kit } from './artwork.ts';
import { block, inkUnits, lineAt, spreadLines } from './typeset.ts';

/** The services that people use most, each next to its picture as in the app's menu, in one column or two of one size. */
export function serviceList(
  kit: Kit,
  at: Parameters<typeof spreadLines>[2] & {
    left: number;
    width: number;
    /** Where the second column begins, from the first. */
    second?: number;
  },
): Node[] {
  const { left, width } = at;
  const { columns, rows, most } = placeServices(kit, at);
  const { heightMm, baselines } = spreadLines(kit, rows, { ...at, heightMm: most });
  // Where it is stated, unless words that are wide on one side need the room.
  const [first = 0, last = 0] = columns.map((own) => columnUnits(kit, own));
  const least = (first + columnGap) * heightMm;
  const second = Math.min(Math.max(at.second ?? 0, least), width - last * heightMm);
  return columns.flatMap((own, column) =>
    own.flatMap((service, row) => {
      const x = left + column * second;
      const baseline = baselines[row] ?? at.baseline;
      const sizeMm = picture * heightMm;
      return [
        ...iconTile(service.icon, { left: x, top: baseline - (heightMm + sizeMm) / 2, sizeMm }),
        lineAt(kit, service.board.hi, {
          x: x + indent * heightMm,
          baseline,
          heightMm,
          ink: 'navy',
          part: 'service',
        }),
      ];
    }),
  );
}

type BoardService = ReturnType<typeof boardServices>[number];

/** Height that the services take at this height of their letters, from the highest ink of the first row to the deepest of the last. */
export function servicesReach(
  kit: Kit,
  at: { width: number; second?: number; heightMm: number; gapMm: number },
): number {
  const { rows } = placeServices(kit, at);
  const inks = rows.map((row) => row.map((word) => inkUnits(kit, word, 700)));
  return inks.reduce((sum, row, index) => {
    const above = Math.max(...row.map((ink) => ink.above));
    const below = Math.max(...row.map((ink) => ink.below));
    return sum + (above + below) * at.heightMm + (index > 0 ? at.gapMm : 0);
  }, 0);
}

/** Width of a column in heights of its letters: the picture and its gap grow with them. */
function columnUnits(kit: Kit, own: readonly BoardService[]): number {
  return Math.max(0, ...own.map(({ board }) => indent + inkUnits(kit, board.hi, 700).width));
}

/** The services in one column or two, and the height that the width leaves their letters. */
function placeServices(kit: Kit, at: { width: number; second?: number; heightMm: number }) {
  const services = boardServices(kit.campaign);
  const fit = ([first = [], last = []]: readonly BoardService[][]) =>
    Math.min(
      at.heightMm,
      at.width / (columnUnits(kit, first) + (last.length && columnGap) + columnUnits(kit, last)),
    );
  const half = Math.ceil(services.length / 2);
  const across = [0, 1].map((odd) => services.filter((_, index) => index % 2 === odd));
  const down = [services.slice(0, half), services.slice(half)];
  const two = fit(down) > fit(across) ? down : across;
  const columns = at.second === undefined ? [services] : two;
  const rows = (columns[0] ?? []).map((_, row) =>
    columns.flatMap((own) => own[row]?.board.hi ?? []),
  );
  return { columns, rows, most: fit(columns) };
}

/** Width of the picture, and from its edge to the letters, in heights of the letters. */
const picture = 1.42;
const indent = 1.8;
/** Least room between two columns. */
const columnGap = 1;

/** A picture on a tile, as on the app's own. */
export function iconTile(
  name: string,
  { left, top, sizeMm }: { left: number; top: number; sizeMm: number },
): Node[] {
  const drawn = 0.7 * sizeMm;
  const inset = (sizeMm - drawn) / 2;
  return [
    block('navy', { left, top, width: sizeMm, height: sizeMm, radius: 0.225 * sizeMm }, 'tile'),
    icon(name, {
      position: 'absolute',
      left: left + inset,
      top: top + inset,
      sizeMm: drawn,
      ink: 'marigold',
      part: 'service-icon',
    }),
  ];
}

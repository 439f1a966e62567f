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
  const { left, width, second } = at;
  const services = boardServices(kit.campaign);
  const across = second === undefined ? 1 : 2;
  const rows = Array.from({ length: Math.ceil(services.length / across) }, (_, row) =>
    services.slice(row * across, (row + 1) * across).map(({ board }) => board.hi),
  );
  const rooms = [second === undefined ? width : second - 1.2 * at.heightMm, width - (second ?? 0)];
  // The picture and its gap grow with the letters.
  const most = Math.min(
    at.heightMm,
    ...rows.flatMap((row) =>
      row.map((line, column) => (rooms[column] ?? 0) / (indent + inkUnits(kit, line, 700).width)),
    ),
  );
  const { heightMm, baselines } = spreadLines(kit, rows, { ...at, heightMm: most });
  return services.flatMap((service, index) => {
    const x = left + (index % across) * (second ?? 0);
    const baseline = baselines[Math.floor(index / across)] ?? at.baseline;
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
  });
}

/** Width of the picture, and from its edge to the letters, in heights of the letters. */
const picture = 1.42;
const indent = 1.8;

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

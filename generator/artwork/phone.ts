import type { Service } from '../../campaigns/campaign.ts';
import { column, icon, type Node, row, text } from '../layout/node.ts';
import type { Kit } from './artwork.ts';

/** Aspect of the drawn phone: height over width. */
export const phoneAspect = 2.02;

/**
 * A phone that shows the first twelve services of the app's menu, in the menu's order. It says "app" from a
 * distance; up close the icons are those of the service list.
 */
export function phone(kit: Kit, widthMm: number): Node {
  const u = widthMm / 100;
  const { campaign } = kit;
  const services = campaign.serviceGroups.flatMap((group) => group.services).slice(0, 12);
  return column(
    {
      width: widthMm,
      height: widthMm * phoneAspect,
      borderRadius: 14 * u,
      ground: 'paper',
      part: 'phone',
      padding: 5 * u,
    },
    [
      column(
        { flexGrow: 1, borderRadius: 10 * u, ground: 'mist', part: 'phone', alignItems: 'center' },
        [
          screenTop(campaign.app.name, u),
          column(
            {
              flexGrow: 1,
              justifyContent: 'space-around',
              paddingTop: 3 * u,
              paddingBottom: 2 * u,
            },
            rowsOf(services, 3).map((three) =>
              row(
                { gap: 4 * u },
                three.map((service) => tile(service, service === services[0], u)),
              ),
            ),
          ),
          row({
            width: 30 * u,
            height: 2 * u,
            borderRadius: 1 * u,
            ground: 'key',
            part: 'phone',
            marginBottom: 4 * u,
          }),
        ],
      ),
    ],
  );
}

function screenTop(title: string, u: number): Node {
  return column(
    {
      width: 90 * u,
      height: 42 * u,
      borderTopLeftRadius: 10 * u,
      borderTopRightRadius: 10 * u,
      ground: 'navy',
      part: 'phone',
      alignItems: 'center',
    },
    [
      row({
        width: 26 * u,
        height: 3.4 * u,
        marginTop: 4 * u,
        borderRadius: 1.7 * u,
        ground: 'steel',
        part: 'phone',
      }),
      text(title, {
        sizeMm: 20 * u,
        weight: 800,
        ink: 'marigold',
        part: 'phone',
        lineHeight: 1.3,
        marginTop: 4 * u,
      }),
    ],
  );
}

function tile(service: Service, accent: boolean, u: number): Node {
  return row(
    {
      width: 24 * u,
      height: 24 * u,
      borderRadius: 6 * u,
      ground: accent ? 'red' : 'paper',
      part: 'phone',
      alignItems: 'center',
      justifyContent: 'center',
    },
    [icon(service.icon, { sizeMm: 16 * u, ink: accent ? 'paper' : 'navy', part: 'phone' })],
  );
}

function rowsOf<T>(entries: readonly T[], length: number): T[][] {
  const rows: T[][] = [];
  for (let at = 0; at < entries.length; at += length) rows.push(entries.slice(at, at + length));
  return rows;
}

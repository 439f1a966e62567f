import { z } from 'zod';
import { roles } from '../../../campaigns/offices/role.ts';
import { instant } from '../../contract/route.ts';
import type { LiveProgress } from '../../figures/progress/live-progress.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import { tile } from './home-schemas.ts';
import { toTiles } from './tiles.ts';
import { type HomeHouse, readWaiting } from './waiting.ts';

/** Tiles of what waits for each role, asked of every slice. */
export function homeRoutes({ live, ...house }: HomeHouse & { live: LiveProgress }) {
  return [
    serveRoute('GET /api/home', {
      summary: 'What waits for the officer, the most urgent first',
      response: {
        200: z.object({
          now: instant.describe('By the campaign’s clock: what an age is counted to'),
          tiles: z.array(tile),
        }),
      },
      config: { access: roles },
      handler: async ({ actor }) => {
        const { file } = await live.current();
        const now = house.clock.now();
        const tiles = toTiles(
          await readWaiting({ ...house, database: house.database.pool }, actor, file),
          now,
        );
        return { now, tiles };
      },
    }),
  ];
}

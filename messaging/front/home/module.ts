import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { roles } from '../../../campaigns/offices/role.ts';
import type { LiveProgress } from '../../figures/progress/live-progress.ts';
import type { Module } from '../../platform/http/module.ts';
import type { Clock } from '../../platform/process/clock.ts';
import { homeRoutes } from './home-schemas.ts';
import { toTiles } from './tiles.ts';
import { type HomeSources, readWaiting } from './waiting.ts';

/** Tiles of what waits for each role, asked of every slice. */
export function openHome(options: HomeSources & { live: LiveProgress; clock: Clock }): Module {
  const { live, clock, ...sources } = options;
  return {
    name: 'home',
    register({ api }) {
      api.withTypeProvider<ZodTypeProvider>().route({
        ...homeRoutes.read,
        config: { access: roles },
        handler: async ({ actor }) => {
          const { file } = await live.current();
          const now = clock.now();
          const tiles = toTiles(await readWaiting(sources, actor, file), now);
          return { now, sample: file.sample, tiles };
        },
      });
    },
  };
}

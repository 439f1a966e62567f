import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Logger } from 'pino';
import type { Directory } from '../../../campaigns/directory/station.ts';
import { minuteMs } from '../../../campaigns/durations.ts';
import type { Registry } from '../../../campaigns/links/registry.ts';
import { listCovered, rolesFor } from '../../../campaigns/offices/permission.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Module } from '../../platform/http/module.ts';
import type { Clock } from '../../platform/process/clock.ts';
import { repeat } from '../../platform/process/repeat.ts';
import { boardDrawRoutes } from './board-draws-schemas.ts';
import { keepDraws, listDrawn, publishDraws } from './draws.ts';

interface DrawOptions {
  database: Database;
  clock: Clock;
}

/** Draws boards each week, and tells the offices above which. */
export function openBoardDraws(
  options: DrawOptions & { directory: Directory; registry: () => Registry; log: Logger },
): Module {
  const { database, clock, directory, registry, log } = options;
  const draws = repeat(() => keepDraws(database, clock), {
    pauseMs: 10 * minuteMs,
    onTrouble: (error) =>
      log.warn(error, 'the boards of the week were not drawn; tried again in ten minutes'),
  });
  void draws.run();
  return {
    name: 'board draws',
    async register({ api }) {
      api.withTypeProvider<ZodTypeProvider>().route({
        ...boardDrawRoutes.list,
        config: { access: rolesFor('board.draw') },
        handler: ({ actor, query }) => {
          const districts = listCovered(actor, directory.districts, query.district);
          return listDrawn(
            { database: database.pool, directory, registry },
            districts,
            clock.today(),
          );
        },
      });
    },
    close: draws.stop,
  };
}

/** Seeds and draws of weeks that are over, for everybody. */
export function openPublicDraws({ database, clock }: DrawOptions): Module {
  return {
    name: 'public draws',
    async register({ pages }) {
      pages.withTypeProvider<ZodTypeProvider>().route({
        ...boardDrawRoutes.open,
        config: { access: 'public', answers: 'open-data' },
        handler: () => publishDraws(database.pool, clock.today()),
      });
    },
  };
}

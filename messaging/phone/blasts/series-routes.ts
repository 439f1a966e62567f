import { z } from 'zod';
import { oneId } from '../../contract/route.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import { type BlastRoutes, requireBlast } from './blast-request.ts';
import { showBlast } from './blast-view.ts';
import { changed, nothing } from './blasts-schemas.ts';
import { skipRound, stopSeries } from './commands.ts';

/** Skipping a round of an approved series, and stopping it whole. */
export function seriesRoutes(dependencies: BlastRoutes) {
  const { database, views } = dependencies;
  return [
    serveRoute('POST /api/blasts/:id/series/skip', {
      summary: 'Leaves out one round of a series that has not begun',
      params: oneId,
      body: z.object({ number: z.int().positive() }),
      response: changed,
      may: 'blast.run',
      handler: async (request) => {
        const blast = await requireBlast(request, database.pool, 'blast.run');
        const { number } = request.body;
        await skipRound(dependencies, { blast, number }, request.caller);
        return showBlast(views, blast, request.actor);
      },
    }),
    serveRoute('POST /api/blasts/:id/series/stop', {
      summary: 'Stops a series for good, with the rounds of it that go on',
      params: oneId,
      body: nothing,
      response: changed,
      may: 'blast.run',
      handler: async (request) => {
        const blast = await requireBlast(request, database.pool, 'blast.run');
        await stopSeries(dependencies, blast, request.caller);
        const stopped = await requireBlast(request, database.pool, 'blast.run');
        return showBlast(views, stopped, request.actor);
      },
    }),
  ];
}

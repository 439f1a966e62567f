import { listCovered } from '../../../campaigns/offices/permission.ts';
import { file, oneId, refusals } from '../../contract/route.ts';
import type { House } from '../../kit/house.ts';
import { serve } from '../../kit/serve.ts';
import type { Module } from '../../platform/http/module.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { boardSpecimens } from './specimens-feature.ts';
import { findSpecimen } from './specimens-sql.ts';

export const openSpecimens = (house: House): Module => serve(boardSpecimens, house);

export function specimenRoutes({ database, directory }: Pick<House, 'database' | 'directory'>) {
  return [
    serveRoute('GET /api/board-specimens/:id/picture', {
      summary: 'A picture that was kept to tune the comparison with the artwork, as JPEG',
      params: oneId,
      response: { 200: file('image/jpeg', 'All but the board is blurred'), ...refusals(404) },
      may: 'activity.record',
      handler: async ({ actor, params: { id } }, reply) => {
        const districts = listCovered(actor, directory.districts);
        const picture = await findSpecimen(database.pool, { id, districts });
        if (picture === undefined) throw new Refusal('not-found');
        return reply.type('image/jpeg').send(picture);
      },
    }),
  ];
}

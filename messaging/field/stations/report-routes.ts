import { z } from 'zod';
import { type Directory, stationsOf } from '../../../campaigns/directory/station.ts';
import { hourSeconds } from '../../../campaigns/durations.ts';
import { listCovered } from '../../../campaigns/offices/permission.ts';
import { line } from '../../../campaigns/text-types.ts';
import { done, refusals } from '../../contract/route.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { keepPace } from '../../platform/http/attempts.ts';
import { identifyClient } from '../../platform/http/client.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { addReport, settleReport } from './name-reports-sql.ts';
import { id as idSchema, remark as remarkSchema } from './stations-schemas.ts';

/** Citizens report a wrong name; the district answers that it is right. */
export function nameReportRoutes({
  database,
  directory,
}: {
  database: Pick<Database, 'pool'>;
  directory: Directory;
}) {
  return [
    serveRoute('POST /api/public/name-reports', {
      summary: 'A citizen says that a name is wrong; nothing is kept of who says it',
      body: z.object({
        district: idSchema,
        station: idSchema,
        name: line({ min: 1, max: 80 }),
        remark: remarkSchema.default(''),
      }),
      response: { 204: done, ...refusals(400, 404, 429) },
      config: { access: 'public' },
      handler: async (request) => {
        const { district, station, name, remark } = request.body;
        const known = stationsOf(directory, district).find(({ id }) => id === station);
        if (known === undefined) throw new Refusal('not-found');
        const { pool } = database;
        const by = identifyClient(request);
        await keepPace(pool, 'name-report-station', { by, about: `${district}/${station}` });
        await keepPace(pool, 'name-report', { by });
        const kept = await addReport(pool, {
          district,
          station,
          shown: known.nameHi,
          suggested: name.normalize('NFC'),
          note: remark.normalize('NFC'),
        });
        if (!kept) throw new Refusal('enough-reports', {}, { retryAfterSeconds: hourSeconds });
      },
    }),
    serveRoute('POST /api/name-reports/:id/dismiss', {
      summary: 'The name on the board is right',
      params: z.object({ id: z.coerce.number<number>().int().positive() }),
      response: { 204: done, ...refusals(404) },
      may: 'station.correct',
      handler: async ({ actor, params, id: requestId }) => {
        const districts = listCovered(actor, directory.districts);
        await inTransaction(database.pool, async (tx) => {
          const outcome = { state: 'dismissed', by: actor.name, districts } as const;
          const place = await settleReport(tx, params.id, outcome);
          if (place === undefined) throw new Refusal('not-found');
          await writeAudit(tx, {
            actor,
            requestId,
            district: place.district,
            action: 'name-report.dismiss',
            subject: `station/${place.district}/${place.station}`,
            after: { report: params.id },
          });
        });
      },
    }),
  ];
}

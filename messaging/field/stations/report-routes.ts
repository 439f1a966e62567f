import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { type Directory, stationsOf } from '../../../campaigns/directory/station.ts';
import { listCovered, rolesFor } from '../../../campaigns/offices/permission.ts';
import { stationRoutes } from '../../contract/field/stations.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { createAttemptLimit } from '../../platform/http/attempt-limit.ts';
import { identifyClient } from '../../platform/http/client.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { addReport, settleReport } from './name-reports-sql.ts';

/** For one client in an hour: a family, or a class in school, may share one. */
const ofClient = { most: 10, windowMs: 3_600_000 };
/** For one client about one station: then it is the turn of others who know the name. */
const aboutStation = { most: 3, windowMs: 24 * 3_600_000 };

/** Citizens report a wrong name; the district answers that it is right. */
export function registerNameReports(
  pages: FastifyInstance,
  { database, directory }: { database: Pick<Database, 'pool'>; directory: Directory },
): void {
  const routes = pages.withTypeProvider<ZodTypeProvider>();
  const limit = createAttemptLimit(ofClient);
  const stationLimit = createAttemptLimit(aboutStation);
  routes.route({
    ...stationRoutes.report,
    config: { access: 'public' },
    handler: async (request, reply) => {
      const { district, station, name, remark } = request.body;
      const known = stationsOf(directory, district).find(({ id }) => id === station);
      if (known === undefined) throw new Refusal('not-found');
      const client = identifyClient(request);
      const kept =
        stationLimit.note(client, `${district}/${station}`) &&
        limit.note(client) &&
        (await addReport(database.pool, {
          district,
          station,
          shown: known.nameHi,
          suggested: name.normalize('NFC'),
          note: remark.normalize('NFC'),
        }));
      if (!kept) throw new Refusal('enough-reports', {}, { retryAfterSeconds: 3600 });
      return reply.code(204).send();
    },
  });
  routes.route({
    ...stationRoutes.dismiss,
    config: { access: rolesFor('station.correct') },
    handler: async ({ actor, params, id: requestId }, reply) => {
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
      return reply.code(204).send();
    },
  });
}

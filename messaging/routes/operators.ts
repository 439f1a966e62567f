import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Campaign } from '../../campaigns/campaign.ts';
import type { Database } from '../../campaigns/database.ts';
import type { District } from '../../campaigns/directory/station.ts';
import { writeAudit } from '../../campaigns/offices/audit-log.ts';
import { rolesFor } from '../../campaigns/offices/permission.ts';
import { districtFinder } from '../audience/district-names.ts';
import { readDeliveryReport } from '../blast/delivery-report.ts';
import { operatorLetter } from '../blast/operator-letter.ts';
import { packForOperator } from '../blast/operator-pack.ts';
import { estimateBlast } from '../queue/draft.ts';
import { findBlast } from '../store/blasts-sql.ts';
import { readDeliveries, storeDeliveries } from '../store/operator-deliveries-sql.ts';

export interface OperatorDependencies {
  database: Database;
  campaign: Campaign;
  districts: readonly District[];
  today: () => string;
}

/** For blasts that a service provider sends itself: the pack for it, and its delivery report. */
export function registerOperators(app: FastifyInstance, dependencies: OperatorDependencies): void {
  const { database, campaign, districts, today } = dependencies;
  const { pool } = database;
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const findDistrict = districtFinder(districts);

  routes.get(
    '/api/blasts/:id/operator-pack.zip',
    {
      config: { access: rolesFor('blast.read') },
      schema: {
        summary: 'Letter, texts, ids, districts, volume and cost for a service provider',
        params: z.object({ id: z.coerce.number().int().positive() }),
      },
    },
    async (request, reply) => {
      const blast = await findBlast(pool, request.params.id);
      if (blast === null) return reply.code(404).send({ error: 'no-such-blast' });
      request.require('blast.read', blast.district ?? 'state');
      const chosen = districts.filter(({ id }) => blast.districts?.includes(id) ?? false);
      const estimate = await estimateBlast(pool, blast);
      const shared = { campaign, blast, estimate, today: today() };
      const letter = await operatorLetter({
        ...shared,
        districtNames: chosen.map(({ nameHi }) => nameHi),
      });
      reply.type('application/zip');
      reply.header('content-disposition', `attachment; filename="operator-pack-${blast.id}.zip"`);
      const pack = packForOperator({
        ...shared,
        districts: chosen.map(({ nameHi, nameEn }) => ({ hi: nameHi, en: nameEn })),
        letter,
      });
      return reply.send(Buffer.from(pack));
    },
  );

  routes.post(
    '/api/operator-reports',
    {
      config: { access: rolesFor('blast.run') },
      schema: {
        summary: 'Takes a service provider’s totals by day and district',
        body: z.object({
          operator: z.string().trim().min(1).max(60),
          csv: z.string().max(2_000_000),
        }),
      },
    },
    async (request, reply) => {
      let rows: ReturnType<typeof readDeliveryReport>;
      try {
        rows = readDeliveryReport(request.body.csv, findDistrict);
      } catch (error) {
        throw Object.assign(error as Error, { statusCode: 400 });
      }
      const { operator } = request.body;
      await storeDeliveries(pool, rows, { operator, recordedBy: request.actor.id });
      await database.orm.transaction(async (tx) => {
        await writeAudit(tx, {
          actor: request.actor,
          action: 'operator-report.take',
          subject: `operator-report/${operator}`,
          after: { rows: rows.length },
          requestId: request.id,
        });
      });
      return reply.code(201).send({ rows: rows.length });
    },
  );

  routes.get(
    '/api/operator-reports',
    {
      config: { access: rolesFor('blast.read') },
      schema: { summary: 'Totals that providers reported' },
    },
    async () => readDeliveries(pool),
  );
}

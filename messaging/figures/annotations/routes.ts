import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Directory } from '../../../campaigns/directory/station.ts';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { annotationRoutes } from '../../contract/figures/annotations.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Clock } from '../../platform/process/clock.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import {
  deleteEvent,
  deleteOutcome,
  insertEvent,
  insertOutcome,
  readEvents,
  readOutcomes,
} from './annotations-sql.ts';
import { serviceName } from './service-name.ts';

export interface AnnotationDependencies {
  database: Pick<Database, 'pool'>;
  campaign: Campaign;
  directory: Directory;
  clock: Clock;
}

/** Marks on the curve and service outcomes: entered and taken back by headquarters, each in the audit log. */
export function registerAnnotations(
  app: FastifyInstance,
  { database: { pool }, campaign, directory, clock }: AnnotationDependencies,
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const config = { access: rolesFor('annotation.write') };
  const named = <Row extends { service: string }>(row: Row) => ({
    ...row,
    name: serviceName(campaign, row.service) ?? { hi: row.service, en: row.service },
  });

  routes.route({
    ...annotationRoutes.list,
    config,
    handler: async () => ({
      events: await readEvents(pool),
      outcomes: (await readOutcomes(pool)).map(named),
      services: campaign.serviceGroups
        .flatMap(({ services }) => services)
        .map(({ id, name }) => ({ id, name })),
    }),
  });
  routes.route({
    ...annotationRoutes.addEvent,
    config,
    handler: async ({ actor, body, id: requestId }, reply) => {
      const { district } = body;
      if (district !== null && !directory.districts.some(({ id }) => id === district)) {
        throw new Refusal('no-such-area');
      }
      const event = await inTransaction(pool, async (tx) => {
        const after = await insertEvent(tx, body, actor.name);
        const subject = `curve-event/${after.id}`;
        await writeAudit(tx, { actor, action: 'curve-event.enter', subject, after, requestId });
        return after;
      });
      return reply.code(201).send(event);
    },
  });
  routes.route({
    ...annotationRoutes.removeEvent,
    config,
    handler: async ({ actor, params, id: requestId }, reply) => {
      await inTransaction(pool, async (tx) => {
        const before = await deleteEvent(tx, params.id);
        if (before === undefined) throw new Refusal('not-found');
        const subject = `curve-event/${params.id}`;
        await writeAudit(tx, { actor, action: 'curve-event.remove', subject, before, requestId });
      });
      return reply.code(204).send();
    },
  });
  routes.route({
    ...annotationRoutes.addOutcome,
    config,
    handler: async ({ actor, body, id: requestId }, reply) => {
      // Nobody counts what tomorrow brings.
      if (serviceName(campaign, body.service) === undefined || body.asOf > clock.today()) {
        throw new Refusal('wrong-input');
      }
      const outcome = await inTransaction(pool, async (tx) => {
        const after = await insertOutcome(tx, body, actor.name);
        const subject = `service-outcome/${after.id}`;
        await writeAudit(tx, { actor, action: 'service-outcome.enter', subject, after, requestId });
        return after;
      });
      return reply.code(201).send(named(outcome));
    },
  });
  routes.route({
    ...annotationRoutes.removeOutcome,
    config,
    handler: async ({ actor, params, id: requestId }, reply) => {
      await inTransaction(pool, async (tx) => {
        const before = await deleteOutcome(tx, params.id);
        if (before === undefined) throw new Refusal('not-found');
        const subject = `service-outcome/${params.id}`;
        await writeAudit(tx, {
          actor,
          action: 'service-outcome.remove',
          subject,
          before,
          requestId,
        });
      });
      return reply.code(204).send();
    },
  });
}

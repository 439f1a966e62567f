import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Pool } from 'pg';
import type { Campaign } from '../../../campaigns/campaign.ts';
import type { District } from '../../../campaigns/directory/station.ts';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { operatorRoutes } from '../../contract/phone/telecom-operators.ts';
import { operatorGateway } from '../../contract/values.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Decoders, DecoderTask } from '../../platform/decoding/decoders.ts';
import { paperTask } from '../../platform/documents/papers.ts';
import { sendDownload } from '../../platform/http/download.ts';
import { unreadable } from '../../platform/lists/unreadable.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { readSegments } from '../audiences/audiences-sql.ts';
import type { Blast } from '../blasts/blast.ts';
import { requireBlast } from '../blasts/blast-request.ts';
import { recordPackTaken } from '../blasts/blasts-sql.ts';
import { estimateBlast } from '../blasts/estimates.ts';
import type { RetryingGateways } from '../blasts/selection-sql.ts';
import type { decode } from './delivery-decoder.ts';
import { readDeliveries, storeDeliveries } from './operator-deliveries-sql.ts';
import type { packForOperator } from './operator-pack.ts';

export interface OperatorDependencies {
  database: Database;
  campaign: Campaign;
  gateways: RetryingGateways;
  districts: readonly District[];
  decoders: Decoders;
  today: () => string;
}

const deliveryTask: DecoderTask<typeof decode> = {
  kind: 'table',
  module: new URL('./delivery-decoder.ts', import.meta.url),
};

const packTask = paperTask<typeof packForOperator>(
  new URL('./operator-pack.ts', import.meta.url),
  'packForOperator',
);

/** For blasts that a service provider sends itself: the pack for it, and its delivery report. */
export function registerOperators(app: FastifyInstance, dependencies: OperatorDependencies): void {
  const { database, campaign, gateways, districts, decoders, today } = dependencies;
  const { pool } = database;
  const routes = app.withTypeProvider<ZodTypeProvider>();

  routes.route({
    ...operatorRoutes.pack,
    config: { access: rolesFor('blast.read') },
    handler: async (request, reply) => {
      const blast = await requireBlast(request, pool, 'blast.read');
      refusePack(blast);
      const reached = blast.districts ?? (await districtsOfList(pool, blast.audienceId));
      const chosen = districts.filter(({ id }) => reached?.includes(id));
      const estimate = await estimateBlast(pool, blast, gateways);
      const districtCount = districts.length;
      const names = chosen.map(({ nameHi: hi, nameEn: en }) => ({ hi, en }));
      const shared = { campaign, blast, estimate, districts: names, districtCount, today: today() };
      const pack = await decoders.readWhole(packTask, shared, request.actor.id);
      await inTransaction(pool, async (tx) => {
        // It may have been stopped while the pack was made.
        refusePack(await recordPackTaken(tx, blast.id));
        await writeAudit(tx, {
          actor: request.actor,
          action: 'operator-pack.take',
          subject: `blast/${blast.id}`,
          district: blast.district ?? undefined,
          after: { revision: blast.revision, estimate },
          requestId: request.id,
        });
      });
      return sendDownload(reply, `operator-pack-${blast.id}.zip`, pack);
    },
  });

  routes.route({
    ...operatorRoutes.takeReport,
    config: { access: rolesFor('blast.run') },
    handler: async (request, reply) => {
      const { operator, csv } = request.body;
      const names = districts.map(({ id, nameHi, nameEn, formerNames }) => ({
        ...{ id, nameHi, nameEn },
        ...(formerNames === undefined ? {} : { formerNames }),
      }));
      const report = await decoders
        .readWhole(deliveryTask, { csv, districts: names }, request.actor.id)
        .catch((error: unknown) => {
          throw unreadable(error, 'csv');
        });
      if (report.kind === 'faulty') {
        const { faults, faultCount } = report;
        throw new Refusal('wrong-report', { faults, faultCount });
      }
      const { rows } = report;
      await inTransaction(pool, async (client) => {
        await storeDeliveries(client, rows, { operator, recordedBy: request.actor.id });
        await writeAudit(client, {
          actor: request.actor,
          action: 'operator-report.take',
          subject: `operator-report/${operator}`,
          after: {
            rows: rows.length,
            sent: rows.reduce((sum, { sent }) => sum + sent, 0),
            delivered: rows.reduce((sum, { delivered }) => sum + delivered, 0),
          },
          requestId: request.id,
        });
      });
      return reply.code(201).send({ rows: rows.length });
    },
  });

  routes.route({
    ...operatorRoutes.deliveries,
    config: { access: rolesFor('blast.read') },
    handler: async () => readDeliveries(pool),
  });
}

/** A pack is of an approved blast, and of none that goes out from here as well: people would get it twice. */
function refusePack({ gateway, status }: Blast): void {
  if (gateway !== operatorGateway) throw new Refusal('sent-here');
  if (status === 'stopped') throw new Refusal('not-possible', { status });
  if (status !== 'handed-over') throw new Refusal('pack-before-approval');
}

/** Null where the list does not say of everybody where he is. */
async function districtsOfList(pool: Pool, audienceId: number): Promise<string[] | null> {
  const segments = await readSegments(pool, audienceId);
  const named = segments.flatMap(({ district }) => district ?? []);
  return named.length === segments.length ? named : null;
}

import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { District } from '../../campaigns/directory/station.ts';
import type { Actor } from '../../campaigns/offices/actor.ts';
import { covers, rolesFor } from '../../campaigns/offices/permission.ts';
import { type FleetFault, fleetForm, mostFleetBytes } from '../../campaigns/vehicles/fleet.ts';
import { vehiclePaths } from '../../campaigns/vehicles/panel-paths.ts';
import type { vehiclesSchema } from '../../campaigns/vehicles/vehicles.ts';
import { fleetRoutes } from '../contract/fleets.ts';
import { writeAudit } from '../database/audit-log-sql.ts';
import type { Database } from '../database/database.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Decoders, DecoderTask } from '../decoding/decoders.ts';
import { ApiError } from '../http/api-error.ts';
import type { UploadRoom } from '../http/upload-room-fs.ts';
import { maskPhoneNumbers } from '../process/phone-mask.ts';
import type { GiveCodes } from './fleet-codes.ts';
import type { decode } from './fleet-decoder.ts';
import { countVehicles, type ListedVehicle, listVehicles, readVehicles } from './fleets-sql.ts';
import type { PanelMaker } from './panel-maker.ts';

export interface FleetDependencies {
  database: Pick<Database, 'pool'>;
  districts: readonly District[];
  /** Undefined for a campaign without panels: no list is taken. */
  vehicles: ReturnType<typeof vehiclesSchema.parse> | undefined;
  uploads: UploadRoom;
  decoders: Decoders;
  giveCodes: GiveCodes;
  maker: PanelMaker;
}

const fleetTask: DecoderTask<typeof decode> = {
  kind: 'table',
  module: new URL('./fleet-decoder.ts', import.meta.url),
};
const access = { config: { access: rolesFor('fleet.make') } };

/** Fleet lists: a district hands in its own vehicles, HQ and the PRO to DGP those of all districts. */
export function registerFleets(app: FastifyInstance, dependencies: FleetDependencies): void {
  const { database, districts, vehicles, uploads, decoders, giveCodes, maker } = dependencies;
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const ownOf = (actor: Actor) => districts.filter((district) => covers(actor, district));

  async function read(path: string, actor: Actor, { models }: NonNullable<typeof vehicles>) {
    const own = ownOf(actor).map(({ id }) => id);
    const given = { path, rules: { directory: { districts }, models, own } };
    const list = await decoders.readWhole(fleetTask, given, actor.id);
    const masked = (fault: FleetFault) => ({ ...fault, found: maskPhoneNumbers(fault.found) });
    return { ...list, faults: list.faults.map(masked) };
  }

  routes.route({
    ...fleetRoutes.form,
    ...access,
    handler: async (request, reply) => {
      reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="fleet.csv"');
      return fleetForm(ownOf(request.actor));
    },
  });
  routes.route({
    ...fleetRoutes.handIn,
    ...access,
    handler: async (request, reply) => {
      const { actor, id: requestId, query } = request;
      if (vehicles === undefined) throw new ApiError('not-found');
      const list = await uploads.lend(request, mostFleetBytes, ({ path }) =>
        read(path, actor, vehicles),
      );
      if (query.step === 'check' || list.vehicles.length === 0) return { ...list, newCodes: null };
      const named = [...new Set(list.vehicles.map(({ district }) => district))];
      const [only] = named;
      const district = named.length === 1 ? only : undefined;
      const newCodes = await inTransaction(database.pool, async (tx) => {
        const fresh = await giveCodes(tx, list.vehicles);
        await listVehicles(tx, list.vehicles, actor.name);
        // No registration: the log is kept for good.
        const after = { vehicles: list.vehicles.length, newCodes: fresh, districts: named };
        const subject = `fleet/${district ?? 'state'}`;
        await writeAudit(tx, { actor, action: 'fleet.make', subject, district, after, requestId });
        return fresh;
      });
      maker.wake();
      return reply.code(202).send({ ...list, newCodes });
    },
  });
  routes.route({
    ...fleetRoutes.list,
    ...access,
    handler: async ({ actor, query }) => {
      const own = ownOf(actor)
        .map(({ id }) => id)
        .filter((id) => query.district === undefined || id === query.district);
      const listed = await readVehicles(database.pool, own, query.limit);
      return {
        models: (vehicles?.models ?? []).map(({ id, name }) => ({ id, name })),
        counts: await countVehicles(database.pool, own),
        vehicles: listed.map((vehicle) => toView(vehicle, vehicles?.panels ?? [])),
      };
    },
  });
}

type Panels = Parameters<typeof vehiclePaths>[1];

function toView(vehicle: ListedVehicle, panels: Panels) {
  if (vehicle.state !== 'made') return { ...vehicle, panels: [], ticket: null };
  const paths = vehiclePaths(vehicle, panels);
  return {
    ...vehicle,
    panels: paths.panels.map(({ id, pdf, preview }) => ({
      id,
      name: panels.find((panel) => panel.id === id)?.name ?? { hi: id, en: id },
      pdf: `/files/${pdf}`,
      preview: `/files/${preview}`,
    })),
    ticket: `/files/${paths.ticket}`,
  };
}

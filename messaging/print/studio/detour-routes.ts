import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { listTargets } from '../../../campaigns/links/targets.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { studioRoutes } from '../../contract/print/studio.ts';
import { judgeSecondPerson, withSecondPerson } from '../../people/accounts/second-person.ts';
import type { Verdict } from '../../people/accounts/second-person-sql.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { findDetour, listDetours, type StoredDetour } from './detour-requests-sql.ts';
import {
  approveDetour,
  type DetourRequests,
  requestDetour,
  returnDetour,
  stopDetour,
} from './detours.ts';

const reading = { access: rolesFor('studio.read') };
const drafting = { access: rolesFor('studio.draft') };
const approving = { access: rolesFor('studio.approve') };

/** Codes that are pointed elsewhere for a while. */
export function registerDetours(app: FastifyInstance, detours: DetourRequests): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  routes.route({
    ...studioRoutes.detours,
    config: reading,
    handler: ({ actor }) => viewDetours(detours, actor),
  });
  routes.route({
    ...studioRoutes.askDetour,
    config: drafting,
    handler: async ({ actor, caller, body }, reply) => {
      const id = await requestDetour(detours, body, caller);
      return reply.code(201).send(await viewDetour(detours, id, actor));
    },
  });
  routes.route({
    ...studioRoutes.approveDetour,
    config: approving,
    handler: async ({ actor, caller, params: { id } }) => {
      await approveDetour(detours, id, caller);
      return viewDetour(detours, id, actor);
    },
  });
  routes.route({
    ...studioRoutes.returnDetour,
    config: approving,
    handler: async ({ actor, caller, params: { id }, body }) => {
      await returnDetour(detours, { id, ...body }, caller);
      return viewDetour(detours, id, actor);
    },
  });
  routes.route({
    ...studioRoutes.endDetour,
    config: drafting,
    handler: async ({ actor, caller, params: { id } }) => {
      await stopDetour(detours, id, caller);
      return viewDetour(detours, id, actor);
    },
  });
}

async function viewDetours({ database: { pool }, campaign, clock }: DetourRequests, actor: Actor) {
  const detours = await withSecondPerson(
    pool,
    actor.id,
    await listDetours(pool),
    ({ draftedById }) => [draftedById],
  );
  const now = clock.now();
  return {
    now,
    targets: listTargets(campaign).map(({ id, name, url }) => ({
      id,
      name,
      address: url({ code: '…' }),
    })),
    detours: detours.map((detour) => toView(detour, actor, now)),
  };
}

async function viewDetour({ database: { pool }, clock }: DetourRequests, id: number, actor: Actor) {
  const detour = await findDetour(pool, id);
  if (detour === undefined) throw new Refusal('not-found');
  const second = await judgeSecondPerson(pool, actor.id, [detour.draftedById]);
  return toView({ ...detour, second }, actor, clock.now());
}

function toView(detour: StoredDetour & { second: Verdict }, actor: Actor, now: Date) {
  const { draftedById, ...shown } = detour;
  const { status, from, until } = detour;
  return {
    ...shown,
    isOwn: draftedById === actor.id,
    holds: status === 'approved' && from <= now && (until === null || now < until),
  };
}

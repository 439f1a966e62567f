import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { listTargets } from '../../../campaigns/links/targets.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { studioRoutes } from '../../contract/print/studio.ts';
import { judgeSecondPerson, withSecondPerson } from '../../people/accounts/second-person.ts';
import type { Verdict } from '../../people/accounts/second-person-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Clock } from '../../platform/process/clock.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { findDetour, listDetours, type StoredDetour } from './detour-actions-sql.ts';
import type { DetourBook } from './detour-book.ts';

const reading = { access: rolesFor('studio.read') };
const drafting = { access: rolesFor('studio.draft') };
const approving = { access: rolesFor('studio.approve') };

/** Where codes are pointed for a while. */
export function registerDetours(
  app: FastifyInstance,
  {
    database,
    campaign,
    clock,
    book,
  }: { database: Database; campaign: Campaign; clock: Clock; book: DetourBook },
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();

  function viewOf(detour: StoredDetour & { second: Verdict }, actor: Actor) {
    const { draftedById, ...shown } = detour;
    const now = clock.now();
    const { status, from, until } = detour;
    return {
      ...shown,
      isOwn: draftedById === actor.id,
      holds: status === 'approved' && from <= now && (until === null || now < until),
    };
  }
  async function listed({ id }: Actor) {
    const detours = await listDetours(database.pool);
    return withSecondPerson(database.pool, id, detours, ({ draftedById }) => [draftedById]);
  }
  async function answer(actor: Actor, id: number) {
    const detour = await findDetour(database.pool, id);
    if (detour === undefined) throw new Refusal('not-found');
    const second = await judgeSecondPerson(database.pool, actor.id, [detour.draftedById]);
    return viewOf({ ...detour, second }, actor);
  }

  routes.route({
    ...studioRoutes.detours,
    config: reading,
    handler: async ({ actor }) => ({
      now: clock.now(),
      targets: listTargets(campaign).map(({ id, name, url }) => ({
        id,
        name,
        address: url({ code: '…' }),
      })),
      detours: (await listed(actor)).map((detour) => viewOf(detour, actor)),
    }),
  });
  routes.route({
    ...studioRoutes.askDetour,
    config: drafting,
    handler: async ({ actor, caller, body }, reply) => {
      const id = await book.ask(caller, body);
      return reply.code(201).send(await answer(actor, id));
    },
  });
  routes.route({
    ...studioRoutes.approveDetour,
    config: approving,
    handler: async ({ actor, caller, params }) => {
      await book.approve(caller, params.id);
      return answer(actor, params.id);
    },
  });
  routes.route({
    ...studioRoutes.returnDetour,
    config: approving,
    handler: async ({ actor, caller, params, body: { remark } }) => {
      await book.sendBack(caller, params.id, remark);
      return answer(actor, params.id);
    },
  });
  routes.route({
    ...studioRoutes.endDetour,
    config: drafting,
    handler: async ({ actor, caller, params }) => {
      await book.end(caller, params.id);
      return answer(actor, params.id);
    },
  });
}

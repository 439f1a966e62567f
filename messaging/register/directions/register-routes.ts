import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { officeKey } from '../../../campaigns/directions/occurrence-key.ts';
import { isPossible } from '../../../campaigns/directions/occurrence-state.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { directionRoutes, mostAtOnce } from '../../contract/register/directions.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { makeCatalogue, type ViewSources } from './direction-views.ts';
import { addApp, addOffice, takeOver } from './register-book.ts';
import { isWanted, toFilter } from './routes.ts';

/** What is done with many at once, and what headquarters says of the register itself. */
export function registerMany(app: FastifyInstance, sources: ViewSources): void {
  const { desk, book } = sources;
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const adding = { access: rolesFor('direction.add') };
  const catalogue = async (actor: Actor) => makeCatalogue(sources, await desk.read(), actor);

  routes.route({
    ...directionRoutes.decideMany,
    config: { access: rolesFor('direction.submit') },
    handler: async ({ actor, caller, body: { action, remark, selection, keys } }) => {
      const known = await desk.read();
      const { entries } = await desk.list(known, actor, {
        filter: toFilter(known, selection),
        only: (office) => isWanted(office, selection, desk.zoneOf(officeKey(office))),
      });
      const chosen = keys && new Set(keys);
      // Without keys the whole selection is meant, as far as something is to be done with it.
      const all = entries
        .filter(({ key, state }) => chosen?.has(key) ?? isPossible(state, action))
        .map(({ key }) => key);
      if (all.length > mostAtOnce) throw new Refusal('direction-too-many');
      return book.decideMany(caller, all, { action, remark });
    },
  });
  routes.route({
    ...directionRoutes.takeOver,
    config: adding,
    handler: async ({ actor, caller, body }) => {
      await takeOver(sources, caller, body.day);
      return catalogue(actor);
    },
  });
  routes.route({
    ...directionRoutes.addOffice,
    config: adding,
    handler: async ({ actor, caller, body }, reply) => {
      await addOffice(sources, caller, body);
      return reply.code(201).send(await catalogue(actor));
    },
  });
  routes.route({
    ...directionRoutes.addApp,
    config: adding,
    handler: async ({ actor, caller, body }, reply) => {
      await addApp(sources, caller, body);
      return reply.code(201).send(await catalogue(actor));
    },
  });
}

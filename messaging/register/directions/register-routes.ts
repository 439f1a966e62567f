import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { isPossible } from '../../../campaigns/directions/occurrence-state.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import {
  type DecideManyBody,
  directionRoutes,
  mostAtOnce,
} from '../../contract/register/directions.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { readCatalogue } from './direction-views.ts';
import { type DirectionSources, readLive, searchOccurrences } from './live-register.ts';
import { decideMany } from './occurrences.ts';
import { addApp, addOffice, takeOver } from './register-changes.ts';
import { isSelected, toFilter } from './routes.ts';

/** Steps with many occurrences at once, and changes of the register itself by headquarters. */
export function registerMany(app: FastifyInstance, sources: DirectionSources): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const adding = { access: rolesFor('direction.add') };

  routes.route({
    ...directionRoutes.decideMany,
    config: { access: rolesFor('direction.submit') },
    handler: async ({ caller, body: { action, remark, ...selected } }) => {
      const keys = await listChosen(sources, { action, ...selected }, caller.actor);
      return decideMany(sources, { action, remark, keys }, caller);
    },
  });
  routes.route({
    ...directionRoutes.takeOver,
    config: adding,
    handler: async ({ actor, caller, body }) => {
      await takeOver(sources, body.day, caller);
      return readCatalogue(sources, actor);
    },
  });
  routes.route({
    ...directionRoutes.addOffice,
    config: adding,
    handler: async ({ actor, caller, body }, reply) => {
      await addOffice(sources, body, caller);
      return reply.code(201).send(await readCatalogue(sources, actor));
    },
  });
  routes.route({
    ...directionRoutes.addApp,
    config: adding,
    handler: async ({ actor, caller, body }, reply) => {
      await addApp(sources, body, caller);
      return reply.code(201).send(await readCatalogue(sources, actor));
    },
  });
}

/** Without keys the whole selection is meant, as far as something is to be done with it. */
async function listChosen(
  sources: DirectionSources,
  { action, selection, keys }: Omit<DecideManyBody, 'remark'>,
  actor: Actor,
): Promise<string[]> {
  const known = await readLive(sources);
  const { entries } = await searchOccurrences(sources, known, {
    actor,
    filter: toFilter(known, selection),
    only: (office) => isSelected(sources, office, selection),
  });
  const chosen = keys && new Set(keys);
  const all = entries.filter(({ key, state }) => chosen?.has(key) ?? isPossible(state, action));
  if (all.length > mostAtOnce) throw new Refusal('direction-too-many');
  return all.map(({ key }) => key);
}

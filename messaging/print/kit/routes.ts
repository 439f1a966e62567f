import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { roles } from '../../../campaigns/offices/role.ts';
import { kitRoutes } from '../../contract/print/kit.ts';
import type { KitWork } from './kit-maker.ts';

/** How far the making is of what was published. */
export function registerKit(
  app: FastifyInstance,
  source: {
    work(): KitWork;
    /** How far the generator's run is, or null. */
    progress(): Promise<{ made: number; total: number } | null>;
  },
): void {
  app.withTypeProvider<ZodTypeProvider>().route({
    ...kitRoutes.read,
    config: { access: roles },
    handler: async () => ({
      ...source.work(),
      files: await source.progress(),
    }),
  });
}

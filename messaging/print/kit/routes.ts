import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { roles } from '../../../campaigns/offices/role.ts';
import { kitRoutes } from '../../contract/print/kit.ts';
import type { KitWork } from './kit-maker.ts';

/** Progress of files and pages that follow a publication. */
export function registerKit(
  app: FastifyInstance,
  source: {
    work(): KitWork;
    /** Progress of the generator's run; null while none is at work. */
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

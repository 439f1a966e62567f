import { z } from 'zod';
import { roles } from '../../../campaigns/offices/role.ts';
import { instant } from '../../contract/route.ts';
import { kitSteps } from '../../contract/values.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import type { KitWork } from './kit-maker.ts';

const work = z.object({
  step: z.enum(kitSteps),
  since: instant.describe('When this step began, or when all was done'),
  failure: z.string().nullable().describe('Why the last attempt failed; it is tried again'),
  files: z
    .object({ made: z.int(), total: z.int() })
    .nullable()
    .describe('How far the run is that makes files; null when none is at work'),
});

/** Progress of files and pages that follow a publication. */
export function kitRoutes(source: {
  work(): KitWork;
  /** Progress of the generator's run; null while none is at work. */
  progress(): Promise<{ made: number; total: number } | null>;
}) {
  return [
    serveRoute('GET /api/kit', {
      summary: 'How far files and pages are that follow what was published',
      response: { 200: work },
      config: { access: roles },
      handler: async () => ({
        ...source.work(),
        files: await source.progress(),
      }),
    }),
  ];
}

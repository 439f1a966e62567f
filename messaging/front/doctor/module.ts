import { hostname } from 'node:os';
import { z } from 'zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { refusals } from '../../contract/route.ts';
import type { Module } from '../../platform/http/module.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import { version } from '../../platform/process/version.ts';
import { examine } from './checks.ts';
import { findingSchema } from './doctor-schemas.ts';
import type { DoctorContext } from './finding.ts';
import { type Looks, openLooks } from './last-look.ts';

/** The same table as `npm run doctor`, of the machine that answers. */
export function openDoctor(context: DoctorContext): Module & Pick<Looks, 'countFailed'> {
  const { look, countFailed } = openLooks(() => examine(context));
  return { name: 'doctor', countFailed, api: doctorRoutes(look) };
}

export function doctorRoutes(look: Looks['look']) {
  return [
    serveRoute({
      method: 'GET',
      url: '/api/doctor',
      schema: {
        summary: 'Every check of the installation, each good, not set up, or to be acted on',
        response: {
          200: z.object({
            host: z.string().describe('Machine that looked'),
            version: z.string(),
            findings: z.array(findingSchema),
          }),
          ...refusals(401, 403),
        },
      },
      config: { access: rolesFor('doctor.read') },
      handler: async () => ({ host: hostname(), version, findings: await look() }),
    }),
  ];
}

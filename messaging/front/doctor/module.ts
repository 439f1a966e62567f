import { hostname } from 'node:os';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import type { Module } from '../../platform/http/module.ts';
import { version } from '../../platform/process/version.ts';
import { examine } from './checks.ts';
import { doctorRoutes } from './doctor-schemas.ts';
import type { DoctorContext } from './finding.ts';
import { type Looks, openLooks } from './last-look.ts';

/** The same table as `npm run doctor`, of the machine that answers. */
export function openDoctor(context: DoctorContext): Module & Pick<Looks, 'countFailed'> {
  const { look, countFailed } = openLooks(() => examine(context));
  return {
    name: 'doctor',
    countFailed,
    register({ api }) {
      api.withTypeProvider<ZodTypeProvider>().route({
        ...doctorRoutes.examine,
        config: { access: rolesFor('doctor.read') },
        handler: async () => ({ host: hostname(), version, findings: await look() }),
      });
    },
  };
}

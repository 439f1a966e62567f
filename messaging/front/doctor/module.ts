import { hostname } from 'node:os';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { doctorRoutes } from '../../contract/front/doctor.ts';
import { type Module, nothingToClose } from '../../platform/http/module.ts';
import { version } from '../../platform/process/version.ts';
import { examine } from './checks.ts';
import type { DoctorContext } from './finding.ts';

/** The same table as `npm run doctor`, of the machine that answers. */
export function openDoctor(context: DoctorContext): Module {
  let looking: ReturnType<typeof examine> | undefined;
  return {
    name: 'doctor',
    register({ api }) {
      api.withTypeProvider<ZodTypeProvider>().route({
        ...doctorRoutes.examine,
        config: { access: rolesFor('doctor.read') },
        handler: async () => {
          // Two who ask at once look once.
          looking ??= examine(context).finally(() => {
            looking = undefined;
          });
          return { host: hostname(), version, findings: await looking };
        },
      });
    },
    close: nothingToClose,
  };
}

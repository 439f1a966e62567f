import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import type { DoNotDisturbMode } from '../../contract/values.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { DecoderTask } from '../../platform/decoding/decoders.ts';
import type { SavedUpload } from '../../platform/http/upload-room-fs.ts';
import { unreadable } from '../../platform/lists/unreadable.ts';
import type { Caller } from '../../platform/process/caller.ts';
import type { DoNotDisturbDependencies } from './do-not-disturb-routes.ts';
import type { decode } from './number-operators.ts';
import { numberOperatorRoutes } from './number-operators-schemas.ts';
import { readOperators, storeOperators } from './number-operators-sql.ts';

/** Ported numbers of one state are some crores. */
const largestBytes = 4 * 1024 ** 3;
const operatorTask: DecoderTask<typeof decode> = {
  kind: 'numbers',
  module: new URL('./number-operators.ts', import.meta.url),
};

/** Telecom operators of numbers: series, and single ones that were ported. */
export function registerNumberOperators(
  forms: FastifyInstance,
  dependencies: DoNotDisturbDependencies,
): void {
  const { database, uploads } = dependencies;
  const routes = forms.withTypeProvider<ZodTypeProvider>();
  routes.route({
    ...numberOperatorRoutes.read,
    config: { access: rolesFor('blast.read') },
    handler: async () => readOperators(database.pool),
  });
  routes.route({
    ...numberOperatorRoutes.take,
    config: { access: rolesFor('number-operators.import') },
    handler: async (request) =>
      uploads.lend(request, largestBytes, (file) =>
        takeOperators(dependencies, { ...request.query, file }, request.caller),
      ),
  });
}

async function takeOperators(
  { database, decoders }: DoNotDisturbDependencies,
  { mode, file: { path, name } }: { mode: DoNotDisturbMode; file: SavedUpload },
  caller: Caller,
) {
  const readLines = (upload: string) =>
    decoders.read(operatorTask, { upload, path, name }, caller.actor.id);
  return storeOperators(database, readLines, {
    mode,
    record: async (tx, { operators, rejected }) => {
      await writeAudit(tx, {
        ...caller,
        action: 'number-operators.import',
        subject: 'number-operators',
        after: { operators, mode, rejected },
      });
    },
  }).catch((error: unknown) => {
    throw unreadable(error, name);
  });
}

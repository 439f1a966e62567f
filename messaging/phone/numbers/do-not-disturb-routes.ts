import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { doNotDisturbRoutes } from '../../contract/phone/do-not-disturb.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { Decoders, DecoderTask } from '../../platform/decoding/decoders.ts';
import { formLimits } from '../../platform/http/upload.ts';
import type { UploadRoom } from '../../platform/http/upload-room-fs.ts';
import { unreadable } from '../../platform/lists/unreadable.ts';
import type { decode } from './do-not-disturb-decoder.ts';
import { readDoNotDisturb, storeDoNotDisturb, type TakenNumbers } from './do-not-disturb-sql.ts';

export interface DoNotDisturbDependencies {
  database: Database;
  uploads: UploadRoom;
  decoders: Decoders;
}

/** A national register has some hundred millions of numbers. */
const largestBytes = 8 * 1024 ** 3;
const listTask: DecoderTask<typeof decode> = {
  kind: 'numbers',
  module: new URL('./do-not-disturb-decoder.ts', import.meta.url),
};

/** The list of numbers that want no promotional messages, as HQ gets it from the operators. */
export async function registerDoNotDisturb(
  app: FastifyInstance,
  { database, uploads, decoders }: DoNotDisturbDependencies,
): Promise<void> {
  await app.register(async (forms) => {
    await forms.register(multipart, { limits: formLimits });
    const routes = forms.withTypeProvider<ZodTypeProvider>();

    routes.route({
      ...doNotDisturbRoutes.read,
      config: { access: rolesFor('blast.read') },
      handler: async () => readDoNotDisturb(database.pool),
    });
    routes.route({
      ...doNotDisturbRoutes.take,
      config: { access: rolesFor('do-not-disturb.import') },
      handler: async (request) =>
        uploads.lend(request, largestBytes, async ({ path, name }) => {
          const { mode } = request.query;
          const linesOf = (upload: string) =>
            decoders.read(listTask, { upload, path, name }, request.actor.id);
          const record = async (
            tx: Queryable,
            { before, after, rejected }: TakenNumbers,
          ): Promise<void> => {
            await writeAudit(tx, {
              actor: request.actor,
              action: 'do-not-disturb.import',
              subject: 'do-not-disturb',
              before: { numbers: before },
              after: { numbers: after, mode, rejected },
              requestId: request.id,
            });
          };
          const { after, rejected, rejects } = await storeDoNotDisturb(database, linesOf, {
            mode,
            record,
          }).catch((error: unknown) => {
            throw unreadable(error, name);
          });
          return { numbers: after, rejected, rejects };
        }),
    });
  });
}

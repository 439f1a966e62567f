import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../campaigns/offices/permission.ts';
import { doNotDisturbRoutes } from '../contract/do-not-disturb.ts';
import { writeAudit } from '../database/audit-log-sql.ts';
import type { Database } from '../database/database.ts';
import { openUpload, wholeFile } from '../http/upload.ts';
import { csvRows } from '../lists/rows.ts';
import { unreadable } from '../lists/unreadable.ts';
import { mobileNumbers, type RejectedNumber } from './do-not-disturb.ts';
import { readDoNotDisturb, storeDoNotDisturb } from './do-not-disturb-sql.ts';

/** A national register has some hundred millions of numbers. */
const largestBytes = 8 * 1024 ** 3;
const shownRejects = 100;

/** The list of numbers that want no promotional messages, as HQ gets it from the operators. */
export async function registerDoNotDisturb(
  app: FastifyInstance,
  { pool }: Pick<Database, 'pool'>,
): Promise<void> {
  await app.register(async (uploads) => {
    await uploads.register(multipart, { limits: { fileSize: largestBytes, files: 1, fields: 0 } });
    const routes = uploads.withTypeProvider<ZodTypeProvider>();

    routes.route({
      ...doNotDisturbRoutes.read,
      config: { access: rolesFor('blast.read') },
      handler: async () => readDoNotDisturb(pool),
    });
    routes.route({
      ...doNotDisturbRoutes.take,
      config: { access: rolesFor('do-not-disturb.import') },
      handler: async (request) => {
        const { mode } = request.query;
        const file = await openUpload(request, largestBytes);
        let rejected = 0;
        const rejects: RejectedNumber[] = [];
        const batches = mobileNumbers(csvRows(wholeFile(file)), (reject) => {
          rejected += 1;
          if (rejects.length < shownRejects) rejects.push(reject);
        });
        const numbers = await storeDoNotDisturb(pool, batches, {
          mode,
          record: async (tx, { before, after }) => {
            await writeAudit(tx, {
              actor: request.actor,
              action: 'do-not-disturb.import',
              subject: 'do-not-disturb',
              before: { numbers: before },
              after: { numbers: after, mode, rejected },
              requestId: request.id,
            });
          },
        }).catch((error: unknown) => {
          throw unreadable(error);
        });
        return { numbers, rejected, rejects };
      },
    });
  });
}

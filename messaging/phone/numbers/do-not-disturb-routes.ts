import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import type { DoNotDisturbMode } from '../../contract/values.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Decoders, DecoderTask } from '../../platform/decoding/decoders.ts';
import type { SavedUpload, UploadRoom } from '../../platform/http/upload-room-fs.ts';
import { unreadable } from '../../platform/lists/unreadable.ts';
import type { Caller } from '../../platform/process/caller.ts';
import type { decode } from './do-not-disturb.ts';
import { doNotDisturbRoutes } from './do-not-disturb-schemas.ts';
import { readDoNotDisturb, storeDoNotDisturb } from './do-not-disturb-sql.ts';

export interface DoNotDisturbDependencies {
  database: Database;
  uploads: UploadRoom;
  decoders: Decoders;
}

/** A national register has some hundred millions of numbers. */
const largestBytes = 8 * 1024 ** 3;
const listTask: DecoderTask<typeof decode> = {
  kind: 'numbers',
  module: new URL('./do-not-disturb.ts', import.meta.url),
};

/** The list of numbers that want no promotional messages, as HQ gets it from the operators. */
export function registerDoNotDisturb(
  forms: FastifyInstance,
  { database, uploads, decoders }: DoNotDisturbDependencies,
): void {
  const routes = forms.withTypeProvider<ZodTypeProvider>();

  routes.route({
    ...doNotDisturbRoutes.read,
    config: { access: rolesFor('blast.read') },
    handler: async () => readDoNotDisturb(database.pool),
  });
  routes.route({
    ...doNotDisturbRoutes.take,
    config: { access: rolesFor('do-not-disturb.import') },
    handler: async (request) => {
      const { caller, query } = request;
      return uploads.lend(request, largestBytes, (file) =>
        takeList({ database, decoders }, { ...query, file }, caller),
      );
    },
  });
}

async function takeList(
  { database, decoders }: Pick<DoNotDisturbDependencies, 'database' | 'decoders'>,
  { mode, file: { path, name } }: { mode: DoNotDisturbMode; file: SavedUpload },
  caller: Caller,
) {
  const readLines = (upload: string) =>
    decoders.read(listTask, { upload, path, name }, caller.actor.id);
  const { after, rejected, rejects } = await storeDoNotDisturb(database, readLines, {
    mode,
    record: async (tx, counts) => {
      await writeAudit(tx, {
        ...caller,
        action: 'do-not-disturb.import',
        subject: 'do-not-disturb',
        before: { numbers: counts.before },
        after: { numbers: counts.after, mode, rejected: counts.rejected },
      });
    },
  }).catch((error: unknown) => {
    throw unreadable(error, name);
  });
  return { numbers: after, rejected, rejects };
}

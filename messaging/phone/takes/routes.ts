import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import {
  guidePath,
  type RecordingScript,
  scriptFileName,
} from '../../../campaigns/radio/script.ts';
import { takeFiles } from '../../../campaigns/radio/take-format.ts';
import { takeRoutes } from '../../contract/phone/takes.ts';
import type { Database } from '../../platform/database/database.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import { sendStored } from '../../platform/files/send-stored.ts';
import type { UploadRoom } from '../../platform/http/upload-room-fs.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { sortTakes } from './current-takes.ts';
import { takeFileName } from './master.ts';
import { originalName, type TakeBook } from './take-book.ts';
import { deliveryName, type TakeNaming, toTakeView } from './take-view.ts';
import { findTake, latestTakes } from './takes-sql.ts';

export interface TakeRouteDependencies {
  database: Pick<Database, 'pool'>;
  scripts: readonly RecordingScript[];
  book: TakeBook;
  store: FileStore;
  uploads: UploadRoom;
  naming: TakeNaming;
  printDir: string;
}

/** A minute and a half of WAV in 24 bit and stereo; takes are half a minute. */
const mostBytes = 30 * 1024 ** 2;
const originalTypes = { wav: 'audio/wav', mp3: 'audio/mpeg', mov: 'audio/mp4', ogg: 'audio/ogg' };

/** Recordings for officers: uploaded, heard, taken. */
export function registerTakes(app: FastifyInstance, dependencies: TakeRouteDependencies): void {
  const { database, scripts, book, store, uploads, naming, printDir } = dependencies;
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const reading = { config: { access: rolesFor('take.read') } };
  const recording = { config: { access: rolesFor('take.record') } };

  /** Guides are made by the generator: there is none before it ran. */
  function guideOf(script: string): string | null {
    const path = guidePath(scriptFileName(script, naming.campaign, naming.code));
    return existsSync(join(printDir, path)) ? `/files/${path}` : null;
  }

  routes.route({
    ...takeRoutes.list,
    ...reading,
    handler: async () => {
      const takes = await latestTakes(database.pool);
      return scripts.map((script) => {
        const { current, last, outdated } = sortTakes(script, takes);
        return {
          ...script,
          current: current ? toTakeView(current, naming) : null,
          last: last ? toTakeView(last, naming) : null,
          outdated,
          guide: guideOf(script.id),
        };
      });
    },
  });
  routes.route({
    ...takeRoutes.record,
    ...recording,
    handler: async (request, reply) => {
      const script = scripts.find(({ id }) => id === request.params.script);
      if (script === undefined) throw new Refusal('no-such-script');
      const { caller } = request;
      const take = await uploads.lend(request, mostBytes, (upload) =>
        book.record(caller, script, upload),
      );
      return reply.code(take.status === 'mastered' ? 201 : 200).send(toTakeView(take, naming));
    },
  });
  routes.route({
    ...takeRoutes.withdraw,
    ...recording,
    handler: async ({ caller, params }) =>
      toTakeView(await book.withdraw(caller, params.id), naming),
  });
  routes.route({
    ...takeRoutes.file,
    ...reading,
    handler: async (request, reply) => {
      const { id, format } = request.params;
      const take = await findTake(database.pool, id);
      if (take === undefined) throw new Refusal('no-such-take');
      const isOriginal = format === 'original';
      const file = isOriginal ? originalName(take.type) : takeFileName(format);
      const name = isOriginal
        ? `${take.script}-${id}-${file}`
        : deliveryName(naming, take.script, format);
      reply.header('content-disposition', `inline; filename="${name}"`);
      const contentType = isOriginal ? originalTypes[take.type] : takeFiles[format].contentType;
      const sent = await sendStored(request, reply, {
        store,
        name: `${take.key}/${file}`,
        contentType,
      });
      if (sent === undefined) throw new Refusal('no-such-take');
      return sent;
    },
  });
}

import multipart from '@fastify/multipart';
import type { Logger } from 'pino';
import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Registry } from '../../../campaigns/links/registry.ts';
import { recordingScripts } from '../../../campaigns/radio/script.ts';
import type { Config } from '../../config.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Decoders } from '../../platform/decoding/decoders.ts';
import type { Files } from '../../platform/files/open-files.ts';
import type { Module } from '../../platform/http/module.ts';
import { addRoutes } from '../../platform/http/serve-route.ts';
import { formLimits } from '../../platform/http/upload.ts';
import type { UploadRoom } from '../../platform/http/upload-room-fs.ts';
import { createCurrentTakes } from './current-takes.ts';
import { createLaidTakes } from './laid-takes-fs.ts';
import { publicTakeRoutes } from './public-routes.ts';
import { createRecordedPrompts, type RecordedPrompts } from './recorded-prompts.ts';
import { takeRoutes } from './routes.ts';

/** Recordings, and the prompts that calls play of them. */
export interface Takes extends Module {
  prompts: RecordedPrompts;
}

/** Recordings of radio spots, of the call's prompts and of the film's voice: uploaded, checked, mastered, played. */
export function openTakes(options: {
  config: Pick<Config, 'printDir' | 'publicUrl'>;
  files: Pick<Files, 'room'>;
  database: Database;
  campaign: Campaign;
  registry: Registry;
  uploads: UploadRoom;
  decoders: Decoders;
  log: Logger;
}): Takes {
  const { config, files, database, campaign, registry, uploads, decoders, log } = options;
  const code = registry.codeFor({ scope: 'state' }, 'radio');
  const scripts = recordingScripts(campaign, code);
  const naming = { campaign, code };
  const store = files.room('takes');
  const laid = createLaidTakes({ printDir: config.printDir, store, scripts });
  const current = createCurrentTakes({
    database: database.pool,
    scripts,
    onRead: (takes) => laid.lay(takes),
    onTrouble: (error) => log.warn(error, 'takes are not read'),
  });
  const shared = { database, scripts, store, naming };
  return {
    name: 'takes',
    prompts: createRecordedPrompts(current, config.publicUrl),
    async register({ direct, api }) {
      addRoutes(direct, publicTakeRoutes({ ...shared, current }));
      await api.register(async (forms) => {
        await forms.register(multipart, { limits: formLimits });
        addRoutes(
          forms,
          takeRoutes({
            ...shared,
            decoders,
            uploads,
            printDir: config.printDir,
            onChanged: current.refresh,
          }),
        );
      });
    },
    close: current.close,
  };
}

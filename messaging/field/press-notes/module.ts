import multipart from '@fastify/multipart';
import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Directory } from '../../../campaigns/directory/station.ts';
import type { Registry } from '../../../campaigns/links/registry.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Decoders } from '../../platform/decoding/decoders.ts';
import type { Files } from '../../platform/files/open-files.ts';
import type { Module } from '../../platform/http/module.ts';
import { formLimits } from '../../platform/http/upload.ts';
import type { UploadRoom } from '../../platform/http/upload-room-fs.ts';
import type { Clock } from '../../platform/process/clock.ts';
import { createPhotoReader } from '../activities/photo-reader.ts';
import { registerPressNotes } from './routes.ts';

/** Press notes of cases registered through the app; a campaign without their data has none. */
export function openPressNotes(options: {
  files: Pick<Files, 'room'>;
  database: Database;
  campaign: Campaign;
  directory: Directory;
  registry: () => Registry;
  clock: Clock;
  uploads: UploadRoom;
  decoders: Decoders;
}): Module {
  const { files, database, campaign, directory, registry, clock, uploads, decoders } = options;
  const { pressNotes } = campaign;
  if (pressNotes === undefined) return { name: 'press notes' };
  const reader = createPhotoReader(decoders);
  const { today } = clock;
  const sources = { database, campaign, pressNotes, directory, registry, today };
  return {
    name: 'press notes',
    async register({ api }) {
      await api.register(async (forms) => {
        await forms.register(multipart, { limits: formLimits });
        const cuttings = { sources, reader, cuttings: files.room('cuttings') };
        registerPressNotes(forms, { sources, files: cuttings, uploads, decoders });
      });
    },
  };
}

import multipart from '@fastify/multipart';
import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Directory } from '../../../campaigns/directory/station.ts';
import type { LiveProgress } from '../../figures/progress/live-progress.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Decoders } from '../../platform/decoding/decoders.ts';
import type { Files } from '../../platform/files/open-files.ts';
import type { Module } from '../../platform/http/module.ts';
import { addRoutes } from '../../platform/http/serve-route.ts';
import { formLimits } from '../../platform/http/upload.ts';
import type { UploadRoom } from '../../platform/http/upload-room-fs.ts';
import type { DirectionSources } from './live-register.ts';
import { meetingRoutes } from './meeting-routes.ts';
import { manyRoutes } from './register-routes.ts';
import { registerDirections } from './routes.ts';

/** Other slices read the register by `sources`; undefined for a campaign without one. */
export interface Directions extends Module {
  sources: DirectionSources | undefined;
}

export function openDirections(options: {
  database: Database;
  campaign: Campaign;
  directory: Directory;
  live: Pick<LiveProgress, 'current'>;
  files: Pick<Files, 'room'>;
  uploads: UploadRoom;
  decoders: Decoders;
}): Directions {
  const { database, campaign, directory, live, files, uploads, decoders } = options;
  const { register: data } = campaign;
  if (data === undefined) return { name: 'directions', sources: undefined };
  const sources = { database, campaign, directory, live, data };
  const papers = { sources, store: files.room('directions'), decoders };
  return {
    name: 'directions',
    sources,
    async register({ api }) {
      await api.register(async (forms) => {
        await forms.register(multipart, { limits: formLimits });
        registerDirections(forms, { papers, uploads });
        addRoutes(forms, manyRoutes(sources));
      });
      addRoutes(api, meetingRoutes(sources));
    },
  };
}

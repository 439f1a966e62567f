import multipart from '@fastify/multipart';
import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Directory } from '../../../campaigns/directory/station.ts';
import type { OwnedCode } from '../../../campaigns/links/registry.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Decoders } from '../../platform/decoding/decoders.ts';
import type { Files } from '../../platform/files/open-files.ts';
import type { Module } from '../../platform/http/module.ts';
import { formLimits } from '../../platform/http/upload.ts';
import type { UploadRoom } from '../../platform/http/upload-room-fs.ts';
import type { Clock } from '../../platform/process/clock.ts';
import type { Activities } from './activities.ts';
import { createPhotoReader } from './photo-reader.ts';
import { registerActivities } from './routes.ts';

/** Activities of districts and the PRO to DGP, with the pictures that prove them. */
export function openActivities(options: {
  files: Pick<Files, 'room'>;
  database: Database;
  campaign: Campaign;
  directory: Directory;
  clock: Clock;
  ownerOf: (code: string) => OwnedCode | undefined | Promise<OwnedCode | undefined>;
  uploads: UploadRoom;
  decoders: Decoders;
  countOrdered: Activities['countOrdered'];
  registry?: Activities['registry'];
}): Module {
  const { files, database, campaign, directory, clock, ownerOf, countOrdered } = options;
  const { uploads, decoders, registry } = options;
  const reader = createPhotoReader(decoders);
  const activities: Activities = {
    database,
    directory,
    state: campaign.areas.state,
    firstDay: campaign.goal.startsOn,
    today: clock.today,
    registry,
    countOrdered,
    fleet: campaign.fleet ?? null,
  };
  const photos = files.room('photos');
  const linkHost = () => campaign.links.host;
  const boards = { activities, database, reader, photos, ownerOf, linkHost, clock };
  const attachments = { activities, reader, files: files.room('attachments') };
  return {
    name: 'activities',
    async register({ api }) {
      await api.register(async (forms) => {
        await forms.register(multipart, { limits: formLimits });
        registerActivities(forms, { boards, attachments, uploads, decoders });
      });
    },
  };
}

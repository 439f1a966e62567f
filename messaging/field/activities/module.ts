import multipart from '@fastify/multipart';
import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Directory } from '../../../campaigns/directory/station.ts';
import type { OwnedCode } from '../../../campaigns/links/registry.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Decoders } from '../../platform/decoding/decoders.ts';
import type { Files } from '../../platform/files/open-files.ts';
import { type Module, nothingToClose } from '../../platform/http/module.ts';
import { formLimits } from '../../platform/http/upload.ts';
import type { UploadRoom } from '../../platform/http/upload-room-fs.ts';
import type { Clock } from '../../platform/process/clock.ts';
import { type ActivityBookDependencies, createActivityBook } from './activity-book.ts';
import { createAttachmentBook } from './attachment-book.ts';
import { createBoardBook } from './board-book.ts';
import { createPhotoProof } from './photo-proof.ts';
import { createPhotoReader } from './photo-reader.ts';
import { registerActivities } from './routes.ts';

/** What districts and the PRO to DGP did, with the pictures that prove it. */
export function openActivities(options: {
  files: Pick<Files, 'room'>;
  database: Database;
  campaign: Campaign;
  directory: Directory;
  clock: Clock;
  ownerOf: (code: string) => OwnedCode | undefined | Promise<OwnedCode | undefined>;
  uploads: UploadRoom;
  decoders: Decoders;
  countOrdered: NonNullable<ActivityBookDependencies['countOrdered']>;
}): Module {
  const { files, database, campaign, directory, clock, ownerOf, countOrdered } = options;
  const photos = files.room('photos');
  const attachments = files.room('attachments');
  const reader = createPhotoReader(options.decoders);
  const book = createActivityBook({
    database,
    directory,
    state: campaign.areas.state,
    firstDay: campaign.goal.startsOn,
    today: clock.today,
    countOrdered,
    fleet: campaign.fleet ?? null,
  });
  const proof = createPhotoProof({
    database,
    book,
    reader,
    photos,
    ownerOf,
    linkHost: () => campaign.links.host,
  });
  const boards = createBoardBook({ database, book, proof, photos });
  const papers = createAttachmentBook({ database, book, reader, attachments });
  return {
    name: 'activities',
    async register({ api }) {
      await api.register(async (forms) => {
        await forms.register(multipart, { limits: formLimits });
        registerActivities(forms, { ...options, book, boards, proof, papers, photos, attachments });
      });
    },
    close: nothingToClose,
  };
}

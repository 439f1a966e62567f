import multipart from '@fastify/multipart';
import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Directory } from '../../../campaigns/directory/station.ts';
import type { LiveProgress } from '../../figures/progress/live-progress.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Decoders } from '../../platform/decoding/decoders.ts';
import type { Files } from '../../platform/files/open-files.ts';
import { type Module, nothingToClose } from '../../platform/http/module.ts';
import { formLimits } from '../../platform/http/upload.ts';
import type { UploadRoom } from '../../platform/http/upload-room-fs.ts';
import { registerAppRequests } from './app-request-routes.ts';
import { createDirectionDesk, type DirectionDesk } from './direction-desk.ts';
import { createEventBook } from './event-book.ts';
import { createMeetingBook } from './meeting-book.ts';
import { registerMeetings } from './meeting-routes.ts';
import { createOccurrenceBook } from './occurrence-book.ts';
import { createPaperBook } from './paper-book.ts';
import { registerMany } from './register-routes.ts';
import { registerDirections } from './routes.ts';

/** The register, and what other slices ask it; a campaign without the data has no desk. */
export interface Directions extends Module {
  desk: DirectionDesk | undefined;
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
  const { register } = campaign;
  if (register === undefined) return { name: 'directions', desk: undefined, close: nothingToClose };
  const { districts } = directory;
  const sources = { database, campaign, districts, live };
  const desk = createDirectionDesk(sources, register);
  const book = createOccurrenceBook({ database, desk, directory });
  const papers = createPaperBook({
    decoders,
    database,
    desk,
    book,
    districts,
    store: files.room('directions'),
  });
  const events = createEventBook({ database, desk, directory });
  const meetings = createMeetingBook({ database, desk });
  return {
    name: 'directions',
    desk,
    async register({ api }) {
      await api.register(async (forms) => {
        await forms.register(multipart, { limits: formLimits });
        const all = { ...sources, desk, book };
        registerDirections(forms, { sources: all, events, papers, uploads });
        registerMany(forms, all);
        registerAppRequests(forms, all);
      });
      registerMeetings(api, { database, meetings });
    },
    close: nothingToClose,
  };
}

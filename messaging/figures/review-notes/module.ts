import type { House } from '../../kit/house.ts';
import { recordAudit } from '../../platform/database/audit-log-sql.ts';
import type { Module } from '../../platform/http/module.ts';
import { addRoutes } from '../../platform/http/serve-route.ts';
import type { Progress } from '../progress/module.ts';
import { type KeptNotes, keepNotes } from './kept-notes.ts';
import { monthlyNote } from './monthly-note.ts';
import { reviewNoteRoutes } from './routes.ts';

/** Stored notes, for the letters that carry them. */
export interface ReviewNotes extends Module {
  notes: Pick<KeptNotes, 'open'>;
}

/** The monthly review note, and those that were kept on the 5th. */
export function openReviewNotes(
  options: House & {
    progress: Pick<Progress, 'live' | 'source'>;
  },
): ReviewNotes {
  const { files, database, decoders, log } = options;
  const { live, source } = options.progress;
  const notes = keepNotes({
    files: files.room('review-notes'),
    months() {
      const { startsOn, endsOn } = source.campaign.goal;
      return { first: startsOn.slice(0, 7), last: endsOn.slice(0, 7) };
    },
    today: async () => (await live.current()).file.today,
    make: (month, today) => monthlyNote(source, { month, today }),
    decoders,
    async onKept(month, sha256) {
      await recordAudit(database.pool, {
        actor: 'service',
        action: 'review-note.keep',
        subject: `review-note/${month}`,
        after: { sha256 },
      });
    },
    onTrouble: (error) => log.warn(error, 'the review note could not be kept; tried again'),
  });
  return {
    name: 'review notes',
    notes,
    register: ({ api }) =>
      addRoutes(api, reviewNoteRoutes({ source, progress: live, notes, decoders })),
    close: notes.stop,
  };
}

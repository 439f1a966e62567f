import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Campaign } from '../../campaigns/campaign.ts';
import type { Database } from '../../campaigns/database.ts';
import type { Directory } from '../../campaigns/directory/station.ts';
import { rolesFor } from '../../campaigns/offices/permission.ts';
import { addDays } from '../../campaigns/tracker/clock.ts';
import type { LiveProgress } from '../progress/live-progress.ts';
import { loadProgress } from '../progress/progress-data.ts';
import { noteContent } from '../reports/note-content.ts';
import { noteDocx } from '../reports/note-docx.ts';
import { notePdf } from '../reports/note-pdf.ts';

export interface ReviewNoteDependencies {
  database: Database;
  campaign: Campaign;
  directory: Directory;
  progress: LiveProgress;
}

const formats = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};

/** The monthly review note, which goes out by the 5th of the next month. */
export function registerReviewNote(
  app: FastifyInstance,
  { database, campaign, directory, progress }: ReviewNoteDependencies,
): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/api/review-note',
    {
      config: { access: rolesFor('progress.read') },
      schema: {
        summary:
          'Review note of a month (YYYY-MM, by default the last whole one) in Hindi, as DOCX or PDF',
        querystring: z.object({
          month: z
            .string()
            .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
            .optional(),
          format: z.enum(['docx', 'pdf']).default('pdf'),
        }),
      },
    },
    async ({ query }, reply) => {
      const { today, sample } = (await progress.current()).file;
      const month = query.month ?? addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7);
      const lastDay = addDays(`${addDays(`${month}-28`, 4).slice(0, 7)}-01`, -1);
      const file = await loadProgress(
        { handle: database.orm, campaign, directory },
        { today: [lastDay, today].toSorted()[0] ?? today, now: new Date(), sample },
      );
      const note = noteContent(file, { campaign, districts: directory.districts, month });
      return reply
        .type(formats[query.format])
        .header('content-disposition', `attachment; filename="review-${month}.${query.format}"`)
        .send(query.format === 'pdf' ? notePdf(note) : await noteDocx(note));
    },
  );
}

import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../campaigns/offices/permission.ts';
import { reviewNoteRoutes } from '../contract/review-notes.ts';
import type { NoteFormat } from '../contract/values.ts';
import type { LiveProgress } from '../progress/live-progress.ts';
import type { ProgressSource } from '../progress/progress-data.ts';
import type { KeptNotes } from './kept-notes.ts';
import { lastWholeMonth, monthlyNote } from './monthly-note.ts';
import { noteDocx } from './note-docx.ts';
import { notePdf } from './note-pdf.ts';

export interface ReviewNoteDependencies {
  source: ProgressSource;
  progress: LiveProgress;
  notes: KeptNotes;
}

const types: Record<NoteFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};

/** The monthly review note, which goes out by the 5th of the next month. */
export function registerReviewNote(
  app: FastifyInstance,
  { source, progress, notes }: ReviewNoteDependencies,
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const config = { access: rolesFor('progress.read') };

  routes.route({
    ...reviewNoteRoutes.make,
    config,
    handler: async ({ query }, reply) => {
      const { today, sample } = (await progress.current()).file;
      const wanted = query.month ?? lastWholeMonth(today);
      const note = await monthlyNote(source, { month: wanted, today, sample });
      return reply
        .type(types[query.format])
        .header('content-disposition', attachment(wanted, query.format))
        .send(query.format === 'pdf' ? notePdf(note) : await noteDocx(note));
    },
  });
  routes.route({
    ...reviewNoteRoutes.list,
    config,
    handler: async () => notes.list(),
  });
  routes.route({
    ...reviewNoteRoutes.read,
    config,
    handler: async ({ params, query }, reply) => {
      const note = await notes.open(params.month, query.format);
      if (note === undefined) return reply.code(404).send({ error: 'no-such-note' });
      return reply
        .type(types[query.format])
        .header('content-disposition', attachment(params.month, query.format))
        .header('content-length', note.bytes)
        .send(note.content);
    },
  });
}

function attachment(of: string, as: NoteFormat): string {
  return `attachment; filename="review-${of}.${as}"`;
}

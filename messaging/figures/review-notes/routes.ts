import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { reviewNoteRoutes } from '../../contract/figures/review-notes.ts';
import type { NoteFormat } from '../../contract/values.ts';
import { sendDownload } from '../../platform/http/download.ts';
import type { LiveProgress } from '../progress/live-progress.ts';
import type { ProgressSource } from '../progress/progress-data.ts';
import type { KeptNotes } from './kept-notes.ts';
import { lastWholeMonth, monthlyNote } from './monthly-note.ts';
import type { WriteNote } from './write-note.ts';

export interface ReviewNoteDependencies {
  source: ProgressSource;
  progress: LiveProgress;
  notes: KeptNotes;
  write: WriteNote;
}

/** The monthly review note, which goes out by the 5th of the next month. */
export function registerReviewNote(
  app: FastifyInstance,
  { source, progress, notes, write }: ReviewNoteDependencies,
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const config = { access: rolesFor('progress.read') };

  routes.route({
    ...reviewNoteRoutes.make,
    config,
    handler: async ({ actor, query: { format, ...query } }, reply) => {
      const { today, sample } = (await progress.current()).file;
      const wanted = query.month ?? lastWholeMonth(today);
      const note = await monthlyNote(source, { month: wanted, today, sample });
      return sendDownload(reply, fileName(wanted, format), await write(note, format, actor.id));
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
      reply.header('content-length', note.bytes);
      return sendDownload(reply, fileName(params.month, query.format), note.content);
    },
  });
}

function fileName(of: string, as: NoteFormat): `${string}.${NoteFormat}` {
  return `review-${of}.${as}`;
}

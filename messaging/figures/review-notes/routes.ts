import { z } from 'zod';
import { month } from '../../../campaigns/text-types.ts';
import { paperFile, refusals } from '../../contract/route.ts';
import { type NoteFormat, noteFormats } from '../../contract/values.ts';
import { type PaperPress, writePaper } from '../../platform/documents/papers.ts';
import { sendDownload } from '../../platform/http/download.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import type { LiveProgress } from '../progress/live-progress.ts';
import type { ProgressSource } from '../progress/progress-data.ts';
import type { KeptNotes } from './kept-notes.ts';
import { lastWholeMonth, monthlyNote } from './monthly-note.ts';

const format = z.enum(noteFormats).default('pdf');
const noteFile = paperFile('The note', 'pdf', 'docx');
const keptNote = z.object({ month: z.string(), keptAt: z.iso.datetime() });

export interface ReviewNoteDependencies {
  source: ProgressSource;
  progress: LiveProgress;
  notes: KeptNotes;
  decoders: PaperPress;
}

/** The monthly review note, which goes out by the 5th of the next month. */
export function reviewNoteRoutes({ source, progress, notes, decoders }: ReviewNoteDependencies) {
  return [
    serveRoute('GET /api/review-note', {
      summary:
        'Review note of a month (YYYY-MM, by default the last whole one) in Hindi, as DOCX or PDF',
      querystring: z.object({ month: month.optional(), format }),
      response: { 200: noteFile },
      may: 'progress.read',
      handler: async ({ actor, query }, reply) => {
        const { today } = (await progress.current()).file;
        const wanted = query.month ?? lastWholeMonth(today);
        const note = await monthlyNote(source, { month: wanted, today });
        const bytes = await writePaper(decoders, note, { format: query.format, account: actor.id });
        return sendDownload(reply, fileName(wanted, query.format), bytes);
      },
    }),
    serveRoute('GET /api/review-notes', {
      summary: 'Review notes as they stood on the 5th, the latest first',
      response: { 200: z.array(keptNote) },
      may: 'progress.read',
      handler: async () => notes.list(),
    }),
    serveRoute('GET /api/review-notes/:month', {
      summary: 'A review note as it stood on the 5th',
      params: z.object({ month }),
      querystring: z.object({ format }),
      response: { 200: noteFile, ...refusals(404) },
      may: 'progress.read',
      handler: async ({ params, query }, reply) => {
        const note = await notes.open(params.month, query.format);
        if (note === undefined) return reply.code(404).send({ error: 'no-such-note' });
        reply.header('content-length', note.bytes);
        return sendDownload(reply, fileName(params.month, query.format), note.content);
      },
    }),
  ];
}

function fileName(of: string, as: NoteFormat): `${string}.${NoteFormat}` {
  return `review-${of}.${as}`;
}

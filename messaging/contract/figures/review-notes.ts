import { z } from 'zod';
import { fileTypes } from '../file-types.ts';
import { type FileAnswer, file, forOfficers, refusals, route } from '../route.ts';
import { noteFormats } from '../values.ts';

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const format = z.enum(noteFormats).default('pdf');
const note: FileAnswer = {
  description: 'The note',
  content: { ...file(fileTypes.pdf, '').content, ...file(fileTypes.docx, '').content },
};

const keptNote = z.object({ month: z.string(), keptAt: z.iso.datetime() });

/** The monthly review note, which goes out by the 5th of the next month. */
export const reviewNoteRoutes = {
  make: route({
    method: 'GET',
    url: '/api/review-note',
    schema: {
      summary:
        'Review note of a month (YYYY-MM, by default the last whole one) in Hindi, as DOCX or PDF',
      querystring: z.object({ month: month.optional(), format }),
      response: { 200: note, ...forOfficers },
    },
  }),
  list: route({
    method: 'GET',
    url: '/api/review-notes',
    schema: {
      summary: 'Review notes as they stood on the 5th, the latest first',
      response: { 200: z.array(keptNote), ...refusals(401, 403) },
    },
  }),
  read: route({
    method: 'GET',
    url: '/api/review-notes/:month',
    schema: {
      summary: 'A review note as it stood on the 5th',
      params: z.object({ month }),
      querystring: z.object({ format }),
      response: { 200: note, ...forOfficers, ...refusals(404) },
    },
  }),
};

import { z } from 'zod';
import { fileTypes } from '../file-types.ts';
import { type FileAnswer, file, forOfficers, refusals, route } from '../route.ts';
import { noteFormats } from '../values.ts';

const format = z.enum(noteFormats).default('pdf');
const letter: FileAnswer = {
  description: 'The letter, one page',
  content: { ...file(fileTypes.pdf, '').content, ...file(fileTypes.docx, '').content },
};
const id = z
  .string()
  .max(80)
  .regex(/^[a-z0-9-]+$/);

/** District letters (अर्द्धशासकीय पत्र): three figures, the place, two asks. */
export const districtLetterRoutes = {
  all: route({
    method: 'GET',
    url: '/api/district-letters',
    schema: {
      summary: 'Letters to the heads of all districts in a ZIP, as PDF or DOCX',
      querystring: z.object({ format }),
      response: { 200: file('application/zip', 'One letter a district'), ...forOfficers },
    },
  }),
  one: route({
    method: 'GET',
    url: '/api/district-letters/:district',
    schema: {
      summary: 'Letter to the head of a district, as PDF or DOCX',
      params: z.object({ district: id }),
      querystring: z.object({ format }),
      response: { 200: letter, ...forOfficers, ...refusals(404) },
    },
  }),
} as const;

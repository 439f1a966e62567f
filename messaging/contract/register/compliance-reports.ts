import { z } from 'zod';
import { fileTypes } from '../file-types.ts';
import { type FileAnswer, file, forOfficers, refusals, route } from '../route.ts';

export const complianceFormats = ['pdf', 'docx', 'xlsx'] as const;

const report: FileAnswer = {
  description: 'The report',
  content: Object.assign(
    {},
    ...complianceFormats.map((format) => file(fileTypes[format], '').content),
  ),
};

/** The compliance report of a month: who owes what since when, and what was done. */
export const complianceReportRoutes = {
  make: route({
    method: 'GET',
    url: '/api/compliance-report',
    schema: {
      summary:
        'Compliance report of a month (YYYY-MM, by default the present one) in Hindi, of the whole state or a zone',
      querystring: z.object({
        month: z
          .string()
          .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
          .optional(),
        zone: z
          .string()
          .regex(/^[a-z0-9-]{0,40}$/)
          .optional()
          .describe('For headquarters, empty for the whole state; a zone always has its own'),
        format: z.enum(complianceFormats).default('pdf'),
      }),
      response: { 200: report, ...forOfficers, ...refusals(404) },
    },
  }),
};

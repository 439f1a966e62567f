import { z } from 'zod';
import { type FileAnswer, file, forOfficers, refusals, route } from '../route.ts';

export const complianceFormats = ['pdf', 'docx', 'xlsx'] as const;
export type ComplianceFormat = (typeof complianceFormats)[number];

const complianceTypes: Record<ComplianceFormat, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
const report: FileAnswer = {
  description: 'The report',
  content: Object.assign(
    {},
    ...Object.values(complianceTypes).map((type) => file(type, '').content),
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

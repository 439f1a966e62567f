import { z } from 'zod';
import { paragraph, reference } from '../../../campaigns/text-types.ts';
import { bilingual, done, forOfficers, refusals, route } from '../route.ts';

/** Faults that a citizen may see at a code. */
export const codeReportKinds = ['stuck-over', 'damaged', 'elsewhere'] as const;
export type CodeReportKind = (typeof codeReportKinds)[number];
export const longestReason = 300;

const code = reference({ min: 1, max: 24 }).describe('As printed');

const reportedCode = z.object({
  code: z.string(),
  district: z.string(),
  station: z.string(),
  name: bilingual.describe('Of the station'),
  since: z.iso.date().describe('Day of the first report'),
  kinds: z.record(z.enum(codeReportKinds), z.int()).describe('Reports by what was seen'),
});
export type ReportedCode = z.output<typeof reportedCode>;

/** Reports of citizens that a station's code is stuck over, damaged, or hangs elsewhere. */
export const codeReportRoutes = {
  report: route({
    method: 'POST',
    url: '/api/public/code-reports',
    schema: {
      summary: 'A citizen says what is wrong with a code; nothing is kept of who says it',
      body: z.object({
        code,
        kind: z.enum(codeReportKinds),
        website: reference({ max: 200 })
          .default('')
          .describe('A field that people do not see: what fills it in is a program'),
      }),
      response: { 204: done, ...refusals(400, 404, 429) },
    },
  }),
  list: route({
    method: 'GET',
    url: '/api/code-reports',
    schema: {
      summary: 'Codes of the own area that so many reported within 30 days that somebody must look',
      response: { 200: z.array(reportedCode), ...refusals(401, 403) },
    },
  }),
  resolve: route({
    method: 'POST',
    url: '/api/code-reports/resolve',
    schema: {
      summary: 'The district looked at the code, and says what it found',
      body: z.object({ code, reason: paragraph({ min: 1, max: longestReason }) }),
      response: { 204: done, ...forOfficers, ...refusals(404) },
    },
  }),
} as const;

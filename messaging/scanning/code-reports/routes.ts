import { z } from 'zod';
import { paragraph, reference } from '../../../campaigns/text-types.ts';
import { done, forOfficers, refusals } from '../../contract/route.ts';
import { codeReportKinds, longestReason } from '../../contract/values.ts';
import { identifyClient } from '../../platform/http/client.ts';
import type { Module } from '../../platform/http/module.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import { type CodeReports, listReported, resolveReports, takeReport } from './code-reports.ts';
import { code, reportedCode } from './code-reports-schemas.ts';

/** Reports of citizens on codes, and how their districts resolve them. */
export function openCodeReports(reports: CodeReports): Module {
  return {
    name: 'code reports',
    pages: codeReportRoutes(reports),
    api: reportedCodeRoutes(reports),
  };
}

/** The citizens' way in. */
export function codeReportRoutes(reports: CodeReports) {
  return [
    serveRoute('POST /api/public/code-reports', {
      summary: 'A citizen says what is wrong with a code; nothing is kept of who says it',
      body: z.object({
        code,
        kind: z.enum(codeReportKinds),
        website: reference({ max: 200 })
          .default('')
          .describe('A field that people do not see: what fills it in is a program'),
      }),
      response: { 204: done, ...refusals(400, 404, 429) },
      config: { access: 'public' },
      handler: async (request) => {
        // A program gets the same answer as a person, so that it learns nothing.
        if (request.body.website === '')
          await takeReport(reports, request.body, identifyClient(request));
      },
    }),
  ];
}

export function reportedCodeRoutes(reports: CodeReports) {
  return [
    serveRoute('GET /api/code-reports', {
      summary: 'Codes of the own area that so many reported within 30 days that somebody must look',
      response: { 200: z.array(reportedCode), ...refusals(401, 403) },
      may: 'code-report.read',
      handler: ({ caller }) => listReported(reports, caller),
    }),
    serveRoute('POST /api/code-reports/resolve', {
      summary: 'The district looked at the code, and says what it found',
      body: z.object({ code, reason: paragraph({ min: 1, max: longestReason }) }),
      response: { 204: done, ...forOfficers, ...refusals(404) },
      may: 'code-report.resolve',
      handler: async ({ caller, body }) => resolveReports(reports, body, caller),
    }),
  ];
}

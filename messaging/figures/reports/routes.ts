import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { line, paragraph, reference } from '../../../campaigns/text-types.ts';
import { ReportError } from '../../../campaigns/tracker/report-error.ts';
import { unreadableReport, wrongFigure } from '../../../campaigns/words/report-words.ts';
import { limit, oneId, refusals } from '../../contract/route.ts';
import { heldAnswer } from '../../people/held-acts/held-acts-schemas.ts';
import { hasPhoneNumber } from '../../platform/http/free-text.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import type { UploadRoom } from '../../platform/http/upload-room-fs.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import {
  enterFigure,
  type ImportedBy,
  previewFile,
  type ReportOutcome,
  type Reports,
  takeBackReport,
  takeReport,
} from './reports.ts';
import { reportAnswer, storedReport } from './reports-schemas.ts';
import { listReports } from './reports-sql.ts';

export interface ReportRouteDependencies {
  reports: Reports;
  uploads: UploadRoom;
}

/** Far more than a month of any report, packed or not. */
const mostBytes = 64 * 1024 ** 2;

/** The stores' reports and figures that HQ is given. */
export function storedRoutes(deps: ReportRouteDependencies) {
  const { reports } = deps;
  return [
    serveRoute('GET /api/reports', {
      summary: 'Reports that were read, the latest first',
      querystring: z.object({ limit }),
      response: { 200: z.array(storedReport) },
      may: 'report.import',
      handler: async ({ query }) => listReports(reports.database.pool, query.limit),
    }),
    serveRoute('POST /api/reports', {
      summary:
        'Reads a report (multipart; `reason` for what moves a public total far); with `dry-run=true` only says what it would change',
      querystring: z.object({ 'dry-run': z.stringbool().default(false) }),
      response: {
        200: reportAnswer,
        201: reportAnswer,
        202: heldAnswer,
        ...refusals(408, 409, 413, 422, 429),
      },
      may: 'report.import',
      handler: async (request, reply) => {
        const outcome = await takeUpload(deps, request, request.query['dry-run']);
        if (!(outcome instanceof ReportError)) return answer(reply, outcome);
        const { place, reason: detail } = outcome;
        return reply.code(422).send({ error: 'wrong-report', ...unreadableReport, place, detail });
      },
    }),
    serveRoute('POST /api/reports/figures', {
      summary:
        'Enters a total that HQ was given: the day, all downloads up to its end, who said so',
      querystring: z.object({ 'dry-run': z.stringbool().default(false) }),
      body: z.object({
        date: reference({ max: 20 }),
        downloads: reference({ max: 20 }),
        source: line({ max: 200 }),
        key: z.uuid().optional().describe('Drawn by the page: sent again, it is the same entry'),
        reason: paragraph({ max: 500 }).default(''),
      }),
      response: { 200: reportAnswer, 201: reportAnswer, 202: heldAnswer, ...refusals(400, 409) },
      may: 'report.import',
      handler: async ({ caller, body: { reason, ...fields }, query }, reply) => {
        const importedBy = { ...toImporter(caller), way: 'entry' as const, reason };
        const figure = { ...fields, dryRun: query['dry-run'] };
        const outcome = await enterFigure(reports, figure, importedBy);
        if (outcome.kind !== 'fault') return answer(reply, outcome);
        const { field, expected } = outcome;
        return reply.code(400).send({ error: 'wrong-figure', ...wrongFigure, field, expected });
      },
    }),
    serveRoute('POST /api/reports/:id/withdraw', {
      summary: 'Takes a report back once a second officer accepts it: its figures count no longer',
      params: oneId,
      body: z.object({ reason: paragraph({ max: 500 }).default('') }),
      response: { 202: heldAnswer, ...refusals(404, 409) },
      may: 'report.import',
      handler: async ({ caller, params, body }, reply) => {
        const outcome = await takeBackReport(reports, params.id, {
          ...toImporter(caller),
          ...body,
        });
        if (outcome.kind === 'done')
          throw new Error('Expected a withdrawal to be held, it was done');
        return reply.code(202).send({ held: outcome.held });
      },
    }),
  ];
}

async function takeUpload(
  { reports, uploads }: ReportRouteDependencies,
  request: FastifyRequest,
  dryRun: boolean,
): Promise<ReportOutcome | ReportError> {
  const { actor, caller } = request;
  return uploads
    .lend(request, mostBytes, (file) => {
      if (dryRun) return previewFile(reports, file, actor.id);
      const reason = checkReason(file.fields['reason']);
      return takeReport(reports, file, { ...toImporter(caller), way: 'upload', reason });
    })
    .catch((error: unknown) => {
      if (error instanceof ReportError) return error;
      throw error;
    });
}

function answer(reply: FastifyReply, outcome: ReportOutcome): FastifyReply {
  if (outcome.kind === 'held') return reply.code(202).send({ held: outcome.held });
  return reply.code(outcome.kind === 'stored' ? 201 : 200).send(outcome);
}

/** A form's field is looked at here: what checks a body for numbers does not see it. */
function checkReason(reason = ''): string {
  if (hasPhoneNumber(reason)) throw new Refusal('number-in-text', { place: 'reason' });
  return reason.trim().slice(0, 500);
}

function toImporter({ actor, requestId }: Caller): Omit<ImportedBy, 'way'> {
  return { actor, name: actor.name, requestId };
}

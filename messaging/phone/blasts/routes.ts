import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { paragraph, sha256 } from '../../../campaigns/text-types.ts';
import { oneId, refusals } from '../../contract/route.ts';
import { trialTexts, unknownDecisions } from '../../contract/values.ts';
import { createInstallReader } from '../../figures/reports/installs-sql.ts';
import { answerAct } from '../../kit/held-acts.ts';
import { heldAnswer } from '../../people/held-acts/held-acts-schemas.ts';
import { addRoutes, serveRoute } from '../../platform/http/serve-route.ts';
import { readDistrictFigures, readOperatorFigures } from '../ledger/tallies-sql.ts';
import { type BlastDependencies, type BlastRoutes, requireBlast } from './blast-request.ts';
import { type BlastViews, createFigureReader, showBlast, showBlasts } from './blast-view.ts';
import { blastDetail, blastEntry, changed, nothing } from './blasts-schemas.ts';
import { findBlast } from './blasts-sql.ts';
import { commandBlast } from './commands.ts';
import { blastDraftRoutes } from './draft-routes.ts';
import { ceiling } from './draft-schemas.ts';
import { dryRunRoutes } from './dry-run-routes.ts';
import { createEstimates } from './estimates.ts';
import { blastReportRoutes } from './report-routes.ts';
import { seriesRoutes } from './series-routes.ts';
import { openSettleUnknown } from './settle-unknown.ts';
import { type BlastCommand, permissionFor } from './state.ts';
import { targetGroupRoutes } from './target-group-routes.ts';
import { blastTestRoutes } from './test-routes.ts';

/** Drafting, approval and running of blasts, with live figures and cost. */
export function registerBlasts(app: FastifyInstance, dependencies: BlastDependencies): void {
  const { pool } = dependencies.database;
  const views: BlastViews = {
    ...dependencies,
    pool,
    installs: createInstallReader(pool),
    estimates: createEstimates(pool, dependencies.gateways),
    districtFigures: createFigureReader(pool, readDistrictFigures),
    operatorFigures: createFigureReader(pool, readOperatorFigures),
  };
  const shared = { ...dependencies, views };
  addRoutes(app, [
    ...blastRoutes(shared),
    ...blastCommandRoutes(shared),
    ...blastReportRoutes(shared),
    ...blastDraftRoutes(shared),
    ...dryRunRoutes(shared),
    ...blastTestRoutes(shared),
    ...targetGroupRoutes(shared),
    ...seriesRoutes(shared),
  ]);
}

/** Blasts as they go, and messages whose outcome stays unknown. */
export function blastRoutes(dependencies: BlastRoutes) {
  const { database, views } = dependencies;
  const { pool } = database;
  const settleUnknown = openSettleUnknown(dependencies);
  return [
    serveRoute('GET /api/blasts', {
      summary: 'Blasts with figures, cost and scans so far, the newest first',
      response: { 200: z.array(blastEntry) },
      may: 'blast.read',
      handler: async ({ actor }) => showBlasts(views, actor),
    }),
    serveRoute('GET /api/blasts/:id', {
      summary: 'A blast with live figures and cost',
      params: oneId,
      response: { 200: blastDetail, ...refusals(404) },
      may: 'blast.read',
      handler: async (request) =>
        showBlast(views, await requireBlast(request, pool, 'blast.read'), request.actor),
    }),
    serveRoute('POST /api/blasts/:id/unknown', {
      summary:
        'Decides on messages whose outcome cannot be found out; sending again takes two officers, and is refused where the gateway can list them',
      params: oneId,
      body: z.object({
        decision: z.enum(unknownDecisions),
        reason: paragraph({ max: 500 }).default(''),
      }),
      response: { 200: z.object({ settled: z.int() }), 202: heldAnswer, ...refusals(404, 409) },
      may: 'blast.approve',
      handler: async (request, reply) => {
        const blast = await requireBlast(request, pool, 'blast.approve');
        const outcome = await settleUnknown({ blast, ...request.body }, request.caller);
        return answerAct(reply, outcome, (result) => result);
      },
    }),
  ];
}

/** Commands of officers: the way of a blast through approval, and running it. */
export function blastCommandRoutes(dependencies: BlastRoutes) {
  const { database, views } = dependencies;
  const { pool } = database;
  const serveCommand = <
    const Kind extends keyof typeof permissionFor,
    Body extends z.ZodType = typeof nothing,
  >(
    kind: Kind,
    summary: string,
    body: Body = nothing as never,
  ) =>
    serveRoute(`POST /api/blasts/:id/${kind}` as const, {
      summary,
      params: oneId,
      body,
      response: changed,
      may: permissionFor[kind],
      handler: async (request) => {
        const blast = await requireBlast(request, pool, permissionFor[kind]);
        const command = { ...toCommand(kind), ...(request.body as object) } as BlastCommand;
        await commandBlast(dependencies, { blast, command }, request.caller);
        request.log.info({ blast: blast.id, command: kind, officer: request.actor.id }, 'blast');
        return showBlast(views, (await findBlast(pool, blast.id)) ?? blast, request.actor);
      },
    });
  return [
    serveCommand('submit', 'Hands a draft in for approval'),
    serveCommand('withdraw', 'Takes it back as a draft'),
    serveCommand(
      'reject',
      'Sends it back to its drafter with a remark',
      z.object({ remark: paragraph({ max: 2000 }) }),
    ),
    serveCommand(
      'approve',
      'Approves what was seen: an edit in between makes `revision` void',
      z.object({
        revision: z.int().positive(),
        seen: z
          .exactOptional(z.object({ recipients: z.int().min(0), paise: z.int().min(0) }))
          .describe('The count and cost that were seen; without them, those that were handed in'),
        night: z
          .exactOptional(paragraph({ max: 500 }))
          .describe('Why it may also go outside 8 to 21, where its hours and category allow that'),
      }),
    ),
    serveCommand('pause', 'Pauses it'),
    serveCommand(
      'resume',
      'Lets it go on',
      z.object({
        seen: z
          .exactOptional(sha256)
          .describe(
            '`pause` of what was seen, where going on approves a changed plan or recording',
          ),
      }),
    ),
    serveCommand(
      'confirm-canary',
      'The canary was seen on a phone, where the gateway gives no receipts: the rest may go',
    ),
    serveCommand(
      'decide-trial',
      'Sends one of two tried texts to the rest',
      z.object({ text: z.enum(trialTexts) }),
    ),
    serveCommand('budget', 'A new ceiling of the cost of an approved blast', ceiling),
    serveCommand('stop', 'Ends it for good'),
  ];
}

function toCommand(kind: keyof typeof permissionFor): object {
  return kind === 'pause' ? { kind, reason: 'officer' } : { kind };
}

import { z } from 'zod';
import { stationKinds } from '../../../campaigns/directory/station.ts';
import { reference, sha256 } from '../../../campaigns/text-types.ts';
import { instant, refusals } from '../../contract/route.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import {
  approveFiles,
  listFilesToApprove,
  type PrintApprovals,
  setRule,
} from './print-approvals.ts';

const district = reference({ max: 64 });
const path = reference({ min: 1, max: 300 });

const pressFile = z.object({
  path: z.string(),
  station: z.string(),
  nameHi: z.string(),
  nameEn: z.string(),
  kind: z.enum(stationKinds),
  artwork: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  areaCentiSqFt: z.int().describe('Of one piece, in hundredths of a square foot'),
  preview: z.string().nullable().describe('Address of a picture of it'),
  approvedBy: z.string().nullable().describe('null for the file as it now is'),
  approvedAt: instant.nullable(),
  earlierApproval: z
    .boolean()
    .describe('An earlier version was approved; it ended when the file was rebuilt'),
});

const view = z.object({
  required: z.boolean().describe('Files that nobody approved go out with the stamp'),
  hold: z
    .object({ host: z.string() })
    .nullable()
    .describe(
      'HQ holds printing until this host of the links is confirmed; null where it does not',
    ),
  usual: z
    .object({ boards: z.int(), pamphlets: z.int().nullable() })
    .describe('Pieces for a station'),
  files: z.array(pressFile),
});

/** Approvals of press files by the district, and HQ's rule that nothing unapproved goes out without the stamp. */
export function printApprovalRoutes(approvals: PrintApprovals) {
  return [
    serveRoute('GET /api/print-approvals', {
      summary: 'Press files of a district, or of one of its stations, and who approved them',
      querystring: z.object({ district, station: reference({ max: 80 }).optional() }),
      response: { 200: view },
      may: 'order.read',
      handler: ({ query }) => listFilesToApprove(approvals, query),
    }),
    serveRoute('POST /api/print-approvals', {
      summary: 'Approves files by their hash; what was replaced since is left out and named',
      body: z.object({ district, files: z.array(z.object({ path, sha256 })).min(1).max(500) }),
      response: {
        200: view.extend({
          replaced: z.array(path).describe('Left out: they want another look'),
        }),
        ...refusals(404, 409),
      },
      may: 'print.approve',
      handler: async (request) => {
        request.require('print.approve', request.body.district);
        const replaced = await approveFiles(approvals, request.body, request.caller);
        return { ...(await listFilesToApprove(approvals, request.body)), replaced };
      },
    }),
    serveRoute('POST /api/print-approvals/rule', {
      summary: 'Whether files that nobody approved go out with the stamp',
      body: z.object({ required: z.boolean() }),
      response: { 200: z.object({ required: z.boolean() }) },
      may: 'print.rule',
      handler: async ({ caller, body: { required } }) => {
        await setRule(approvals, required, caller);
        return { required };
      },
    }),
  ];
}

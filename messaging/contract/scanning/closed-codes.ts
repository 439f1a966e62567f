import { z } from 'zod';
import { closingReasons } from '../../../campaigns/links/closing-reasons.ts';
import { paragraph, reference } from '../../../campaigns/text-types.ts';
import { done, forOfficers, instant, refusals, route } from '../route.ts';

export const longestClosingRemark = 300;

const code = reference({ min: 1, max: 24 }).describe('As printed');
const remark = paragraph({ min: 1, max: longestClosingRemark }).describe(
  'What happened, for the audit log and the offices; whoever scans reads the reason alone',
);

const closedCode = z.object({
  code: z.string(),
  district: z.string().describe('Empty for a code of the whole state'),
  reason: z.enum(closingReasons),
  remark: z.string(),
  by: z.string(),
  at: instant,
  mayOpen: z.boolean().describe('This office closed it, and may open it again'),
});
export type ClosedCodeAnswer = z.output<typeof closedCode>;

/** Codes that lead to a page that says why they are closed. */
export const closedCodeRoutes = {
  list: route({
    method: 'GET',
    url: '/api/closed-codes',
    schema: {
      summary: 'Closed codes of the own district, for headquarters all; the latest first',
      response: { 200: z.array(closedCode), ...refusals(401, 403) },
    },
  }),
  close: route({
    method: 'POST',
    url: '/api/closed-codes',
    schema: {
      summary: 'Closes a code at once; a district those of its own stations',
      body: z.object({ code, reason: z.enum(closingReasons), remark }),
      response: { 204: done, ...forOfficers, ...refusals(404, 409) },
    },
  }),
  open: route({
    method: 'POST',
    url: '/api/closed-codes/open',
    schema: {
      summary: 'Opens a code again; only the office that closed it',
      body: z.object({ code, remark }),
      response: { 204: done, ...forOfficers, ...refusals(404) },
    },
  }),
} as const;

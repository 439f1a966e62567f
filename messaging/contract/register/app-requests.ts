import { z } from 'zod';
import { appDecisions, appRequestStates } from '../../../campaigns/directions/app-approval.ts';
import { longestRemark } from '../../../campaigns/directions/limits.ts';
import { line, paragraph } from '../../../campaigns/text-types.ts';
import { secondPerson } from '../people/second-person.ts';
import { bilingual, forOfficers, oneId, refusals, route } from '../route.ts';

const word = z.object({ by: z.string(), at: z.iso.datetime(), remark: z.string() });
const request = z.object({
  id: z.int(),
  name: bilingual,
  citizen: z.boolean(),
  purpose: z.string(),
  office: z.string().describe('Key of the office that asks'),
  officeName: bilingual,
  state: z.enum(appRequestStates),
  asked: word.omit({ remark: true }),
  supported: word.nullable(),
  decided: word.nullable(),
  version: z.int(),
  may: z.array(z.enum(appDecisions)),
  second: secondPerson.describe('Whether the officer may decide where the office may'),
});
export type ShownAppRequest = z.input<typeof request>;
const all = z.array(request).describe('What waits first, then what was decided last');

/** Apps before they are launched: asked, supported, approved or refused. */
export const appRequestRoutes = {
  list: route({
    method: 'GET',
    url: '/api/directions/app-requests',
    schema: {
      summary: 'Apps that were asked for, of the offices that the officer may see',
      response: { 200: all, ...forOfficers },
    },
  }),
  ask: route({
    method: 'POST',
    url: '/api/directions/app-requests',
    schema: {
      summary: 'Asks for an app: a new one, or one that is in use and was never approved',
      body: z.object({
        hi: line({ min: 1, max: 120 }),
        en: line({ min: 1, max: 120 }),
        citizen: z.boolean(),
        purpose: paragraph({ min: 1, max: longestRemark }),
      }),
      response: { 201: all, ...forOfficers, ...refusals(409) },
    },
  }),
  decide: route({
    method: 'POST',
    url: '/api/directions/app-requests/:id/decide',
    schema: {
      summary: 'Supports, approves or refuses; three words are of three officers',
      params: oneId,
      body: z.object({
        version: z.int().positive(),
        decision: z.enum(appDecisions),
        remark: paragraph({ max: longestRemark }).default(''),
      }),
      response: { 200: all, ...forOfficers, ...refusals(404, 409) },
    },
  }),
};

import { z } from 'zod';
import { bilingual, instant } from '../../contract/route.ts';
import { heldStates } from '../../contract/values.ts';
import { secondPerson } from '../accounts/second-person-schemas.ts';

const shown = z.union([z.number(), z.string(), bilingual]).nullable();
export const effect = z.object({
  changes: z.array(
    z.object({
      what: bilingual,
      before: shown,
      after: shown,
      sound: z.string().optional().describe('Address of a recording to be heard'),
      aside: z.literal(true).optional().describe('Follows from the others'),
    }),
  ),
  findings: z.array(
    bilingual.extend({
      code: z.string(),
      size: z.literal(true).optional(),
      noReason: z.literal(true).optional().describe('Its maker need not say why'),
      found: z.string().optional().describe('Typed words that it is about'),
    }),
  ),
});

export const heldAnswer = z
  .object({ held: z.object({ id: z.int(), effect }) })
  .describe('A second officer has to accept it');

export const storedAct = z.object({
  id: z.int(),
  kind: z.string(),
  subject: z.string(),
  district: z.string().nullable(),
  effect,
  reason: z.string(),
  madeBy: z.string(),
  madeAt: instant,
  state: z.enum(heldStates),
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  decidedReason: z.string(),
});
export const heldAct = storedAct.extend({
  title: bilingual,
  vouched: z.boolean().describe('None brought it, and the officer in `madeBy` vouches for it'),
  own: z.boolean().describe('The officer made it, and may take it back'),
  mayDecide: z.boolean().describe('By the office; `second` says whether by the account'),
  second: secondPerson,
});
export type HeldAct = z.input<typeof heldAct>;

import { z } from 'zod';
import { orderContent } from './purchase-orders-schemas.ts';

export const request = z.object({
  id: z.int(),
  content: orderContent,
  askedBy: z.string(),
  askedOn: z.iso.date(),
  answer: z
    .object({ lifted: z.boolean(), by: z.string(), reason: z.string() })
    .nullable()
    .describe('HQ’s answer, which it may change until the order is placed'),
});
export type OrderRequest = z.output<typeof request>;

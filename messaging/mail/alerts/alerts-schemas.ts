import { z } from 'zod';
import { alertKinds } from '../../../campaigns/words/alert-words.ts';
import { bilingual, instant } from '../../contract/route.ts';

export const alert = z.object({
  id: z.int(),
  kind: z.enum(alertKinds),
  subject: z.string().describe('Number of a blast, name of a gateway, a folder or a spool'),
  text: bilingual.describe('What it is, in one sentence'),
  openedAt: instant,
  acknowledgedBy: z.string().nullable(),
  acknowledgedAt: instant.nullable(),
});
export type Alert = z.input<typeof alert>;

import { z } from 'zod';
import { doctorChecks } from '../../../campaigns/words/doctor-words.ts';

export const findingSchema = z.object({
  check: z.enum(doctorChecks),
  state: z.enum(['good', 'act', 'unset']),
  detail: z.string().describe('What was found'),
  says: z.string().nullable().describe('Code of the sentence that says what to do'),
});
export type Finding = z.infer<typeof findingSchema>;

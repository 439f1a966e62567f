import { z } from 'zod';
import { reference } from '../../../campaigns/text-types.ts';
import { bilingual } from '../../contract/route.ts';
import { codeReportKinds } from '../../contract/values.ts';

/** Faults that a citizen may see at a code. */

export const code = reference({ min: 1, max: 24 }).describe('As printed');

export const reportedCode = z.object({
  code: z.string(),
  district: z.string(),
  station: z.string(),
  name: bilingual.describe('Of the station'),
  since: z.iso.date().describe('Day of the first report'),
  kinds: z.record(z.enum(codeReportKinds), z.int()).describe('Reports by what was seen'),
});
export type ReportedCode = z.output<typeof reportedCode>;

import { z } from 'zod';
import { appDecisions, appRequestStates } from '../../../campaigns/directions/app-approval.ts';
import { bilingual } from '../../contract/route.ts';
import { secondPerson } from '../../people/accounts/second-person-schemas.ts';

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
export const all = z.array(request).describe('What waits first, then what was decided last');

import { z } from 'zod';
import { registrationStates } from '../../../campaigns/messages/registration-states.ts';
import { headerEntry, templateEntry } from '../../../campaigns/messages/registrations.ts';
import { paragraph } from '../../../campaigns/text-types.ts';
import { instant } from '../../contract/route.ts';
import { secondPerson } from '../../people/accounts/second-person-schemas.ts';

const details = z.discriminatedUnion('kind', [headerEntry, templateEntry]);

export const registration = z.object({
  id: z.int(),
  details,
  state: z.enum(registrationStates),
  since: z.iso.date().describe('Day of the registrar’s word'),
  enteredBy: z.string(),
  enteredAt: instant,
  confirmedBy: z.string().nullable(),
  counts: z.boolean().describe('It is the word that counts of this header or template'),
  waits: z.boolean().describe('An approval that waits for a second officer'),
  second: secondPerson,
});
export type RegistrationAnswer = z.input<typeof registration>;

export const entry = z.object({
  details: z.discriminatedUnion('kind', [
    headerEntry,
    templateEntry.extend({ text: paragraph({ min: 1, max: 1600 }) }),
  ]),
  state: z.enum(registrationStates),
  since: z.iso.date(),
});
export type RegistrationEntry = z.output<typeof entry>;

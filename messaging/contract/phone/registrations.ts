import { z } from 'zod';
import { registrationStates } from '../../../campaigns/messages/registration-states.ts';
import { headerEntry, templateEntry } from '../../../campaigns/messages/registrations.ts';
import { paragraph } from '../../../campaigns/text-types.ts';
import { secondPerson } from '../people/second-person.ts';
import { done, forOfficers, instant, oneId, refusals, route } from '../route.ts';

const details = z.discriminatedUnion('kind', [headerEntry, templateEntry]);

const registration = z.object({
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

const entry = z.object({
  details: z.discriminatedUnion('kind', [
    headerEntry,
    templateEntry.extend({ text: paragraph({ min: 1, max: 1600 }) }),
  ]),
  state: z.enum(registrationStates),
  since: z.iso.date(),
});
export type RegistrationEntry = z.output<typeof entry>;

/** Headers and templates of the DLT portal, as officers enter them. */
export const registrationRoutes = {
  list: route({
    method: 'GET',
    url: '/api/registrations',
    schema: {
      summary: 'What the registrar said of headers and templates, the latest first',
      response: { 200: z.array(registration), ...refusals(401, 403) },
    },
  }),
  enter: route({
    method: 'POST',
    url: '/api/registrations',
    schema: {
      summary: 'Enters a word of the registrar; an approval waits for a second officer',
      body: entry,
      response: { 204: done, ...forOfficers, ...refusals(409) },
    },
  }),
  confirm: route({
    method: 'POST',
    url: '/api/registrations/:id/confirm',
    schema: {
      summary: 'Confirms an approval that another officer entered',
      params: oneId,
      response: { 204: done, ...forOfficers, ...refusals(404, 409) },
    },
  }),
} as const;

import { z } from 'zod';
import { roles } from '../../../campaigns/offices/role.ts';
import { reference } from '../../../campaigns/text-types.ts';
import { bilingual, instant, refusals, rowFault } from '../../contract/route.ts';
import { secondPerson } from './second-person-schemas.ts';

export const office = z.object({ role: z.enum(roles), area: reference({ max: 60 }).nullable() });
export const one = z.object({ id: reference({ min: 1, max: 60 }) });

export const oneTimeLink = z.object({ link: z.string(), expiresAt: instant });
export type OneTimeLink = z.input<typeof oneTimeLink>;

export const person = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  area: z.string().nullable(),
  office: bilingual,
  twoFactorEnabled: z.boolean(),
  deactivatedAt: instant.nullable(),
  createdAt: instant,
});
export const listedPerson = person.extend({
  openedBy: z
    .array(z.string())
    .describe(
      'Who invited it, made its password link or reset its second factor; empty for the command on the server',
    ),
  confirmedBy: z.string().nullable().describe('The third officer who knows who holds it'),
  confirmedAt: instant.nullable(),
  isLinked: z.boolean().describe('An account at the identity provider opens it'),
  mayConfirm: z.boolean().describe('Whether the officer who asks could be that third one'),
});
export type Person = z.input<typeof listedPerson>;

export const openInvitation = office.extend({
  id: z.int(),
  email: z.string(),
  office: bilingual,
  invitedBy: z.string().nullable().describe('Null for the command on the server'),
  createdAt: instant,
  expiresAt: instant,
  mayChange: z.boolean(),
});
/** An invitation that is still open; its link is shown nowhere again. */
export type OpenInvitation = z.input<typeof openInvitation>;

export const invited = office.extend({ email: z.email().max(254).toLowerCase() });
export const checkedList = z.object({
  rows: z.array(invited.extend({ row: z.int(), office: bilingual })),
  faults: z.array(rowFault),
});
/** A list of officers to invite, as it was read; nobody is invited yet. */
export type InvitationList = z.input<typeof checkedList>;

export const madeLinks = z.object({
  made: z.array(oneTimeLink.extend({ email: z.string(), office: bilingual })),
  left: z.array(z.object({ email: z.string(), why: bilingual })),
});
/** Links of a list, shown this once. */
export type MadeLinks = z.input<typeof madeLinks>;

export const accountRequest = z.object({
  id: z.int(),
  kind: z.enum(['reset-second-factor', 'password-link']),
  personId: z.string(),
  personName: z.string(),
  askedBy: z.string(),
  askedByName: z.string(),
  askedAt: instant,
});
/** A key that an administrator asked a second one to confirm. */
export type AccountRequest = z.input<typeof accountRequest>;
export const listedRequest = accountRequest.extend({ second: secondPerson });
export type ListedRequest = z.input<typeof listedRequest>;

export const asked = {
  202: accountRequest.describe(
    'The same administrator did the other within seven days: a second one confirms',
  ),
};
export const changed = { 200: person, ...refusals(404, 409) };

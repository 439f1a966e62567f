import { z } from 'zod';
import { roles } from '../../../campaigns/offices/role.ts';
import { reference } from '../../../campaigns/text-types.ts';
import { bilingual, done, file, forOfficers, instant, oneId, refusals, route } from '../route.ts';
import { secondPerson } from './second-person.ts';

const office = z.object({ role: z.enum(roles), area: reference({ max: 60 }).nullable() });
const one = z.object({ id: reference({ min: 1, max: 60 }) });

const oneTimeLink = z.object({ link: z.string(), expiresAt: instant });
export type OneTimeLink = z.input<typeof oneTimeLink>;

const person = z.object({
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
const listedPerson = person.extend({
  openedBy: z
    .array(z.string())
    .describe('Who invited it, made its password link or reset its second factor'),
  confirmedBy: z.string().nullable().describe('The third officer who knows who holds it'),
  confirmedAt: instant.nullable(),
  isLinked: z.boolean().describe('An account at the identity provider opens it'),
  mayConfirm: z.boolean().describe('Whether the officer who asks could be that third one'),
});
export type Person = z.input<typeof listedPerson>;

const openInvitation = office.extend({
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

const invited = office.extend({ email: z.email().max(254).toLowerCase() });
const checkedList = z.object({
  rows: z.array(invited.extend({ row: z.int(), office: bilingual })),
  faults: z.array(
    z.object({
      row: z.int(),
      column: z.string(),
      expected: bilingual,
      found: z.string().nullable().describe('Null where `expected` is a whole sentence'),
    }),
  ),
});
/** A list of officers to invite, as it was read; nobody is invited yet. */
export type InvitationList = z.input<typeof checkedList>;

const madeLinks = z.object({
  made: z.array(oneTimeLink.extend({ email: z.string(), office: bilingual })),
  left: z.array(z.object({ email: z.string(), why: bilingual })),
});
/** Links of a list, shown this once. */
export type MadeLinks = z.input<typeof madeLinks>;

const accountRequest = z.object({
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
const listedRequest = accountRequest.extend({ second: secondPerson });
export type ListedRequest = z.input<typeof listedRequest>;

const asked = {
  202: accountRequest.describe(
    'The same administrator did the other within seven days: a second one confirms',
  ),
};
const changed = { 200: person, ...forOfficers, ...refusals(404, 409) };

/** Accounts of others: invitations by HQ and the administrator, changes by the administrator. */
export const peopleRoutes = {
  list: route({
    method: 'GET',
    url: '/api/people',
    schema: {
      summary: 'All accounts',
      response: { 200: z.array(listedPerson), ...refusals(401, 403) },
    },
  }),
  invite: route({
    method: 'POST',
    url: '/api/people/invitations',
    schema: {
      summary: 'A one-time link for a new account, valid for seven days and shown this once',
      body: office.extend({ email: z.email().max(254).toLowerCase() }),
      response: { 201: oneTimeLink, ...forOfficers, ...refusals(409) },
    },
  }),
  listInvitations: route({
    method: 'GET',
    url: '/api/people/invitations',
    schema: {
      summary: 'Open invitations: whose, to which office, by whom and until when',
      response: { 200: z.array(openInvitation), ...refusals(401, 403) },
    },
  }),
  renewInvitation: route({
    method: 'POST',
    url: '/api/people/invitations/:id/renew',
    schema: {
      summary: 'A new link in place of the old one, which is dead then',
      params: oneId,
      response: { 201: oneTimeLink, ...forOfficers, ...refusals(404) },
    },
  }),
  withdrawInvitation: route({
    method: 'POST',
    url: '/api/people/invitations/:id/withdraw',
    schema: {
      summary: 'Withdraws an invitation: its link is dead',
      params: oneId,
      response: { 204: done, ...forOfficers, ...refusals(404) },
    },
  }),
  checkInvitations: route({
    method: 'POST',
    url: '/api/people/invitations/check',
    schema: {
      summary: 'What would become of a csv or xlsx list of officers to invite; nothing is stored',
      body: z.object({ content: z.base64().max(400_000) }),
      response: { 200: checkedList, ...forOfficers },
    },
  }),
  inviteMany: route({
    method: 'POST',
    url: '/api/people/invitations/many',
    schema: {
      summary: 'Links for up to 200 officers, shown this once',
      body: z.object({ rows: z.array(invited).min(1).max(200) }),
      response: { 201: madeLinks, ...forOfficers },
    },
  }),
  invitationSheet: route({
    method: 'POST',
    url: '/api/people/invitations/sheet',
    schema: {
      summary: 'Sealed letters to print, a page for each link that is still open',
      body: z.object({ links: z.array(z.url().max(500)).min(1).max(200) }),
      response: {
        200: file('application/pdf', 'A page of A4 for each link'),
        ...forOfficers,
        ...refusals(410),
      },
    },
  }),
  changeOffice: route({
    method: 'POST',
    url: '/api/people/:id/office',
    schema: {
      summary: 'Gives another role or area',
      params: one,
      body: office,
      response: changed,
    },
  }),
  deactivate: route({
    method: 'POST',
    url: '/api/people/:id/deactivate',
    schema: { summary: 'Ends an account at once', params: one, response: changed },
  }),
  reactivate: route({
    method: 'POST',
    url: '/api/people/:id/reactivate',
    schema: { summary: 'Opens an account again', params: one, response: changed },
  }),
  unlinkProvider: route({
    method: 'POST',
    url: '/api/people/:id/unlink',
    schema: {
      summary:
        'Unties an account from that at the identity provider; the next sign-in there ties it anew',
      params: one,
      response: changed,
    },
  }),
  resetSecondFactor: route({
    method: 'POST',
    url: '/api/people/:id/reset-second-factor',
    schema: {
      summary: 'For a lost phone: the second factor is set up anew',
      params: one,
      response: { ...changed, ...asked },
    },
  }),
  passwordLink: route({
    method: 'POST',
    url: '/api/people/:id/password-link',
    schema: {
      summary: 'For a forgotten password: a one-time link, shown this once',
      params: one,
      response: { 201: oneTimeLink, ...asked, ...forOfficers, ...refusals(404, 409) },
    },
  }),
  confirmHolder: route({
    method: 'POST',
    url: '/api/people/:id/confirm',
    schema: {
      summary: 'A third officer says “I know who holds this account”, or takes it back',
      params: one,
      body: z.object({ confirmed: z.boolean() }),
      response: { 204: done, ...forOfficers, ...refusals(404, 409) },
    },
  }),
  listRequests: route({
    method: 'GET',
    url: '/api/people/requests',
    schema: {
      summary: 'What waits for a second administrator',
      response: { 200: z.array(listedRequest), ...refusals(401, 403) },
    },
  }),
  confirmRequest: route({
    method: 'POST',
    url: '/api/people/requests/:id/confirm',
    schema: {
      summary: 'Does what was asked; a new link is shown this once, to the one who confirms',
      params: oneId,
      response: {
        200: z.object({ link: oneTimeLink.nullable() }),
        ...forOfficers,
        ...refusals(404, 409),
      },
    },
  }),
  refuseRequest: route({
    method: 'POST',
    url: '/api/people/requests/:id/refuse',
    schema: {
      summary: 'Refuses what was asked, or takes it back',
      params: oneId,
      response: { 204: done, ...forOfficers, ...refusals(404) },
    },
  }),
};

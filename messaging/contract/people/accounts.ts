import { z } from 'zod';
import { channels } from '../../../campaigns/channel.ts';
import { roles } from '../../../campaigns/offices/role.ts';
import { line, reference, secret } from '../../../campaigns/text-types.ts';
import { bilingual, done, forOfficers, instant, refusals, route } from '../route.ts';

const email = z.email().max(254).toLowerCase();
const password = secret();
const code = z
  .string()
  .transform((text) => text.replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/));
const token = z.string().regex(/^[\w-]{43}$/);

export const signInStep = z.enum(['signed-in', 'second-factor', 'set-up-second-factor']);

const notice = z.object({
  id: z.int(),
  at: instant,
  by: z.string(),
  action: z.string(),
  seen: z.boolean(),
});
/** A notice that somebody else changed the own account. */
export type AccountNotice = z.input<typeof notice>;

const ownSession = z.object({
  id: z.string(),
  system: z.string().nullable(),
  browser: z.string().nullable(),
  begunAt: instant,
  lastUsedAt: instant,
  current: z.boolean().describe('The one that asks'),
});
export type OwnSession = z.input<typeof ownSession>;

const me = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(roles),
  area: z.string().nullable(),
  records: z.array(z.enum(channels)).describe('Kinds of activities that the office enters'),
  office: bilingual,
  secondFactor: z
    .enum(['set-up', 'by-provider', 'missing', 'not-needed'])
    .describe('`by-provider`: the identity provider asked for one'),
  standsInFor: z
    .object({ id: z.string(), name: z.string() })
    .nullable()
    .describe('For whom the officer acts in this session'),
  mayStandInFor: z.array(
    z.object({ personId: z.string(), personName: z.string(), lastDay: z.iso.date() }),
  ),
  hasPassword: z.boolean().describe('False for whoever joined by the identity provider'),
  notices: z.array(notice).describe('What others did to the account, the latest first'),
});
/** The officer who is signed in. */
export type Me = z.input<typeof me>;

const enrolment = z.object({ totpUri: z.string(), backupCodes: z.array(z.string()) });
export type Enrolment = z.input<typeof enrolment>;

const invitation = z.object({
  kind: z.enum(['new-account', 'new-password']),
  email: z.string(),
  office: bilingual,
  expiresAt: instant,
});
export type Invitation = z.input<typeof invitation>;

/** Signing in and out, the own account, and the links that make one. */
export const accountRoutes = {
  signIn: route({
    method: 'POST',
    url: '/api/sign-in',
    schema: {
      summary: 'First step: e-mail and password',
      body: z.object({ email, password }),
      response: { 200: z.object({ next: signInStep }), ...refusals(400, 401, 403, 429) },
    },
  }),
  signInSecond: route({
    method: 'POST',
    url: '/api/sign-in/second-factor',
    schema: {
      summary: 'Second step: a code of the authenticator, or a backup code',
      body: z.union([z.object({ code }), z.object({ backupCode: password })]),
      response: { 204: done, ...refusals(400, 401, 403, 429) },
    },
  }),
  signOut: route({
    method: 'POST',
    url: '/api/sign-out',
    schema: {
      summary: 'Ends this session, or every session of the officer',
      body: z.object({ everywhere: z.boolean().default(false) }),
      response: { 204: done, ...forOfficers },
    },
  }),
  me: route({
    method: 'GET',
    url: '/api/me',
    schema: {
      summary: 'The officer who is signed in',
      response: { 200: me, ...refusals(401, 403) },
    },
  }),
  seeNotices: route({
    method: 'POST',
    url: '/api/me/notices/seen',
    schema: {
      summary: 'Takes note that the officer has read what others did, up to one notice',
      body: z.object({ untilId: z.int().positive() }),
      response: { 204: done, ...forOfficers },
    },
  }),
  listSessions: route({
    method: 'GET',
    url: '/api/me/sessions',
    schema: {
      summary: 'Where the officer is signed in',
      response: { 200: z.array(ownSession), ...refusals(401, 403) },
    },
  }),
  endSession: route({
    method: 'POST',
    url: '/api/me/sessions/:id/end',
    schema: {
      summary: 'Ends one of the own sessions',
      params: z.object({ id: reference({ min: 1, max: 60 }) }),
      response: { 204: done, ...forOfficers, ...refusals(404) },
    },
  }),
  changePassword: route({
    method: 'POST',
    url: '/api/me/password',
    schema: {
      summary: 'Changes the password and ends all other sessions',
      body: z.object({ currentPassword: password, newPassword: password }),
      response: { 204: done, ...forOfficers, ...refusals(429) },
    },
  }),
  beginSecondFactor: route({
    method: 'POST',
    url: '/api/me/second-factor',
    schema: {
      summary: 'Begins to set up the second factor; whoever has a password gives it',
      body: z.object({ password: password.optional() }),
      response: { 200: enrolment, ...forOfficers, ...refusals(409, 429) },
    },
  }),
  confirmSecondFactor: route({
    method: 'POST',
    url: '/api/me/second-factor/confirm',
    schema: {
      summary: 'Ends the set-up with a first code',
      body: z.object({ code }),
      response: { 204: done, ...forOfficers, ...refusals(409, 429) },
    },
  }),
  renewBackupCodes: route({
    method: 'POST',
    url: '/api/me/second-factor/backup-codes',
    schema: {
      summary: 'New backup codes in place of the old; whoever has a password gives it',
      body: z.object({ password: password.optional() }),
      response: {
        200: z.object({ backupCodes: z.array(z.string()) }),
        ...forOfficers,
        ...refusals(409, 429),
      },
    },
  }),
  readInvitation: route({
    method: 'POST',
    url: '/api/invitations/read',
    schema: {
      summary: 'What a one-time link is for; its token stands in no address',
      body: z.object({ token }),
      response: { 200: invitation, ...refusals(400, 403, 410) },
    },
  }),
  acceptInvitation: route({
    method: 'POST',
    url: '/api/invitations/accept',
    schema: {
      summary: 'Makes the account, or sets the new password; then sign in',
      body: z.object({ token, name: line({ min: 1, max: 120 }), password }),
      response: { 204: done, ...refusals(400, 403, 409, 410) },
    },
  }),
};

import { z } from 'zod';
import { channels } from '../../../campaigns/channel.ts';
import { roles } from '../../../campaigns/offices/role.ts';
import { secret } from '../../../campaigns/text-types.ts';
import { bilingual, instant } from '../../contract/route.ts';

export const email = z.email().max(254).toLowerCase();
export const password = secret();
export const code = z
  .string()
  .transform((text) => text.replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/));
export const token = z.string().regex(/^[\w-]{43}$/);

export const signInStep = z.enum(['signed-in', 'second-factor', 'set-up-second-factor']);

export const notice = z.object({
  id: z.int(),
  at: instant,
  by: z.string(),
  action: z.string(),
  seen: z.boolean(),
});
/** A notice that somebody else changed the own account. */
export type AccountNotice = z.input<typeof notice>;

export const ownSession = z.object({
  id: z.string(),
  system: z.string().nullable(),
  browser: z.string().nullable(),
  begunAt: instant,
  lastUsedAt: instant,
  current: z.boolean().describe('The one that asks'),
});
export type OwnSession = z.input<typeof ownSession>;

export const me = z.object({
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

export const enrolment = z.object({ totpUri: z.string(), backupCodes: z.array(z.string()) });
export type Enrolment = z.input<typeof enrolment>;

export const invitation = z.object({
  kind: z.enum(['new-account', 'new-password']),
  email: z.string(),
  office: bilingual,
  expiresAt: instant,
});
export type Invitation = z.input<typeof invitation>;

import { z } from 'zod';
import { reference, secret } from '../../../campaigns/text-types.ts';
import { bilingual, refusals, route } from '../../contract/route.ts';
import { signInStep } from './accounts-schemas.ts';

const ways = z.object({
  provider: bilingual.nullable().describe('Words on the button of the identity provider'),
  passwords: z.boolean().describe('Whether passwords and passkeys open more than one account'),
});
export type SignInWays = z.input<typeof ways>;

const state = secret({ max: 500 });
const issuer = reference({ min: 1, max: 500 }).optional();
const answer = z.union([
  z.object({ state, iss: issuer, code: secret({ max: 4000 }) }),
  z.object({ state, iss: issuer, error: reference({ min: 1, max: 200 }) }),
]);

/** Signing in by an identity provider (OpenID Connect). */
export const signInRoutes = {
  ways: route('GET /api/sign-in/ways', {
    summary: 'Ways by which officers sign in here',
    response: { 200: ways },
  }),
  beginAtProvider: route('POST /api/sign-in/provider/begin', {
    summary: 'Begins a sign-in at the identity provider; its address is opened next',
    response: { 200: z.object({ url: z.string() }), ...refusals(403, 404, 429, 503) },
  }),
  signInByProvider: route('POST /api/sign-in/provider', {
    summary: 'Ends it with the answer that stands in the address to which the provider sent back',
    body: answer,
    response: {
      200: z.object({ next: signInStep }),
      ...refusals(400, 401, 403, 404, 429, 503),
    },
  }),
  signOutByProvider: route('POST /api/sign-in/provider/sign-out', {
    summary: 'Called by the identity provider when somebody signs out there (back-channel logout)',
    body: z.object({ logout_token: secret({ max: 10_000 }) }),
    response: {
      200: z.object({}).describe('What began there has ended here'),
      ...refusals(400, 403, 404, 503),
    },
  }),
};

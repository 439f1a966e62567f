import { z } from 'zod';
import { roles } from '../../../campaigns/offices/role.ts';
import { data, line, reference, secret } from '../../../campaigns/text-types.ts';
import { done, refusals } from '../../contract/route.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import {
  addPasskey,
  beginPasskey,
  beginPasskeySignIn,
  removePasskey,
  signInByPasskey,
} from './passkeys.ts';
import { listPasskeys, passkey } from './passkeys-sql.ts';
import type { SignInDependencies } from './sign-in.ts';

/** JSON of the WebAuthn standard; the browser and better-auth check its content. */
const ceremony = z.record(z.string(), z.unknown());
const credential = z.object({ id: reference({ min: 1, max: 1400 }) }).catchall(data());
const one = z.object({ id: reference({ min: 1, max: 60 }) });

/** A key of one of the own devices. */
export type Passkey = z.input<typeof passkey>;

/** Keys of the officer's own devices: added and removed after sign-in, and signing in by one. */
export function passkeyRoutes(dependencies: SignInDependencies) {
  const open = { access: 'public' as const };
  const signedIn = { access: roles };
  return [
    serveRoute('GET /api/me/passkeys', {
      summary: 'The own passkeys',
      response: { 200: z.array(passkey) },
      config: signedIn,
      handler: async ({ actor }) => listPasskeys(dependencies.database.pool, actor.id),
    }),
    serveRoute('POST /api/me/passkeys/begin', {
      summary: 'Begins to add a passkey; the password is asked for again',
      body: z.object({ password: secret() }),
      response: { 200: ceremony, ...refusals(429) },
      config: { ...signedIn, tries: ['password'] },
      handler: async (request, reply) =>
        beginPasskey(dependencies, request, reply, request.body.password),
    }),
    serveRoute('POST /api/me/passkeys', {
      summary: 'Adds the passkey that the browser made',
      body: z.object({ name: line({ min: 1, max: 60 }), response: credential }),
      response: { 201: passkey, ...refusals(429) },
      config: { ...signedIn, tries: ['passkey'] },
      handler: async (request) => addPasskey(dependencies, request, request.body),
    }),
    serveRoute('POST /api/me/passkeys/:id/remove', {
      summary: 'Removes one of the own passkeys',
      params: one,
      response: { 204: done, ...refusals(404) },
      config: signedIn,
      handler: async (request) => removePasskey(dependencies, request, request.params.id),
    }),
    serveRoute('POST /api/sign-in/passkey/begin', {
      summary: 'Begins a sign-in by passkey',
      response: { 200: ceremony, ...refusals(400, 403, 429) },
      config: open,
      handler: async (request, reply) => beginPasskeySignIn(dependencies, request, reply),
    }),
    serveRoute('POST /api/sign-in/passkey', {
      summary: 'Signs in by passkey; it is both factors',
      body: z.object({ response: credential }),
      response: { 204: done, ...refusals(400, 401, 403, 429) },
      config: { ...open, tries: ['passkey'] },
      handler: async (request, reply) => {
        await signInByPasskey(dependencies, request, reply, request.body.response);
        return reply.code(204).send();
      },
    }),
  ];
}

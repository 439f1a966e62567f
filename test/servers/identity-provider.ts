import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeJwt, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import Provider, { type Context } from 'oidc-provider';
import InMemory from 'oidc-provider/lib/adapters/memory_adapter.js';

/** Somebody at the provider. */
export interface ProviderAccount {
  subject: string;
  email: string;
  email_verified?: boolean | undefined;
  name?: string;
  /** How the provider proved who it is. */
  amr?: string[];
  acr?: string;
}

/** A real OpenID provider on loopback, for one client. */
export interface IdentityProvider {
  issuer: string;
  /** Settings of the service that signs in by it. */
  settings: Record<string, string>;
  /** The account that the next sign-in is of; also as its page at the provider shows it. */
  signInAs(account: ProviderAccount): void;
  /** Changes what ID tokens say before they are signed with the provider's own key, or hands one over as it is. */
  alterTokens(alter: ((claims: JWTPayload) => JWTPayload | string) | undefined): void;
  /** Changes the provider's answer about the person (userinfo). */
  alterUserInfo(alter: ((claims: JWTPayload) => JWTPayload) | undefined): void;
  /** A token signed with the provider's key. */
  sign(claims: JWTPayload, type?: string): Promise<string>;
  /** Follows an address of the provider as a browser does, and returns the one to which it sends back. */
  follow(url: string): Promise<URL>;
  /** The provider's own call to the service, as after a sign-out there. */
  signOut(subject: string, session: string): Promise<void>;
  close(): Promise<void>;
}

const clientId = 'outreach';
const clientSecret = 'a-secret-of-the-provider-and-the-client';

/**
 * @param publicUrl address of the service
 * @param describedIssuer the issuer that its document names, in place of its address
 */
export async function startIdentityProvider(
  publicUrl: string,
  { describedIssuer }: { describedIssuer?: string } = {},
): Promise<IdentityProvider> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'first' };
  const accounts = new Map<string, ProviderAccount>();
  let current: ProviderAccount = { subject: 'nobody', email: 'nobody@police.example' };
  let alter: ((claims: JWTPayload) => JWTPayload | string) | undefined;
  let alterInfo: ((claims: JWTPayload) => JWTPayload) | undefined;

  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(describedIssuer ?? issuer, {
    // Of its own, so that it does not warn of the one that it takes by itself.
    adapter: class extends InMemory {},
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${publicUrl}/console/`],
        backchannel_logout_uri: `${publicUrl}/api/sign-in/provider/sign-out`,
        backchannel_logout_session_required: true,
      },
    ],
    jwks: { keys: [key] },
    cookies: { keys: ['a key of the cookies'] },
    acrValues: ['gold', 'silver'],
    claims: {
      openid: ['sub', 'amr', 'acr'],
      email: ['email', 'email_verified'],
      profile: ['name'],
    },
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    // Its own refuses to call this machine.
    fetch: (url: string, { method, headers, body }: RequestInit) =>
      fetch(url, { method, headers, body } as RequestInit),
    features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true } },
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_context: unknown, subject: string) => {
      const { email, email_verified, name } = accounts.get(subject) ?? current;
      const claims = async () => ({ sub: subject, email, email_verified, name });
      return { accountId: subject, claims };
    },
    // Nobody is asked for a consent.
    async loadExistingGrant({ oidc }: Context) {
      const { clientId } = oidc.client;
      const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });

  const sign = (claims: JWTPayload, type = 'JWT') =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: 'first', typ: type })
      .sign(privateKey);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const isPage = request.url?.startsWith('/interaction/') === true;
    if (isPage && request.method === 'GET') {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(
        `<!doctype html><title>Provider</title><form method="post"><p>${current.email}</p><button>Sign in here</button></form>`,
      );
      return;
    }
    if (isPage) {
      const { subject: accountId, amr, acr } = current;
      await provider.interactionFinished(request, response, { login: { accountId, amr, acr } });
      return;
    }
    if (request.url === '/token' && alter !== undefined) alterToken(response, alter);
    if (request.url === '/me' && alterInfo !== undefined) alterAnswer(response, alterInfo);
    await provider.callback()(request, response);
  }

  function alterToken(response: ServerResponse, change: NonNullable<typeof alter>): void {
    alterAnswer(response, async (answered: { id_token?: string }) => {
      if (answered.id_token === undefined) return answered;
      const changed = change(decodeJwt(answered.id_token));
      return { ...answered, id_token: typeof changed === 'string' ? changed : await sign(changed) };
    });
  }

  function alterAnswer<T>(response: ServerResponse, change: (answered: T) => T | Promise<T>): void {
    const end = response.end.bind(response) as (text: string) => ServerResponse;
    response.end = ((body: string) => {
      void (async () => {
        const text = JSON.stringify(await change(JSON.parse(String(body)) as T));
        response.setHeader('content-length', Buffer.byteLength(text));
        end(text);
      })();
      return response;
    }) as typeof response.end;
  }

  async function follow(url: string): Promise<URL> {
    const cookies = new Map<string, string>();
    let next = new URL(url);
    for (let hops = 0; hops < 10; hops += 1) {
      if (next.origin !== issuer) return next;
      const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
      const isPage = next.pathname.startsWith('/interaction/');
      const answered = await fetch(next, {
        method: isPage ? 'POST' : 'GET',
        headers: { cookie },
        redirect: 'manual',
      });
      for (const line of answered.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        cookies.set(name, value);
      }
      const location = answered.headers.get('location');
      if (location === null) {
        throw new Error(`Expected a redirect from ${next}, got ${await answered.text()}`);
      }
      next = new URL(location, issuer);
    }
    throw new Error('Expected the provider to send back, got ten redirects');
  }

  return {
    issuer,
    settings: {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: clientId,
      OIDC_CLIENT_SECRET: clientSecret,
    },
    signInAs(account) {
      current = account;
      accounts.set(account.subject, account);
    },
    alterTokens(change) {
      alter = change;
    },
    alterUserInfo(change) {
      alterInfo = change;
    },
    sign,
    follow,
    async signOut(subject, session) {
      await (await provider.Client.find(clientId))?.backchannelLogout(subject, session);
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

import type { FastifyReply, FastifyRequest } from 'fastify';
import { bareCookie } from '../../platform/http/host-cookie.ts';
import type { Auth } from './auth.ts';
import { withFailure } from './auth-failure.ts';

/** The fields of better-auth's answers that we read. */
interface AuthBody {
  code?: string;
  twoFactorRedirect?: boolean;
  totpURI?: string;
  backupCodes?: string[];
  /** The passkey that was added, or the session that one began. */
  id?: string;
  user?: { id: string };
  [field: string]: unknown;
}

/** An answer of better-auth. */
export interface AuthAnswer {
  status: number;
  /** better-auth's own code of an error. */
  code: string | undefined;
  body: AuthBody;
  cookies: string[];
  /** better-auth's own code of a failure, from the address to which it redirects; null without one. */
  failure: string | null;
}

/** Cookie of a signed-in officer, without the prefix that it has behind https. */
export const sessionCookie = 'up-cop.session_token';
/** Cookie between the password and the second factor. */
export const challengeCookie = 'up-cop.two_factor';

/** Sends a checked body, or none to read, to one endpoint of better-auth, as the caller of a request. */
export async function ask(
  auth: Auth,
  request: FastifyRequest,
  { path, body: sentBody, without }: { path: string; body?: object; without?: string },
): Promise<AuthAnswer> {
  const base = new URL(String(auth.options.baseURL));
  const headers = new Headers({
    'content-type': 'application/json',
    // The caller's own was checked at the door, and may be another name of this machine.
    origin: base.origin,
    'user-agent': request.headers['user-agent'] ?? '',
    cookie: readCookies(request)
      .filter(([name]) => without === undefined || bareCookie(name) !== without)
      .map(([name, value]) => `${name}=${value}`)
      .join('; '),
  });
  const url = `${base.href.replace(/\/$/, '')}${auth.options.basePath}${path}`;
  const sent = new Request(
    url,
    sentBody === undefined
      ? { headers }
      : { method: 'POST', headers, body: JSON.stringify(sentBody) },
  );
  const response = await withFailure(() => auth.handler(sent));
  const text = await response.text();
  const body = text === '' ? {} : ((JSON.parse(text) ?? {}) as AuthBody);
  return {
    status: response.status,
    code: body.code,
    body,
    cookies: response.headers.getSetCookie(),
    failure: readFailure(response.headers.get('location'), base),
  };
}

function readFailure(location: string | null, base: URL): string | null {
  return location === null ? null : new URL(location, base).searchParams.get('error');
}

/** Hands better-auth's cookies on. */
export function passCookies(reply: FastifyReply, answer: AuthAnswer): void {
  if (answer.cookies.length > 0) reply.header('set-cookie', answer.cookies);
}

/** The signed value of a cookie that better-auth set: the part before the signature. */
export function signedValue(
  cookies: readonly (readonly [string, string])[],
  cookie: string,
): string | undefined {
  const value = cookies.find(([name]) => bareCookie(name) === cookie)?.[1];
  return value === undefined ? undefined : decodeURIComponent(value).replace(/\.[^.]*$/, '');
}

/** Name and value of every cookie of a request. */
export function readCookies(request: FastifyRequest): [string, string][] {
  return (request.headers.cookie ?? '').split(/; */).flatMap((part) => {
    const at = part.indexOf('=');
    return at < 1 ? [] : [[part.slice(0, at), part.slice(at + 1)]];
  });
}

/** Name and value of every cookie that an answer sets. */
export function setCookies(answer: AuthAnswer): [string, string][] {
  return answer.cookies.map((line) => {
    const [pair = ''] = line.split(';');
    return [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
  });
}

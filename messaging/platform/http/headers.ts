import type { FastifyInstance } from 'fastify';
import { embedPolicyHeader } from './embed.ts';
import { pagePolicyHeader } from './html.ts';

/** The kind of an answer, as far as its headers go. */
export type AnswerKind =
  /** A page of the service itself. */
  | 'page'
  /** A page of the service that sends a form back to it: without a referrer's origin its own form would be foreign. */
  | 'form-page'
  /** A letter as its reader sees it, in a frame of the console; nothing in it runs or is loaded. */
  | 'letter'
  /** The page for a code that nobody registered, and for an address that does not exist. */
  | 'lost-page'
  /** A page behind an address that is a secret, or for the one who is signed in. */
  | 'own-page'
  /** A file behind such an address. */
  | 'own-file'
  /** The built site; its pages bring their own policy. */
  | 'site'
  /** The page behind a printed code: the studio shows it in a frame, with the words of a draft. */
  | 'framed-site'
  /** Its own page for an address that does not exist. */
  | 'lost-site'
  /** Named by its content, and so the same for ever. */
  | 'hashed'
  /** A print file or a recording: made again under the same name. */
  | 'file'
  /** The public figures, and what the API is: the same for everybody, with an ETag. */
  | 'figures'
  /** Figures and pictures for the pages and programs of everybody: the only answers that other origins may read. */
  | 'open-data'
  /** A chart for a frame of any other site. */
  | 'embed'
  /** For officers and programs. */
  | 'api'
  /** The redirect behind a printed code. */
  | 'scan'
  /** For a provider's machine. */
  | 'callback';

type Headers = Readonly<Record<string, string>>;

const everywhere: Headers = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** For what a browser may show: in no frame, and in no other site's page. */
const shown: Headers = {
  ...everywhere,
  'x-frame-options': 'DENY',
  'cross-origin-resource-policy': 'same-origin',
};

const page: Headers = {
  ...shown,
  'content-security-policy': pagePolicyHeader,
  'cross-origin-opener-policy': 'same-origin',
};

/** A built page brings its own policy, which cannot say this. */
const site: Headers = {
  ...shown,
  'content-security-policy': "frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
};

const nothing = "default-src 'none'; frame-ancestors 'none'";

/**
 * Headers of every answer, and the only ones that protect; each route chooses a kind (`config.answers`), `api`
 * without one. The deployed nginx serves `file` and `hashed` itself: test/assets/deploy/installed.test.ts holds its
 * lines against this table.
 */
export const answerHeaders: Readonly<Record<AnswerKind, Headers>> = {
  page: { ...page, 'cache-control': 'no-cache' },
  'form-page': { ...page, 'referrer-policy': 'same-origin', 'cache-control': 'private, no-store' },
  letter: {
    ...shown,
    'x-frame-options': 'SAMEORIGIN',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'",
    'cache-control': 'private, no-store',
  },
  'lost-page': { ...page, 'cache-control': 'private, no-store' },
  // The address is never named to anybody. A form needs its origin, which `no-referrer` would leave out.
  'own-page': { ...page, 'referrer-policy': 'strict-origin', 'cache-control': 'private, no-store' },
  'own-file': {
    ...shown,
    'content-security-policy': nothing,
    'cache-control': 'private, no-store',
  },
  site: { ...site, 'cache-control': 'public, max-age=60' },
  'framed-site': {
    ...site,
    'content-security-policy': "frame-ancestors 'self'",
    'x-frame-options': 'SAMEORIGIN',
    'cache-control': 'public, max-age=60',
  },
  'lost-site': { ...site, 'cache-control': 'private, no-store' },
  hashed: { ...shown, 'cache-control': 'public, max-age=31536000, immutable' },
  // Kept, but asked for each time: nobody may print a board that was remade since.
  file: { ...shown, 'content-security-policy': nothing, 'cache-control': 'public, no-cache' },
  figures: { ...shown, 'content-security-policy': nothing, 'cache-control': 'public, no-cache' },
  'open-data': {
    ...everywhere,
    'x-frame-options': 'DENY',
    'content-security-policy': nothing,
    'cross-origin-resource-policy': 'cross-origin',
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'ETag, Link',
    'cache-control': 'public, max-age=60',
  },
  embed: {
    ...everywhere,
    'content-security-policy': embedPolicyHeader,
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': 'public, max-age=60',
  },
  api: { ...shown, 'content-security-policy': nothing, 'cache-control': 'no-store' },
  scan: { ...everywhere, 'cache-control': 'private, no-store' },
  callback: { ...everywhere, 'cache-control': 'no-store' },
};

/**
 * Once a browser has seen it, it asks by https only. Subdomains are left out: nobody here knows whether all have it.
 */
export const strictTransport: Headers = { 'strict-transport-security': 'max-age=31536000' };

declare module 'fastify' {
  interface FastifyContextConfig {
    answers?: AnswerKind;
  }
  interface FastifyReply {
    /** Set where an answer is of another kind than its route's. */
    kind: AnswerKind | null;
  }
  interface FastifyInstance {
    /** Headers of a kind, as this service sends them. */
    headersOf(kind: AnswerKind): Headers;
  }
}

/** Gives every answer the headers of its kind. A refusal is never kept, whatever its route answers otherwise. */
export function setHeaders(app: FastifyInstance, { https }: { https: boolean }): void {
  const tables = Object.fromEntries(
    Object.entries(answerHeaders).map(([kind, headers]) => [
      kind,
      https ? { ...headers, ...strictTransport } : headers,
    ]),
  ) as Record<AnswerKind, Headers>;
  app.decorate('headersOf', (kind: AnswerKind) => tables[kind]);
  app.decorateReply('kind', null);
  app.addHook('onSend', (request, reply, _payload, done) => {
    const usual = reply.statusCode < 400 ? request.routeOptions.config.answers : undefined;
    reply.headers(tables[reply.kind ?? usual ?? 'api']);
    done();
  });
}

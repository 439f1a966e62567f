import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import serveStatic from '@fastify/static';
import {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  fastify,
} from 'fastify';
import type { Config } from '../../config.ts';
import { readAddress, refuseAddresses } from '../../platform/http/canonical-path.ts';
import { setHeaders } from '../../platform/http/headers.ts';
import { createRequestIds, RequestLog } from '../../platform/http/request-log.ts';

/** Lets routes of `app` send files. */
export async function registerFiles(app: FastifyInstance): Promise<void> {
  await app.register(serveStatic, {
    serve: false,
    redirect: true,
    preCompressed: true,
    setHeaders(reply, path) {
      // Apple takes it as json only, and under a name without an ending only.
      if (path.endsWith('/apple-app-site-association'))
        reply.header('content-type', 'application/json');
    },
  });
}

/** Where officers begin: their pages ask what is not there yet. */
const ofOfficers = ['/console', '/console/*', '/:language/console', '/:language/console/*'];

/**
 * Citizens' pages of the built site while the rest of the service is loaded, which takes seconds; `later` answers what
 * is not one of them.
 */
export async function openEarlySite(
  { publicUrl, siteDir, trustProxy }: Config,
  log: FastifyBaseLogger,
  later: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<FastifyInstance> {
  const app: FastifyInstance = fastify({
    loggerInstance: log,
    logController: new RequestLog(),
    genReqId: createRequestIds(),
    trustProxy,
    rewriteUrl: readAddress,
  });
  setHeaders(app, { https: publicUrl.startsWith('https:') });
  refuseAddresses(app);
  await registerFiles(app);
  const handOn = (request: FastifyRequest, reply: FastifyReply) => {
    reply.hijack();
    later(request.raw, reply.raw);
  };
  // Before a body is read: a provider that hears of its faults now would not come again.
  app.addHook('onRequest', async (request, reply) => {
    if (request.is404) handOn(request, reply);
  });
  app.setNotFoundHandler(handOn);
  for (const path of ofOfficers) app.get(path, (_request, reply) => reply.callNotFound());
  app.get('/', (_request, reply) =>
    hasSite(siteDir) ? sendHome(reply, siteDir) : reply.callNotFound(),
  );
  registerSite(app, siteDir);
  await app.ready();
  return app;
}

/** Whether `npm run build` has made the site. */
export function hasSite(siteDir: string): boolean {
  return existsSync(join(siteDir, 'index.html'));
}

/** Serves the built site at the root; Astro's own policy is in its pages. */
export function registerSite(app: FastifyInstance, siteDir: string): void {
  app.get<{ Params: { '*': string } }>(
    '/*',
    {
      config: { access: 'public', answers: 'site' },
      schema: { hide: true },
    },
    (request, reply) => {
      const path = request.params['*'];
      if (!hasSite(siteDir)) return reply.callNotFound();
      return sendPage(reply, siteDir, path);
    },
  );
}

/** The site's home page, by a route that is not the site's own: its policy is in the page. */
export function sendHome(reply: FastifyReply, siteDir: string): FastifyReply {
  return sendPage(reply, siteDir, 'index.html');
}

/** Files below a name that begins with a dot (RFC 8615), which a plain web server gives by the same names. */
const knownFiles = ['security.txt', 'assetlinks.json', 'apple-app-site-association'].map(
  (name) => `.well-known/${name}`,
);
const framed = /^(en\/)?get\/(index\.html)?$/;

function sendPage(reply: FastifyReply, siteDir: string, path: string): FastifyReply {
  // In a route of another kind: the site's policy is in its page.
  const ofPage = framed.test(path) ? 'framed-site' : 'site';
  reply.kind = path.startsWith('_astro/') ? 'hashed' : ofPage;
  const dotfiles = knownFiles.includes(path) ? 'allow' : 'ignore';
  return reply.sendFile(path, siteDir, { dotfiles, cacheControl: false });
}

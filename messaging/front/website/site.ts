import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { serviceWords } from '../../../campaigns/languages/service-words.ts';
import { html, type PageCampaign, page } from '../../platform/http/html.ts';

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

/** Answers what no route knows: the site's own 404 page, a plain one, or JSON for programs. */
export function registerNotFound(
  app: FastifyInstance,
  { siteDir, campaign }: { siteDir: string; campaign: PageCampaign },
): void {
  const words = serviceWords[campaign.languages[0]].pages;
  app.setNotFoundHandler(async (request: FastifyRequest, reply: FastifyReply) => {
    reply.code(404);
    reply.kind = 'api';
    if (!(request.headers.accept ?? '').includes('text/html')) {
      return reply.send({ error: 'not-found' });
    }
    reply.type('text/html; charset=utf-8');
    if (hasSite(siteDir) && existsSync(join(siteDir, '404.html'))) {
      reply.kind = 'lost-site';
      return reply.send(await readFile(join(siteDir, '404.html')));
    }
    reply.kind = 'lost-page';
    return reply.send(
      page(
        words.notFound,
        campaign,
        html`<h1>${words.notFound}</h1>
<p>${words.notFoundText} <a href="/">${words.home}</a></p>
<p lang="en" class="detail">Page not found. <a href="/">Go to the home page</a></p>`,
      ),
    );
  });
}

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { html, page } from '../http/html.ts';

export interface SiteOptions {
  siteDir: string;
  owner: string;
}

/** Whether `npm run build` has made the site. */
export function hasSite(siteDir: string): boolean {
  return existsSync(join(siteDir, 'index.html'));
}

/** Serves the built site at the root; Astro's own policy stands in its pages, so helmet adds none. */
export function registerSite(app: FastifyInstance, { siteDir }: SiteOptions): void {
  app.get<{ Params: { '*': string } }>(
    '/*',
    {
      config: { access: 'public' },
      schema: { hide: true },
      helmet: { contentSecurityPolicy: false },
    },
    (request, reply) => {
      const path = request.params['*'];
      if (!hasSite(siteDir)) return reply.callNotFound();
      return sendPage(reply, siteDir, path);
    },
  );
}

/** The site's home page, by a route that is not the site's own: its policy stands in the page. */
export function sendHome(reply: FastifyReply, siteDir: string): FastifyReply {
  return sendPage(reply.removeHeader('content-security-policy'), siteDir, 'index.html');
}

function sendPage(reply: FastifyReply, siteDir: string, path: string): FastifyReply {
  const hashed = path.startsWith('_astro/');
  reply.header(
    'cache-control',
    hashed ? 'public, max-age=31536000, immutable' : 'public, max-age=60',
  );
  return reply.sendFile(path, siteDir, { dotfiles: 'ignore', cacheControl: false });
}

/** Answers what no route knows: the site's own 404 page, a plain one, or JSON for programs. */
export function registerNotFound(app: FastifyInstance, { siteDir, owner }: SiteOptions): void {
  app.setNotFoundHandler(async (request: FastifyRequest, reply: FastifyReply) => {
    reply.code(404).header('cache-control', 'no-store');
    if (!(request.headers.accept ?? '').includes('text/html')) {
      return reply.send({ error: 'not-found' });
    }
    reply.type('text/html; charset=utf-8');
    if (hasSite(siteDir) && existsSync(join(siteDir, '404.html'))) {
      reply.removeHeader('content-security-policy');
      return reply.send(await readFile(join(siteDir, '404.html')));
    }
    return reply.send(
      page(
        'पेज नहीं मिला',
        owner,
        html`<h1>पेज नहीं मिला</h1>
<p>यह पता मौजूद नहीं है। <a href="/">मुखपृष्ठ पर जाएँ</a></p>
<p lang="en" class="detail">Page not found. <a href="/">Go to the home page</a></p>`,
      ),
    );
  });
}

import type { FastifyInstance } from 'fastify';
import { html, page } from './html.ts';

/** The OpenAPI document, and a plain page of it that asks no third party for anything. */
export function registerApiDocs(app: FastifyInstance, owner: string): void {
  const options = { config: { access: 'public' as const }, schema: { hide: true } };
  app.get('/api/docs.json', options, async () => app.swagger());
  app.get('/api/docs', options, async (_request, reply) => {
    reply.type('text/html; charset=utf-8');
    reply.kind = 'page';
    const { info, paths = {} } = app.swagger();
    const items = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods ?? {}).map(([method, operation]) => {
        const { summary, description } = operation as { summary?: string; description?: string };
        return html`<li><code>${method.toUpperCase()} ${path}</code><br>
${summary ?? ''} <span class="detail">${description ?? ''}</span></li>`;
      }),
    );
    return page(
      info.title,
      owner,
      html`<div lang="en"><h1>${info.title} ${info.version}</h1>
<p><a href="/api/docs.json">OpenAPI document (JSON)</a></p>
<ul class="list">${items}</ul></div>`,
    );
  });
}

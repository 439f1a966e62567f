import type { FastifyInstance } from 'fastify';
import { type FieldSchema, fieldsOf, typeOf } from './api-fields.ts';
import { html, type Markup, type PageCampaign, page } from './html.ts';

type Content = Readonly<Record<string, { schema?: FieldSchema }>>;
interface Operation {
  summary?: string;
  description?: string;
  parameters?: { name: string; in: string; required?: boolean; schema?: FieldSchema }[];
  requestBody?: { content?: Content };
  responses?: Readonly<Record<string, { description?: string; content?: Content }>>;
}

/** The OpenAPI document, and a plain page of it that asks no third party for anything. */
export function registerApiDocs(app: FastifyInstance, campaign: PageCampaign): void {
  const options = { config: { access: 'public' as const }, schema: { hide: true } };
  app.get('/api/docs.json', options, async () => app.swagger());
  app.get('/api/docs', options, async (_request, reply) => {
    reply.type('text/html; charset=utf-8');
    reply.kind = 'page';
    const { info, paths = {} } = app.swagger();
    const items = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods ?? {}).map(([method, operation]) =>
        item(`${method.toUpperCase()} ${path}`, operation as Operation),
      ),
    );
    return page(
      info.title,
      campaign,
      html`<div lang="en"><h1>${info.title} ${info.version}</h1>
<p><a href="/api/docs.json">OpenAPI document (JSON)</a></p>
<p>A refusal is an object with <code>error</code> for programs, words for officers in <code>hi</code> and
<code>en</code>, and what belongs to that error. A list is shown by the fields of its entries,
<code>?</code> marks what may be left out.</p>
<ul class="list">${items}</ul></div>`,
    );
  });
}

/** One route: what it is for, and behind that what is sent and every answer. */
function item(name: string, operation: Operation): Markup {
  const { summary = '', description = '', parameters = [], requestBody, responses } = operation;
  const asked = [
    ...parameters.map(({ name: field, in: place, required, schema = {} }) =>
      row({
        name: `${field}${required === true ? '' : '?'}`,
        type: typeOf(schema),
        note: `in the ${place}`,
      }),
    ),
    ...contentRows(requestBody?.content),
  ];
  const answers = Object.entries(responses ?? {}).map(
    ([status, { description: meaning = '', content }]) => html`<p><strong>${status}</strong>
${meaning === 'Default Response' ? '' : meaning} <span class="detail">${formsOf(content)}</span></p>
${table(Number(status) < 400 ? contentRows(content) : [])}`,
  );
  return html`<li><details><summary><code>${name}</code><br>
${summary} <span class="detail">${description}</span></summary>
${asked.length === 0 ? [] : [html`<p><strong>Request</strong></p>`, table(asked)]}
${answers}</details></li>`;
}

function contentRows(content: Content = {}): Markup[] {
  const [first] = Object.values(content);
  return first?.schema === undefined ? [] : fieldsOf(first.schema).map(row);
}

/** Content types of files; JSON goes without saying, but for a list. */
function formsOf(content: Content = {}): string {
  return Object.entries(content)
    .map(([type, { schema = {} }]) => {
      if (type !== 'application/json') return type;
      return schema.items === undefined ? '' : 'a list of';
    })
    .join(', ');
}

function row({ name, type, note }: { name: string; type: string; note: string }): Markup {
  return html`<tr><td><code>${name}</code></td><td>${type}</td><td>${note}</td></tr>`;
}

function table(rows: readonly Markup[]): Markup {
  if (rows.length === 0) return html``;
  return html`<table>${rows}</table>`;
}

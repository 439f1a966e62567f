import { createHash } from 'node:crypto';
import { setImmediate as takeTurns } from 'node:timers/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import swagger from '@fastify/swagger';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { namesTag } from './entity-tag.ts';
import { html, type Markup, type PageCampaign, page } from './html.ts';

type Content = Readonly<Record<string, { schema?: FieldSchema }>>;
interface Operation {
  summary?: string;
  description?: string;
  parameters?: { name: string; in: string; required?: boolean; schema?: FieldSchema }[];
  requestBody?: { content?: Content };
  responses?: Readonly<Record<string, { description?: string; content?: Content }>>;
}

type Described = Parameters<typeof jsonSchemaTransform>[0];

/**
 * Describes the routes that are added from now on: the OpenAPI document, and a plain page of it that asks no third party for
 * anything. To describe all of them takes half a second, so it is done when first asked for, with time for others between.
 */
export async function openApiDocs(
  app: FastifyInstance,
  campaign: PageCampaign & Pick<Campaign, 'name' | 'version'>,
): Promise<(pages: FastifyInstance) => void> {
  const schemas = new WeakMap<object, ReturnType<typeof jsonSchemaTransform>>();
  const routes: Described[] = [];
  const openapiObject = {
    openapi: '3.0.3',
    info: { title: `${campaign.name.en}: API`, version: campaign.version },
  };
  await app.register(swagger, {
    openapi: openapiObject,
    transform: (route) => schemas.get(route.schema ?? {}) ?? jsonSchemaTransform(route),
  });
  app.addHook('onRoute', ({ schema, url }) => {
    if (schema !== undefined) routes.push({ schema, url, openapiObject } as Described);
  });
  async function write(): Promise<{ json: Packed; page: Packed }> {
    for (const route of routes) {
      schemas.set(route.schema, jsonSchemaTransform(route));
      await takeTurns();
    }
    const { info, paths = {} } = app.swagger();
    const items: Markup[] = [];
    for (const [path, methods] of Object.entries(paths)) {
      for (const [method, operation] of Object.entries(methods ?? {}))
        items.push(item(`${method.toUpperCase()} ${path}`, operation as Operation));
      await takeTurns();
    }
    const [json, whole] = await Promise.all([
      pack('application/json; charset=utf-8', JSON.stringify(app.swagger())),
      pack('text/html; charset=utf-8', docsPage(info, items, campaign)),
    ]);
    return { json, page: whole };
  }
  let written: ReturnType<typeof write> | undefined;
  const access = 'public' as const;
  const schema = { hide: true };
  return (pages) => {
    const asFile = { schema, config: { access, answers: 'figures' as const } };
    pages.get('/api/docs.json', asFile, async (request, reply) => {
      written ??= write();
      return sendPacked(request, reply, (await written).json);
    });
    const asPage = { schema, config: { access, answers: 'page' as const } };
    pages.get('/api/docs', asPage, async (request, reply) => {
      written ??= write();
      return sendPacked(request, reply, (await written).page);
    });
  };
}

function docsPage(
  { title, version }: { title: string; version: string },
  items: readonly Markup[],
  campaign: PageCampaign,
): string {
  return page(
    title,
    campaign,
    html`<div lang="en"><h1>${title} ${version}</h1>
<p><a href="/api/docs.json">OpenAPI document (JSON)</a></p>
<p>A refusal is an object with <code>error</code> for programs, words for officers in <code>hi</code> and
<code>en</code>, and what belongs to that error. A list is shown by the fields of its entries,
<code>?</code> marks what may be left out.</p>
<ul class="list">${items}</ul></div>`,
  );
}

/** One route: what it is for, and behind that what is sent and every answer. */
function item(name: string, operation: Operation): Markup {
  const { summary = '', description = '', parameters = [], requestBody, responses } = operation;
  const inputs = [
    ...parameters.map(({ name: field, in: place, required, schema = {} }) =>
      row({
        name: `${field}${required === true ? '' : '?'}`,
        type: describeType(schema),
        note: `in the ${place}`,
      }),
    ),
    ...contentRows(requestBody?.content),
  ];
  const answers = Object.entries(responses ?? {}).map(
    ([status, { description: meaning = '', content }]) => html`<p><strong>${status}</strong>
${meaning === 'Default Response' ? '' : meaning} <span class="detail">${listForms(content)}</span></p>
${table(Number(status) < 400 ? contentRows(content) : [])}`,
  );
  return html`<li><details><summary><code>${name}</code><br>
${summary} <span class="detail">${description}</span></summary>
${inputs.length === 0 ? [] : [html`<p><strong>Request</strong></p>`, table(inputs)]}
${answers}</details></li>`;
}

function contentRows(content: Content = {}): Markup[] {
  const [first] = Object.values(content);
  return first?.schema === undefined ? [] : listFields(first.schema).map(row);
}

/** Content types of files; JSON goes without saying, but for a list. */
function listForms(content: Content = {}): string {
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

/** The part of a JSON schema, as OpenAPI has it, that a table of fields shows. */
interface FieldSchema {
  type?: string;
  format?: string;
  description?: string;
  nullable?: boolean;
  enum?: readonly unknown[];
  const?: unknown;
  default?: unknown;
  items?: FieldSchema;
  properties?: Readonly<Record<string, FieldSchema>>;
  additionalProperties?: FieldSchema | boolean;
  required?: readonly string[];
  anyOf?: readonly FieldSchema[];
  oneOf?: readonly FieldSchema[];
}

/** One row of the table: `blast.texts.*.body` is a field of each text, `entries[].at` one of each entry. */
interface Field {
  name: string;
  type: string;
  note: string;
}

/** The fields of a schema with those inside of them; empty for what has no fields. */
export function listFields(schema: FieldSchema, path = ''): Field[] {
  const inner = innerFields(schema, path);
  if (path === '') return inner;
  const { description = '' } = schema;
  return [{ name: path, type: describeType(schema), note: description }, ...inner];
}

function innerFields(schema: FieldSchema, path: string): Field[] {
  const { properties = {}, required = [], additionalProperties: rest, items } = schema;
  const direct = Object.entries(properties).flatMap(([name, field]) => {
    const mark = required.includes(name) ? '' : '?';
    return listFields(field, `${path === '' ? '' : `${path}.`}${name}${mark}`);
  });
  const others = typeof rest === 'object' ? innerFields(rest, `${path}.*`) : [];
  const entries = items === undefined ? [] : innerFields(items, `${path}[]`);
  return unique([...direct, ...others, ...entries, ...listChoices(schema).flatMap(within(path))]);
}

function within(path: string): (choice: FieldSchema) => Field[] {
  return (choice) => innerFields(choice, path);
}

/** A type in words: what it is made of, or the values that it can have. */
function describeType(schema: FieldSchema): string {
  const choices = listChoices(schema);
  const bare =
    choices.length > 0 ? [...new Set(choices.map(describeType))].join(' | ') : bareType(schema);
  return schema.nullable === true ? `${bare} | null` : bare;
}

function bareType({
  type,
  format,
  enum: values,
  const: only,
  items,
  ...rest
}: FieldSchema): string {
  if (only !== undefined) return JSON.stringify(only);
  if (values !== undefined) return values.map((value) => JSON.stringify(value)).join(' | ');
  if (items !== undefined) return `${describeType(items)}[]`;
  if (typeof rest.additionalProperties === 'object') {
    return `each ${describeType(rest.additionalProperties)}`;
  }
  return format ?? type ?? 'anything';
}

function listChoices({ anyOf = [], oneOf = [] }: FieldSchema): readonly FieldSchema[] {
  return [...anyOf, ...oneOf];
}

/** Kinds of one answer share fields; each is listed once, with all its types. */
function unique(fields: readonly Field[]): Field[] {
  const byName = Map.groupBy(fields, ({ name }) => name);
  return [...byName].map(([name, same]) => ({
    name,
    type: [...new Set(same.map(({ type }) => type))].join(' | '),
    note: same.find(({ note }) => note !== '')?.note ?? '',
  }));
}

/** A large answer that is the same for everybody: compressed once, by threads beside the loop. */
interface Packed {
  type: string;
  etag: string;
  plain: Buffer;
  gzip: Buffer;
  br: Buffer;
}

async function pack(type: string, text: string): Promise<Packed> {
  const plain = Buffer.from(text);
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 27)}"`;
  const [br, zipped] = await Promise.all([
    promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    promisify(gzip)(plain, { level: 9 }),
  ]);
  return { type, etag, plain, gzip: zipped, br };
}

/** Answers in the smallest coding that the client takes, or that it has it already. */
function sendPacked(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  packed: Packed,
): FastifyReply {
  // Weak: each coding has bytes of its own.
  reply.headers({ etag: `W/${packed.etag}`, vary: 'accept-encoding' });
  if (namesTag(headers['if-none-match'], packed.etag)) return reply.code(304).send();
  const coding = (['br', 'gzip'] as const).find((name) => takes(headers['accept-encoding'], name));
  if (coding !== undefined) reply.header('content-encoding', coding);
  return reply.type(packed.type).send(packed[coding ?? 'plain']);
}

function takes(accepted: string | string[] | undefined, coding: string): boolean {
  return String(accepted ?? '')
    .split(',')
    .some((part) => {
      const [name, quality = '1'] = part.split(/;\s*q=/);
      return name?.trim().toLowerCase() === coding && Number(quality) > 0;
    });
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  chartPictures,
  districtPicture,
  type PublicChart,
  publicCharts,
} from '../../../campaigns/figures/charts/public-charts.ts';
import { openProgressSchema } from '../../../campaigns/figures/open-data/open-progress.ts';
import { chartWords } from '../../../campaigns/words/chart-words.ts';
import { file, refusals, route } from '../../contract/route.ts';
import { embedPage } from '../../platform/http/embed.ts';
import { namesTag } from '../../platform/http/entity-tag.ts';
import { html, trustMarkup } from '../../platform/http/html.ts';
import { readyText } from '../../platform/http/ready-text.ts';
import type { Charts } from './charts.ts';
import { makeTag, type OpenFigures } from './open-figures.ts';

const unchanged = { 304: z.null().describe('As the ETag sent along says') };

/** Figures, tables and charts for everybody's use. Other origins may read them. */
const openDataRoutes = {
  progress: route('GET /api/public/progress.json', {
    summary: 'Open data: the public figures by day and by district, with licence and day; ETag',
    response: { 200: openProgressSchema, ...unchanged },
  }),
  schema: route('GET /api/public/progress.schema.json', {
    summary:
      'Open data: JSON Schema of progress.json, which says what every field and column means',
    response: { 200: file('application/schema+json', 'JSON Schema 2020-12'), ...unchanged },
  }),
  days: route('GET /api/public/progress.csv', {
    summary: 'Open data: a row a day',
    response: {
      200: file('text/csv', 'UTF-8, columns by their names in the schema'),
      ...unchanged,
    },
  }),
  districts: route('GET /api/public/districts.csv', {
    summary: 'Open data: a row a district',
    response: {
      200: file('text/csv', 'UTF-8, columns by their names in the schema'),
      ...unchanged,
    },
  }),
  auditHeads: route('GET /api/public/audit-heads.csv', {
    summary:
      'Open data: number and hash of the last entry of the audit log at the end of each of the last 90 days, by which a log that was cut is seen',
    response: { 200: file('text/csv', 'UTF-8: date, entries, hash, head'), ...unchanged },
  }),
  picture: route('GET /api/public/charts/:picture', {
    summary:
      'Open data: a public chart or a district’s own figures as a picture, with day, source and licence in it',
    params: z.object({ picture: z.enum(chartPictures).or(z.string().regex(districtPicture)) }),
    response: {
      200: file('image/png', 'PNG, 1620 px wide; of a district 1200'),
      ...unchanged,
      ...refusals(404),
    },
  }),
};

/** A public chart as a page that any site may show in a frame: Hindi, and English below `/en/`. */
const embedRoute = route('GET /embed/:chart/', {
  summary: 'A public chart for a frame of another site',
  params: z.object({ chart: z.enum(publicCharts) }),
  response: { 200: file('text/html', 'The chart, with a link to the whole page') },
});

export interface OpenDataDependencies {
  figures: OpenFigures;
  charts: Charts;
  readAuditHeads(): Promise<string>;
  publicUrl: string;
  /** Address of the licence, once its owner has confirmed it. */
  licenceUrl(): string | undefined;
}

/** The public figures for everybody's programs and pages. Nothing in them is about a person or a single station. */
export function registerOpenData(app: FastifyInstance, options: OpenDataDependencies): void {
  const { figures, charts, readAuditHeads, publicUrl, licenceUrl } = options;
  const config = { access: 'public', answers: 'open-data' } as const;
  const answer = (
    { request, reply }: { request: FastifyRequest; reply: FastifyReply },
    { etag, type, body }: { etag: string; type: string; body: string | Buffer },
  ) => {
    reply.header('etag', etag).header('link', describeLinks(licenceUrl()));
    if (namesTag(request.headers['if-none-match'], etag)) return reply.code(304).send();
    return reply.type(type).send(body);
  };

  app.route({
    ...openDataRoutes.progress,
    ...readyText,
    config,
    handler: async (request, reply) => {
      const { text, etag } = await figures.read('json');
      return answer(
        { request, reply },
        { etag, type: 'application/json; charset=utf-8', body: text },
      );
    },
  });
  app.route({
    ...openDataRoutes.schema,
    config,
    handler: async (request, reply) => {
      const { text, etag } = figures.schema;
      return answer({ request, reply }, { etag, type: 'application/schema+json', body: text });
    },
  });
  const table =
    (form: 'days' | 'districts') => async (request: FastifyRequest, reply: FastifyReply) => {
      const { text, etag } = await figures.read(form);
      return answer({ request, reply }, { etag, type: 'text/csv; charset=utf-8', body: text });
    };
  app.route({ ...openDataRoutes.days, config, handler: table('days') });
  app.route({ ...openDataRoutes.districts, config, handler: table('districts') });
  app.route({
    ...openDataRoutes.auditHeads,
    config,
    handler: async (request, reply) => {
      const body = await readAuditHeads();
      const file = { etag: makeTag(body), type: 'text/csv; charset=utf-8', body };
      return answer({ request, reply }, file);
    },
  });
  app.route({
    ...openDataRoutes.picture,
    config,
    handler: async (request, reply) => {
      const { picture } = request.params as { picture: string };
      const { bytes, key } = await charts.picture(picture, await figures.figures());
      return answer(
        { request, reply },
        { etag: makeTag(key, picture), type: 'image/png', body: bytes },
      );
    },
  });
  for (const language of ['hi', 'en'] as const) {
    const prefix = language === 'hi' ? '' : '/en';
    app.route({
      ...embedRoute,
      url: `${prefix}${embedRoute.url}`,
      schema: { ...embedRoute.schema, hide: true },
      config: { access: 'public', answers: 'embed' },
      handler: async (request, reply) => {
        const { chart } = request.params as { chart: PublicChart };
        const words = chartWords[language];
        const drawn = charts.drawn(chart, language, await figures.figures());
        const whole = new URL(`${prefix}/progress/`, publicUrl).href;
        const body = html`<figure>
<div role="img" aria-label="${drawn[0]?.alt ?? ''}">${drawn.map(({ svg }) => trustMarkup(svg))}</div>
<figcaption><a href="${whole}" target="_blank" rel="noopener">${words.wholePage}</a></figcaption>
</figure>`;
        return reply
          .type('text/html; charset=utf-8')
          .send(embedPage(words.names[chart], body, language));
      },
    });
  }
}

function describeLinks(licence: string | undefined): string {
  const described = '</api/public/progress.schema.json>; rel="describedby"';
  return licence === undefined ? described : `${described}, <${licence}>; rel="license"`;
}

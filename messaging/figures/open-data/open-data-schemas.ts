import { z } from 'zod';
import { chartPictures, publicCharts } from '../../../campaigns/charts/public-charts.ts';
import { openProgressSchema } from '../../../campaigns/open-data/open-progress.ts';
import { file, route } from '../../contract/route.ts';

const unchanged = { 304: z.null().describe('As the ETag sent along says') };

/** Figures, tables and charts for everybody's use. Other origins may read them. */
export const openDataRoutes = {
  progress: route({
    method: 'GET',
    url: '/api/public/progress.json',
    schema: {
      summary: 'Open data: the public figures by day and by district, with licence and day; ETag',
      response: { 200: openProgressSchema, ...unchanged },
    },
  }),
  schema: route({
    method: 'GET',
    url: '/api/public/progress.schema.json',
    schema: {
      summary:
        'Open data: JSON Schema of progress.json, which says what every field and column means',
      response: { 200: file('application/schema+json', 'JSON Schema 2020-12'), ...unchanged },
    },
  }),
  days: route({
    method: 'GET',
    url: '/api/public/progress.csv',
    schema: {
      summary: 'Open data: a row a day',
      response: {
        200: file('text/csv', 'UTF-8, columns by their names in the schema'),
        ...unchanged,
      },
    },
  }),
  districts: route({
    method: 'GET',
    url: '/api/public/districts.csv',
    schema: {
      summary: 'Open data: a row a district',
      response: {
        200: file('text/csv', 'UTF-8, columns by their names in the schema'),
        ...unchanged,
      },
    },
  }),
  picture: route({
    method: 'GET',
    url: '/api/public/charts/:picture',
    schema: {
      summary: 'Open data: a public chart as a picture, with its day, source and licence in it',
      params: z.object({ picture: z.enum(chartPictures) }),
      response: { 200: file('image/png', 'PNG, 1620 px wide'), ...unchanged },
    },
  }),
};

/** A public chart as a page that any site may show in a frame: Hindi, and English below `/en/`. */
export const embedRoute = route({
  method: 'GET',
  url: '/embed/:chart/',
  schema: {
    summary: 'A public chart for a frame of another site',
    params: z.object({ chart: z.enum(publicCharts) }),
    response: { 200: file('text/html', 'The chart, with a link to the whole page') },
  },
});

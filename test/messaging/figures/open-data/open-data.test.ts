import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { loadBaseDirectory } from '../../../../campaigns/directory/directory-fs.ts';
import { boardStations } from '../../../../campaigns/directory/station.ts';
import { embedCode } from '../../../../campaigns/figures/charts/public-charts.ts';
import { openCsv } from '../../../../campaigns/figures/open-data/open-csv.ts';
import {
  openProgress,
  openProgressSchema,
} from '../../../../campaigns/figures/open-data/open-progress.ts';
import { parseCsv } from '../../../../campaigns/tables/csv.ts';
import { buildProgress } from '../../../../campaigns/tracker/build-progress.ts';
import type { ProgressFile } from '../../../../campaigns/tracker/progress-file.ts';
import { makeSample, sampleToday } from '../../../../campaigns/tracker/sample.ts';
import { openOpenData } from '../../../../messaging/figures/open-data/module.ts';
import { answerHeaders } from '../../../../messaging/platform/http/headers.ts';
import { makeHouse } from '../../fixtures/house.ts';
import { createModuleServer } from '../../fixtures/module-server.ts';
import { practised } from '../../fixtures/practice.ts';

const campaign = loadCampaign('up-cop');
const directory = loadBaseDirectory();
const districts = directory.districts.map(({ id }) => ({
  id,
  stations: boardStations(directory).flatMap((own) => (own.district === id ? [own.id] : [])),
}));
const sample = (given: Partial<Parameters<typeof buildProgress>[0]> = {}): ProgressFile =>
  buildProgress({
    campaign: practised,
    districts,
    ...makeSample(districts),
    today: sampleToday,
    now: new Date('2026-11-25T10:00:00Z'),
    ...given,
  });
const empty = () =>
  sample({ readings: [], scans: [], activities: [], campaign, today: '2019-03-28' });
const opened = (file: ProgressFile) =>
  openProgress(file, {
    campaign,
    districts: directory.districts,
    schemaUrl: 'https://upcop.example/api/public/progress.schema.json',
  });

describe('the public figures', () => {
  const open = opened(sample());

  test('fit their schema, and name day, licence, publisher and that they are a sample', () => {
    expect(openProgressSchema.parse(open)).toEqual(open);
    expect(open).toMatchObject({ asOf: sampleToday, sample: true, clockSet: true });
    expect(open.licence?.confirmed).toBe(false);
    expect(open.publisher.hi).toBe(campaign.copy.owner.hi);
  });

  test('have a row for every day without a gap, whose scans add up to the whole', () => {
    const dates = open.days.map(({ date }) => date);
    const lengthMs = Date.parse(dates.at(-1) ?? '') - Date.parse(dates[0] ?? '');
    expect(dates).toHaveLength(lengthMs / 86_400_000 + 1);
    expect(dates.at(-1)).toBe(sampleToday);
    expect(open.days.reduce((sum, { scans }) => sum + scans, 0)).toBe(open.scans.total);
    expect(open.days.at(-1)?.downloadsTotal ?? open.downloads?.total).toBe(open.downloads?.total);
  });

  test('name no station and nobody: a district or a day is the least, never both', () => {
    const named = 'श्री गोपनीय नाम';
    const readings = makeSample(districts).readings.map((own) => ({ ...own, from: named }));
    const text = JSON.stringify(opened(sample({ readings })));
    expect(JSON.stringify(sample({ readings }))).toContain(named);
    expect(text).not.toContain(named);
    expect(text).not.toContain('"station"');
    const ids = new Set(directory.districts.map(({ id }) => id));
    const stations = boardStations(directory).filter(({ id }) => !ids.has(id) && id.length > 6);
    expect(stations.filter(({ id }) => text.includes(`"${id}"`))).toEqual([]);
    expect(Object.keys(open.days[0] ?? {})).not.toContain('district');
  });

  test('say nothing where nothing is known', () => {
    expect(opened(empty())).toMatchObject({ downloads: null, days: [], sample: false });
    expect(openCsv(opened(empty()), 'days').split('\n')).toHaveLength(2);
  });

  test.each(['days', 'districts'] as const)('as table of %s carry the same rows', (table) => {
    const rows = parseCsv(openCsv(open, table)).map(({ cells }) => cells);
    const [head = [], first = []] = rows;
    expect(rows).toHaveLength(open[table].length + 1);
    const row = Object.fromEntries(head.map((name, at) => [name, first[at]]));
    expect(row).toMatchObject({ asOf: sampleToday, data: 'SAMPLE' });
    expect(row['licence']).toContain('GODL-India');
    expect(row['scans']).toBe(String(open[table][0]?.scans));
  });
});

describe('open data', async () => {
  let built = { file: sample(), json: '', etag: '"one"' };
  const app = await createModuleServer({
    modules: [
      openOpenData({
        ...makeHouse({ config: { publicUrl: 'https://upcop.example' }, campaign, directory }),
        live: { current: async () => built, subscribe: () => () => {}, stop: async () => {} },
      }),
    ],
    officers: {},
    districts: directory.districts,
  });
  afterAll(() => app.close());
  const get = (url: string, headers = {}) =>
    app.inject({ url, headers: { origin: 'https://paper.example', ...headers } });

  test.each([
    ['/api/public/progress.json', /^application\/json/],
    ['/api/public/progress.schema.json', /^application\/schema\+json/],
    ['/api/public/progress.csv', /^text\/csv/],
    ['/api/public/districts.csv', /^text\/csv/],
    ['/api/public/charts/boards-map-en.png', /^image\/png/],
  ])('%s is read from any origin, and a repeat costs nothing', async (url, type) => {
    const answer = await get(url);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject(answerHeaders['open-data']);
    expect(answer.headers['content-type']).toMatch(type);
    expect(answer.headers.link).toContain('rel="describedby"');
    // Proposed only, so that no program takes it for granted.
    expect(answer.headers.link).not.toContain('rel="license"');
    const repeat = await get(url, { 'if-none-match': String(answer.headers.etag) });
    expect([repeat.statusCode, repeat.body]).toEqual([304, '']);
    expect(repeat.headers).toMatchObject({
      etag: answer.headers.etag,
      'access-control-allow-origin': '*',
    });
  });

  test('the schema is that of the answer, with a description of every field', async () => {
    const schema = (await get('/api/public/progress.schema.json')).json();
    expect(schema.$id).toBe((await get('/api/public/progress.json')).json().$schema);
    expect(Object.keys(schema.properties)).toEqual(Object.keys(openProgressSchema.shape));
    expect(schema.properties.days.items.properties.scans.description).toMatch(/not an install/);
  });

  test('new figures are a new ETag', async () => {
    const before = (await get('/api/public/progress.csv')).headers.etag;
    built = { ...built, etag: '"two"' };
    expect((await get('/api/public/progress.csv')).headers.etag).not.toBe(before);
  });

  test.each([
    ['downloads', 'hi'],
    ['boards-map', 'en'],
    ['scans-map', 'hi'],
  ] as const)('%s in %s is a picture and a page for a frame', async (chart, language) => {
    const picture = await get(`/api/public/charts/${chart}-${language}.png`);
    const { width = 0, height = 0, format } = await sharp(picture.rawPayload).metadata();
    expect({ width, format }).toEqual({ width: 1620, format: 'png' });
    expect(height).toBeGreaterThan(800);
    expect(picture.rawPayload.length).toBeLessThan(200_000);
    const page = await get(`${language === 'hi' ? '' : '/en'}/embed/${chart}/`);
    expect(page.headers).toMatchObject(answerHeaders.embed);
    expect(page.headers['x-frame-options']).toBeUndefined();
    expect(page.body).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org|upcop\.example)/);
    expect(page.body).toContain(language === 'hi' ? 'नमूना आँकड़े' : 'Sample data');
  });

  test('a district has a picture of its own in the shape of a shared link, also while nothing is known', async () => {
    const now = built;
    const sizes = [];
    for (const file of [sample(), empty()]) {
      built = { ...built, file, etag: JSON.stringify(file.sample) };
      const name = file.sample ? 'district-agra-hi' : 'district-mahoba-en';
      const answer = await get(`/api/public/charts/${name}.png`);
      const { width, height } = await sharp(answer.rawPayload).metadata();
      sizes.push([width, height]);
      expect(answer.rawPayload.length).toBeLessThan(100_000);
    }
    built = now;
    expect(sizes).toEqual([
      [1200, 630],
      [1200, 630],
    ]);
    expect((await get('/api/public/charts/district-nowhere-hi.png')).statusCode).toBe(404);
  });

  test.each(['/api/public/charts/else-hi.png', '/embed/else/'])(
    '%s is refused, and the refusal is read by nobody else',
    async (url) => {
      const answer = await get(url);
      expect(answer.statusCode).toBe(400);
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
      expect(answer.headers['x-frame-options']).toBe('DENY');
    },
  );
});

test('the code to paste names the page, and no title breaks out of it', () => {
  const code = embedCode(
    { chart: 'downloads', language: 'en', title: 'A "quoted" title' },
    'https://upcop.example',
  );
  expect(code).toContain('src="https://upcop.example/en/embed/downloads/"');
  expect(code).toContain('title="A &quot;quoted&quot; title"');
});

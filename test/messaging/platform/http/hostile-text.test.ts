import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../../../campaigns/directory/directory-fs.ts';
import type { OwnedCode } from '../../../../campaigns/links/registry.ts';
import type { ManifestFile } from '../../../../campaigns/manifest.ts';
import { registerPrintIndex } from '../../../../messaging/front/website/module.ts';
import { alertLetter } from '../../../../messaging/mail/alerts/channel.ts';
import {
  monthlyLetter,
  reminderLetter,
  weeklyLetter,
} from '../../../../messaging/mail/delivery/letters/digests.ts';
import { directionsLetter } from '../../../../messaging/mail/delivery/letters/directions.ts';
import { frame } from '../../../../messaging/mail/delivery/letters/frame.ts';
import { kitLetter } from '../../../../messaging/mail/delivery/letters/kit.ts';
import {
  accountNoticeLetter,
  approvalLetter,
  invitationLetter,
  returnedLetter,
} from '../../../../messaging/mail/delivery/letters/officers.ts';
import type { Voice } from '../../../../messaging/mail/delivery/letters/voice.ts';
import { answerErrors } from '../../../../messaging/platform/http/answer-errors.ts';
import { openApiDocs } from '../../../../messaging/platform/http/api-docs.ts';
import { embedPage } from '../../../../messaging/platform/http/embed.ts';
import { html, page } from '../../../../messaging/platform/http/html.ts';
import { Refusal } from '../../../../messaging/platform/process/refusal.ts';
import { parcelPage } from '../../../../messaging/print/purchase-orders/parcel-routes.ts';
import type {
  OrderLine,
  OrderSummary,
} from '../../../../messaging/print/purchase-orders/purchase-orders-schemas.ts';
import { vendorPage } from '../../../../messaging/print/purchase-orders/vendor-page.ts';
import { closedCode } from '../../../../messaging/scanning/scans/answer-scan.ts';
import { unknownCode } from '../../../../messaging/scanning/scans/unknown-code.ts';
import { folderForTest } from '../../../folders.ts';
import { readPage } from '../../../html-shape.ts';

/** Gives a field its text, and remembers it. */
type Say = (field: string) => string;

/** Ends an attribute, a title, a style, a comment and a script, and then begins what would run. */
const hostile = `"'></title></style></textarea>--></script><img src=x onerror=alert(1)><script>alert(1)</script>&lt;b&gt;&amp;`;

const campaign = loadCampaign('up-cop');
const directory = loadDirectory();
const at = new Date('2019-04-12T06:00:00Z');
const day = '2019-04-12';
const both = (say: Say, field: string) => ({ hi: say(field), en: say(field) });
const makeDistrict = (say: Say) => ({
  ...(directory.districts[0] as (typeof directory.districts)[number]),
  nameHi: say('district'),
  nameEn: say('district'),
});
const makeParcel = (say: Say) => ({
  id: 1,
  orderId: 1,
  district: 'agra',
  station: say('station'),
  code: 'ABCDEFGH',
  dispatchedAt: null,
  dispatchedBy: null,
  receivedAt: null,
  receivedBy: null,
  hungOn: null,
});

function vendor(say: Say): string {
  const order: OrderSummary = {
    id: 1,
    district: 'agra',
    reference: say('reference'),
    vendor: say('vendor'),
    vendorAddress: '',
    vendorGstin: '',
    orderedOn: day,
    orderedBy: 'x',
    dueOn: day,
    gstPercent: null,
    net: 1,
    gst: null,
    total: 1,
    lifted: null,
    held: null,
    cancelled: null,
    parcels: { waiting: 1, dispatched: 0, received: 0 },
  };
  const held = { ...order, held: { by: 'x', reason: say('reason') } };
  const lifted = { ...order, lifted: { by: say('lifted by'), reason: say('lifted reason') } };
  const line: OrderLine = {
    id: 1,
    station: 's',
    nameHi: 'x',
    nameEn: 'x',
    printed: say('printed'),
    artwork: 'board',
    path: say('path'),
    sha256: say('ordered hash'),
    present: 'x',
    quantity: 1,
    place: say('place'),
    unit: 'piece',
    ratePaise: 1,
    areaCentiSqFt: 1,
    amount: 1,
    parcel: 'ABCDEFGH',
    reprint: null,
  };
  const file = { path: line.path, sha256: say('hash'), widthMm: 1, heightMm: 1 } as ManifestFile;
  const finding = {
    severity: 'fault' as const,
    rule: say('rule'),
    expected: say('expected'),
    found: say('found'),
  };
  const links = { ...campaign.links, confirmed: false, host: say('host') };
  const { title, body } = vendorPage({
    language: 'hi',
    base: say('base'),
    query: say('query'),
    search: '',
    openOrder: null,
    sentAt: null,
    campaign: { ...campaign, links },
    district: makeDistrict(say),
    expiresAt: at,
    ticket: say('ticket'),
    orders: [
      { order, lines: [line], parcels: [makeParcel((field) => field)] },
      { order: held, lines: [], parcels: [] },
      { order: lifted, lines: [], parcels: [] },
    ],
    files: new Map([[line.path, file]]),
    previews: new Map([[line.path, say('preview')]]),
    stamped: new Set(),
    checks: new Map([[file.sha256, [finding]]]),
    taken: new Map(),
  });
  return page(title, campaign, body);
}

function parcel(say: Say): string {
  const { title, body } = parcelPage({
    language: 'hi',
    campaign,
    parcel: makeParcel((field) => field),
    district: makeDistrict(say),
    lines: [{ artwork: say('artwork'), quantity: 1, place: say('place') }] as never,
    names: { printed: say('printed'), nameEn: 'x' } as never,
    reference: say('reference'),
    open: true,
    viewer: 'officer',
  });
  return page(title, campaign, body);
}

function code(say: Say): string {
  const owner = { scope: 'district', district: say('owner') };
  const near = [{ serial: 1, channel: 'board', code: say('code'), owner }] as never as OwnedCode[];
  const app = { ...campaign.app, name: say('app'), nameHi: say('app') };
  const { title, body } = unknownCode('x', near, { campaign: { ...campaign, app }, directory });
  return page(title, campaign, body);
}

function closed(say: Say): string {
  const app = { ...campaign.app, name: say('app') };
  const { title, body } = closedCode(say('code'), 'misused', { ...campaign, app });
  return page(title, campaign, body);
}

function demonstration(say: Say): string {
  const notice = both(say, 'notice');
  const copy = { ...campaign.copy, owner: both(say, 'owner') };
  return page(
    say('title'),
    { ...campaign, copy, demonstration: { notice, stamp: notice } },
    html`${say('body')}`,
  );
}

/** The answer of a route, in an app that has nothing else. */
async function readAnswer(url: string, register: (app: FastifyInstance) => void): Promise<string> {
  const app = fastify();
  app.decorateReply('kind', null);
  register(app);
  return (await app.inject(url)).body;
}

async function refusal(say: Say): Promise<string> {
  const app = fastify();
  app.decorateReply('kind', null);
  answerErrors(app, { ...campaign, app: { ...campaign.app, name: say('app') } });
  app.get('/', () => {
    throw new Refusal('common-password');
  });
  return (await app.inject({ url: '/', headers: { accept: 'text/html' } })).body;
}

async function apiDocs(say: Say): Promise<string> {
  const app = fastify();
  app.decorateReply('kind', null);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  const name = { ...campaign.name, en: say('title') };
  const registerDocs = await openApiDocs(app, { ...campaign, name, version: say('version') });
  const answer = z.object({ [say('field')]: z.string().describe(say('note')) });
  const schema = {
    summary: say('summary'),
    description: say('description'),
    querystring: z.object({ [say('parameter')]: z.string() }),
    response: { 200: answer.describe(say('meaning')) },
  };
  app.get('/api/x', { schema }, async () => ({}));
  registerDocs(app);
  return (await app.inject('/api/docs')).body;
}

async function printIndex(say: Say, url: string): Promise<string> {
  const printDir = folderForTest('hostile-text-');
  const file = {
    artwork: 'board',
    format: 'pdf',
    path: 'agra/a.pdf',
    bytes: 1,
    sha256: '0'.repeat(64),
    widthMm: null,
    heightMm: null,
    code: null,
    url: null,
    district: 'agra',
  };
  const files = [
    { ...file, station: null, nameHi: say('district') },
    { ...file, station: 'tajganj', nameHi: say(url === '/' ? 'district' : 'station') },
  ];
  writeFileSync(join(printDir, 'manifest.json'), JSON.stringify({ campaign: 'up-cop', files }));
  return readAnswer(url, (app) =>
    registerPrintIndex(app, { printDir, siteDir: join(printDir, 'none'), campaign }),
  );
}

/** Every letter shows the house; some show the names. */
const voice = (say: Say): Voice => {
  const house = say('house');
  return { language: 'hi', app: house, outreach: house, house };
};
const owed = (say: Say) => ({
  title: both(say, 'direction'),
  period: 'once',
  due: day,
  dueBy: 'paper' as never,
  lateDays: 1,
  returned: false,
});
const consoleUrl = 'https://up-cop.example/console/';

const pages: Record<string, (say: Say) => string | Promise<string>> = {
  'the vendor’s page, also of an order that is held': vendor,
  'the page of a parcel': parcel,
  'the page for an unknown code': code,
  'the page for a closed code': closed,
  'every page’s head': demonstration,
  'a chart for another site': (say) => embedPage(say('title'), html`<p>${say('alt')}</p>`, 'hi'),
  'a refusal': refusal,
  'the API’s page': apiDocs,
  'the plain list of districts': (say) => printIndex(say, '/'),
  'the plain list of a district': (say) => printIndex(say, '/?district=agra'),
  'every part of a letter': (say) =>
    frame({
      voice: voice(say),
      subject: say('subject'),
      signedBy: say('signed'),
      unsubscribe: true,
      parts: [
        { kind: 'text', text: say('text') },
        { kind: 'rows', rows: [[say('name'), say('value')]] },
        { kind: 'list', items: [say('item')], more: say('more') },
        { kind: 'quote', text: say('quote') },
        { kind: 'button', label: say('label'), href: say('address') },
      ],
    }).html,
  'the letter of an account': (say) =>
    accountNoticeLetter(
      { event: 'person.set-password', at: say('at'), by: say('by'), consoleUrl },
      voice(say),
    ).html,
  'the letter of an alert': (say) =>
    alertLetter({ sentence: both(say, 'sentence'), at: day, consoleUrl }, voice(say)).html,
  'the letter of an approval': (say) =>
    approvalLetter({ what: 'blast', id: 1, by: say('by'), consoleUrl }, voice(say)).html,
  'the letter of directions': (say) => {
    const facts = { office: both(say, 'office'), today: day, consoleUrl };
    return directionsLetter({ ...facts, due: [owed(say)], late: [owed(say)] }, voice(say)).html;
  },
  'the invitation': (say) =>
    invitationLetter(
      { office: both(say, 'office'), validUntil: day, signedBy: both(say, 'signed') },
      voice(say),
    ).html,
  'the kit’s letter': (say) =>
    kitLetter(
      {
        place: both(say, 'district'),
        draftOf: both(say, 'station'),
        stations: 1,
        files: 1,
        consoleUrl,
        toCheck: [both(say, 'name')],
        pageUrl: consoleUrl,
        signedBy: both(say, 'signed'),
      },
      voice(say),
    ).html,
  'the letter of a month': (say) =>
    monthlyLetter({ month: '2019-04', consoleUrl }, voice(say)).html,
  'the reminder': (say) =>
    reminderLetter(
      {
        district: both(say, 'district'),
        stations: 2,
        up: 1,
        daysLeft: 1,
        endsOn: day,
        today: day,
        consoleUrl,
        signedBy: both(say, 'signed'),
      },
      voice(say),
    ).html,
  'the letter of what came back': (say) =>
    returnedLetter(
      { what: 'blast', id: 1, remark: say('remark'), by: say('by'), consoleUrl },
      voice(say),
    ).html,
  'the letter of a week': (say) =>
    weeklyLetter(
      {
        today: day,
        downloads: null,
        goal: 1,
        daysLeft: 1,
        requiredPerDay: 1,
        perDay: 1,
        boards: { stations: 1, up: 1, verified: 1 },
        scansLast7: 1,
        auditHead: null,
        consoleUrl,
        late: [{ name: both(say, 'late'), up: 0, stations: 1 }],
      },
      voice(say),
    ).html,
};

describe('whatever somebody has entered is text', () => {
  test.each(Object.entries(pages))('in %s', async (_name, render) => {
    const said = new Set<string>();
    const harmless = readPage(await render((field) => field));
    const read = readPage(
      await render((field) => {
        const text = `${field}${hostile}`;
        said.add(text);
        return text;
      }),
    );
    expect(read.shape).toEqual(harmless.shape);
    // A text that does not reach the page proves nothing of it.
    const words = read.words.join('\n');
    expect([...said].filter((text) => !words.includes(text))).toEqual([]);
    expect(said).not.toHaveLength(0);
  });
});

/** No page of these shows what somebody has entered. */
const ownWordsOnly = [...['vendor-notices', 'module', 'stop-link-routes', 'bilingual-page']];
/** Modules that this file renders. */
const rendered = [
  ...[
    'vendor-page',
    'vendor-parcel',
    'parcel-routes',
    'unknown-code',
    'answer-scan',
    'html',
    'embed',
    'routes',
  ],
  ...['answer-errors', 'api-docs', 'module', 'frame'],
];

test('no page of the service is missing above', () => {
  const makers = globSync('messaging/**/*.ts').filter((file) =>
    readFileSync(file, 'utf8').includes('html`'),
  );
  expect(makers.map((file) => basename(file, '.ts')).toSorted()).toEqual(
    [...rendered, ...ownWordsOnly].toSorted(),
  );
});

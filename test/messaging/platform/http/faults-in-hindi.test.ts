import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Role } from '../../../../campaigns/offices/role.ts';
import { hindiTexts, strayEnglish } from '../../../stray-english.ts';
import type { Officer } from '../../fixtures/console.ts';
import { borrowRouteConsole } from '../../fixtures/route-console.ts';

// What an officer sees who hands in a wrong file: in Hindi, whatever is wrong with it.

interface SentFile {
  name: string;
  content: string | Buffer;
}

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const workbook = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(40, 7)]);
const table = (...rows: string[]) => rows.join('\n');
const anything: Record<string, SentFile> = {
  empty: { name: 'list.csv', content: '' },
  noise: { name: 'list.csv', content: Buffer.from('00ff13370badcafe', 'hex') },
  'text of another kind': { name: 'list.csv', content: 'a,b\n1,2\n' },
  'an open quote': { name: 'list.csv', content: `mobile\n9870000009\n"${'x'.repeat(40_000)}` },
  'a cell behind a quote': { name: 'list.csv', content: 'mobile,name\n"987"1,x\n' },
  'cells too many': { name: 'list.csv', content: 'mobile\n9870000009,b,c\n' },
  'a broken workbook': { name: 'list.xlsx', content: workbook },
  'a broken archive': {
    name: 'list.csv.gz',
    content: gzipSync('mobile\n9870000009\n').subarray(0, 20),
  },
  'a cut picture': { name: 'board.png', content: png },
  'a page': { name: 'page.html', content: '<html><body>hello</body></html>' },
  'a locked paper': { name: 'paper.pdf', content: '%PDF-1.7\ntrailer << /Encrypt 1 0 R >>' },
  'too large for an emblem': { name: 'emblem.svg', content: Buffer.alloc(210_000, 32) },
};
const ofReports: Record<string, SentFile> = {
  'another package': { name: 'installs_com.other_201904_overview.csv', content: 'Date\n' },
  'no such dimension': {
    name: 'installs_in.gov.up.police.citizenapp_201904_moon.csv',
    content: 'Date\n',
  },
  'figures that fall': {
    name: 'figures.csv',
    content: table(
      'Date,Downloads,Source,Entered by',
      '01.04.2019,500,HQ,A',
      '02.04.2019,400,HQ,A',
    ),
  },
  'a day to come': {
    name: 'figures.csv',
    content: table('Date,Downloads,Source,Entered by', '01.04.2099,500,HQ,A'),
  },
  'no number': {
    name: 'figures.csv',
    content: table('Date,Downloads,Source,Entered by', '01.04.2019,many,HQ,A'),
  },
  'an App Store summary': { name: 'S_D_1_20190401.txt', content: 'Provider\tUnits\nAPPLE\t1\n' },
};
const ofLists: Record<string, SentFile> = {
  activities: {
    name: 'list.csv',
    content: table('दिनांक,समाचार-पत्र,प्रकार,संख्या', '01.04.2099,x,y,-1', 'yesterday,,,many'),
  },
  stations: {
    name: 'agra.csv',
    content: table('id,nameHi,nameEn', 'no-such,क,K', 'hari-parvat,English name,x', ',,,'),
  },
  invitations: {
    name: 'people.csv',
    content: table('ई-मेल,कार्यालय,दायित्व', 'no-address,atlantis,king', 'a@b.in,,'),
  },
};
const ofEmblems: Record<string, SentFile> = {
  'a script': { name: 'e.svg', content: '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>' },
  'a text': {
    name: 'e.svg',
    content: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>x</text></svg>',
  },
  'no size': {
    name: 'e.svg',
    content: '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0"/></svg>',
  },
  'open tags': { name: 'e.svg', content: '<svg><g>' },
};
const files = { ...anything, ...ofReports, ...ofLists, ...ofEmblems };

const { officer } = await borrowRouteConsole();
const officers = new Map<Role, Officer>();
for (const role of ['district', 'hq', 'pro-dgp', 'admin'] as const)
  officers.set(role, await officer(role));
const as = (role: Role): Officer => {
  const officer = officers.get(role);
  if (officer === undefined) throw new Error(`Expected an officer of ${role}`);
  return officer;
};

const entry = { kind: 'board', district: 'agra', station: 'hari-parvat', day: '2019-04-05' };
const entered = await as('district').post('/api/activities', { ...entry, details: {} });
expect(entered.statusCode, entered.body).toBe(201);
const board: { id: number } = entered.json().activity;
const draft = (await as('hq').post('/api/studio/drafts')).json().id;

const edge = 'edge-of-a-part';
const boardEntry = {
  key: '0168e1f2-0000-7000-8000-000000000001',
  district: 'agra',
  station: 'baah',
};
const list = '/api/audiences?name=A&consentBasis=public-duty&source=office&retainUntil=2019-05-01';
/** Each upload of the console: by whom, where, what else may be wrong with its file, and what is beside the file. */
const uploads: readonly [Role, () => string, typeof files, Record<string, string>?][] = [
  ['district', () => '/api/activities/boards', {}, { entry: JSON.stringify(boardEntry) }],
  ['district', () => `/api/activities/${board.id}/attachments/certificate?version=1`, {}],
  ['district', () => '/api/activities/list?kind=newspaper&district=agra', ofLists],
  ['district', () => '/api/stations/agra/list?step=check', ofLists],
  ['district', () => '/api/press-notes/1/appearances/1/cutting', {}],
  ['hq', () => '/api/reports?dry-run=true', ofReports],
  ['hq', () => '/api/do-not-disturb?mode=add', ofLists],
  ['hq', () => `/api/studio/drafts/${draft}/emblem`, ofEmblems],
  ['pro-dgp', () => list, ofLists],
  ['pro-dgp', () => '/api/takes/spot-10-hi', {}],
  ['pro-dgp', () => '/api/blasts/1/receipt-files', ofLists],
];

/** Parts of an answer that are no Hindi. */
function findFaults({ statusCode, body }: { statusCode: number; body: string }): unknown[] {
  const said = JSON.parse(body);
  const stray = hindiTexts(said).filter((text) => strayEnglish(text).length > 0);
  if (statusCode < 400) return stray;
  if (statusCode === 500 || typeof said.hi !== 'string') return [statusCode, body];
  // What a program reads of a broken request no page shows; all else is a code, which the page words, or bilingual.
  const forPrograms = ['wrong-form', 'wrong-input'].includes(said.error);
  const unworded = [said.detail, said.message].filter((text) => typeof text === 'string');
  return forPrograms ? stray : [...stray, ...unworded];
}

test('whatever file is handed in wrongly, the answer speaks Hindi', async () => {
  const faults: unknown[] = [];
  for (const [role, urlOf, own, beside = {}] of uploads) {
    const send = (payload: Buffer, type = `multipart/form-data; boundary=${edge}`) =>
      as(role).send({ method: 'POST', url: urlOf(), headers: { 'content-type': type }, payload });
    const part = (name: string, rest: string, content: string | Buffer) =>
      Buffer.concat([
        Buffer.from(`--${edge}\r\ncontent-disposition: form-data; name="${name}"${rest}\r\n\r\n`),
        Buffer.from(content),
        Buffer.from('\r\n'),
      ]);
    const words = Object.entries(beside).map(([name, text]) => part(name, '', text));
    const end = Buffer.from(`--${edge}--\r\n`);
    for (const [kind, { name, content }] of Object.entries({ ...anything, ...own })) {
      const body = [...words, part('file', `; filename="${name}"`, content), end];
      faults.push(
        ...findFaults(await send(Buffer.concat(body))).map((fault) => [
          `${urlOf()}: ${kind}`,
          fault,
        ]),
      );
    }
    const one = part('file', '; filename="a.csv"', 'mobile\n');
    for (const [kind, body] of Object.entries({
      'no file': Buffer.concat([...words, end]),
      'two files': Buffer.concat([...words, one, one, end]),
      'half a form': Buffer.concat([...words, one.subarray(0, 60)]),
      'words that are no board': Buffer.concat([part('entry', '', '{"key":7}'), one, end]),
    })) {
      faults.push(...findFaults(await send(body)).map((fault) => [`${urlOf()}: ${kind}`, fault]));
    }
    faults.push(
      ...findFaults(await send(Buffer.from('{}'), 'application/json')).map((fault) => [
        `${urlOf()}: no form`,
        fault,
      ]),
    );
  }
  expect(faults).toEqual([]);
});

test('whatever list stands in a field, the answer speaks Hindi', async () => {
  const faults: unknown[] = [];
  for (const [kind, { content }] of Object.entries(files)) {
    const text = content.toString();
    const base64 = Buffer.from(content).toString('base64');
    const asked: [Role, string, object][] = [
      ['admin', '/api/people/invitations/check', { content: base64 }],
      ['pro-dgp', '/api/operator-reports', { operator: 'BSNL', csv: text }],
    ];
    for (const [role, url, body] of asked) {
      faults.push(
        ...findFaults(await as(role).post(url, body)).map((fault) => [`${url}: ${kind}`, fault]),
      );
    }
  }
  expect(faults).toEqual([]);
});

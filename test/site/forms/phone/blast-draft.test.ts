import { beforeAll, expect, test } from 'vitest';
import { uploadList } from '../lists.ts';
import { openFormService } from '../service.ts';
import { type FieldValue, type OpenView, openView } from '../view.ts';

/** Two real gateways, so that one can go beside the other; nobody answers there. */
const settings = {
  CDAC_URL: 'http://127.0.0.1:1',
  CDAC_USERNAME: 'up',
  CDAC_PASSWORD: 'secret',
  CDAC_DEPARTMENT_KEY: 'secret',
  NIC_URL: 'http://127.0.0.1:1',
  NIC_USERNAME: 'up',
  NIC_PIN: 'secret',
};

const nic = 'NIC SMS गेटवे';

const { service, pro } = await openFormService({ pro: 'pro-dgp' }, { settings });
/** What the form sends of a draft of which nothing is changed. */
let usual: Record<string, unknown>;
/** An earlier blast that went out. */
let earlier: number;
beforeAll(async () => {
  const audienceId = await uploadList(pro, ['9876543210', '9876543211']);
  await uploadList(pro, ['9876543212'], 'दूसरी सूची');
  usual = {
    name: 'नमूना प्रसारण',
    channel: 'sms',
    templates: { hi: 'services-hi' },
    values: { hi: [] },
    stationCards: false,
    trial: null,
    gateway: 'cdac',
    fallback: null,
    further: [],
    audienceId,
    districts: null,
    startsAt: null,
    fromMinute: 600,
    toMinute: 1260,
    canarySize: 0,
    capMessages: 1,
    capDays: 7,
    skipReceived: 'nobody',
    skipBlastIds: [],
    dndClasses: [0, 1, 2, 3, 4, 5, 6, 7, 8],
    onlyLanguage: null,
    onlyReached: null,
    budgetPaise: null,
    unlikeReason: null,
    repeat: null,
  };
  earlier = await keepDraft({ name: 'पहला प्रसारण' });
  await service.database.pool.query(
    "UPDATE blast SET status = 'finished', planned_at = now() WHERE id = $1",
    [earlier],
  );
});

async function keepDraft(change: object): Promise<number> {
  const answer = await pro.post('/api/blasts', { ...usual, ...change });
  if (answer.statusCode !== 201) throw new Error(`Expected a draft, got ${answer.body}`);
  return answer.json().blast.id;
}

/** Waits for what the draft's page keeps by itself. */
async function expectKept(view: OpenView, change: object): Promise<void> {
  const puts = () => view.line.requests.filter(({ method }) => method === 'PUT');
  // On a slow machine it is kept once before the last field is filled.
  await expect
    .poll(() => puts().at(-1)?.body)
    .toEqual({ ...usual, revision: expect.any(Number), ...change });
}

const whatsapp = {
  channel: 'whatsapp',
  gateway: 'emulator',
  templates: { hi: 'wa-services-hi' },
};

type Steps = Readonly<Record<string, FieldValue>>[];
interface Case {
  row: string;
  what: string;
  /** What the draft is like before. */
  begin?: object;
  fill: Steps;
  sent: object;
}

const cases: Case[] = [
  {
    row: 'text',
    what: 'its name and texts',
    fill: [
      { 'प्रसारण का नाम': ' UP COP का परिचय ', 'हिंदी पाठ': 'शहरों में सत्यापन सेवाओं का प्रचार' },
      { 'अंग्रेज़ी पाठ': 'अंग्रेज़ी में सामान्य प्रचार' },
    ],
    sent: {
      name: 'UP COP का परिचय',
      templates: { hi: 'verification-hi', en: 'services-en' },
      values: { hi: [], en: [] },
    },
  },
  {
    row: 'text',
    what: 'a second text against the first',
    fill: [
      { 'दूसरे पाठ से तुलना करें': true },
      {
        'दूसरा हिंदी पाठ': 'खोए सामान की सेवा का प्रचार',
        'हर पाठ सूची के कितने प्रतिशत को जाए': '२०',
        'उसके बाद कितने घंटे प्रतीक्षा': '48',
      },
    ],
    sent: { trial: { templates: { hi: 'lost-article-hi' }, share: 20, waitHours: 48 } },
  },
  {
    row: 'text',
    what: 'the blanks, stations and SMS of a WhatsApp message',
    begin: whatsapp,
    fill: [
      { 'ऊपर का चित्र: हर प्राप्तकर्ता के थाने का कार्ड': true },
      { 'जिनके पास WhatsApp नहीं, उन्हें SMS': 'ऐप का सामान्य प्रचार' },
      { 'जिन्हें WhatsApp नहीं पहुँचा, उन्हें भी': '6 घंटे में न पहुँचे तो' },
    ],
    sent: {
      ...whatsapp,
      stationCards: true,
      fallback: { gateway: 'cdac', templates: { hi: 'services-hi' }, afterHours: 6 },
    },
  },
  {
    row: 'list',
    what: 'another list',
    fill: [{ 'नंबरों की सूची': 'दूसरी सूची: 1 नंबर' }],
    sent: { audienceId: expect.any(Number) },
  },
  {
    row: 'list',
    what: 'its districts and target group',
    fill: [
      { 'केवल चुने हुए जनपद': true },
      { लखनऊ: true },
      { 'केवल इस भाषा के': 'हिंदी', 'पहले का प्रसारण': 'केवल जिन तक पहले पहुँचा' },
    ],
    sent: { districts: ['lucknow'], onlyLanguage: 'hi', onlyReached: true },
  },
  {
    row: 'list',
    what: 'those who were not reached, in English',
    fill: [{ 'केवल इस भाषा के': 'अंग्रेज़ी', 'पहले का प्रसारण': 'केवल जिन तक अब तक नहीं पहुँचा' }],
    sent: { onlyLanguage: 'en', onlyReached: false },
  },
  {
    row: 'hours',
    what: 'its day, hours and first part',
    fill: [
      { 'किसी दिन और समय पर': true },
      { दिनांक: '2019-05-07', समय: '11:30' },
      { से: '09:00', तक: '20:30', 'पहले कितनों पर परखें': '२००' },
    ],
    sent: {
      startsAt: '2019-05-07T06:00:00.000Z',
      fromMinute: 540,
      toMinute: 1230,
      canarySize: 200,
    },
  },
  {
    row: 'hours',
    what: 'a rhythm and how often',
    fill: [{ दोहराव: 'हर सप्ताह, शुक्रवार को' }, { दिनांक: '2019-05-07', 'कुल कितनी बार': '4' }],
    sent: {
      startsAt: '2019-05-07T04:30:00.000Z',
      repeat: { rhythm: 'weekly', times: 4, until: null, days: [], texts: [] },
    },
  },
  {
    row: 'hours',
    what: 'a rhythm and until when',
    fill: [
      { दोहराव: 'हर माह, 12 तारीख को' },
      { दिनांक: '2019-05-12', 'या किस दिन तक': '2019-08-31' },
    ],
    sent: {
      startsAt: '2019-05-12T04:30:00.000Z',
      repeat: { rhythm: 'monthly', times: null, until: '2019-08-31', days: [], texts: [] },
    },
  },
  {
    row: 'hours',
    what: 'its chosen days',
    fill: [{ दोहराव: 'चुने हुए दिनों पर' }, { दिनांक: '2019-05-07', '2. दिन': '2019-05-09' }],
    sent: {
      startsAt: '2019-05-07T04:30:00.000Z',
      repeat: { rhythm: 'days', times: null, until: null, days: ['2019-05-09'], texts: [] },
    },
  },
  {
    row: 'hours',
    what: 'several texts over several days',
    fill: [
      { दोहराव: 'कई दिनों में कई पाठ' },
      {
        दिनांक: '2019-05-07',
        'पहले के कितने दिन बाद': '3',
        'हिंदी पाठ': 'खोए सामान की सेवा का प्रचार',
      },
    ],
    sent: {
      startsAt: '2019-05-07T04:30:00.000Z',
      repeat: {
        rhythm: 'texts',
        times: null,
        until: null,
        days: [],
        texts: [{ afterDays: 3, templates: { hi: 'lost-article-hi' } }],
      },
    },
  },
  {
    row: 'cap',
    what: 'its cap',
    fill: [{ 'कितने संदेश': '३', 'कितने दिन में': '30' }],
    sent: { capMessages: 3, capDays: 30 },
  },
  {
    row: 'cap',
    what: 'no cap, and nobody who had any blast',
    fill: [{ 'कितने संदेश': '', 'जिन्हें इस अभियान का कोई भी प्रसारण मिला': true }],
    sent: { capMessages: null, skipReceived: 'any' },
  },
  {
    row: 'cost',
    what: 'the provider, and where its cost ends',
    fill: [{ गेटवे: 'operator', 'व्यय की सीमा (रुपये)': '१,५००.५०' }],
    sent: { gateway: 'operator', budgetPaise: 150_050 },
  },
  {
    row: 'cost',
    what: 'a share of a second gateway',
    fill: [{ [nic]: 'कुछ प्रतिशत नंबर' }, { [`${nic} से कितने प्रतिशत`]: '30' }],
    sent: { further: [{ gateway: 'nic', share: 30, operators: [] }] },
  },
  {
    row: 'cost',
    what: 'a second gateway in reserve',
    fill: [{ [nic]: 'केवल दूसरे के रुकने पर' }],
    sent: { further: [{ gateway: 'nic', share: 0, operators: [] }] },
  },
];

test.each(cases)('a draft keeps $what ($row)', async ({ row, begin = {}, fill, sent }) => {
  const id = await keepDraft(begin);
  const view = await openView(pro, `/console/blasts/?id=${id}&row=${row}`);
  for (const step of fill) await view.part('.sheet-row form').fill(step);
  await expectKept(view, sent);
  await view.says('प्रारूप सहेजा हुआ है');
});

test('a draft leaves out people who got a chosen blast', async () => {
  const view = await openView(pro, `/console/blasts/?id=${await keepDraft({})}&row=cap`);
  const row = view.part('.sheet-row form');
  await row.fill({ 'जिन्हें चुने हुए प्रसारण मिले': true });
  await row.press('ठीक है');
  expect(row.texts('.wrong')).toEqual(['कम से कम एक प्रसारण चुनें']);
  await row.fill({ 'पहला प्रसारण': true });
  await expectKept(view, { skipReceived: 'blasts', skipBlastIds: [earlier] });
});

test('a draft of a promotional text leaves out the chosen classes of do-not-disturb', async () => {
  const view = await openView(pro, `/console/blasts/?id=${await keepDraft(whatsapp)}&row=cap`);
  await view.part('.sheet-row form').fill({ '3. शिक्षा': false, '7. पर्यटन': false });
  await expectKept(view, { ...whatsapp, dndClasses: [0, 1, 2, 4, 5, 6, 8] });
});

test('a gateway for some telecom operators needs one, and only those of whom numbers are known', async () => {
  const row = { [nic]: 'कुछ सेवा प्रदाताओं के नंबर' };
  const id = await keepDraft({});
  const before = await openView(pro, `/console/blasts/?id=${id}&row=cost`);
  await before.part('.sheet-row form').fill(row);
  expect(before.text()).toContain('नंबर-शृंखलाएँ अभी नहीं डाली गई हैं।');
  await service.database.pool.query(
    "INSERT INTO number_operator (prefix, operator) VALUES ('9876', 'BSNL')",
  );
  const view = await openView(pro, `/console/blasts/?id=${id}&row=cost`);
  await view.part('.sheet-row form').fill(row);
  await view.press('ठीक है');
  expect(view.texts('.sheet-row .wrong')).toEqual([
    'कम से कम एक सेवा प्रदाता चुनें, हर एक केवल एक गेटवे पर',
  ]);
  await view.part('.sheet-row form').fill({ BSNL: true });
  await expectKept(view, { further: [{ gateway: 'nic', share: 0, operators: ['BSNL'] }] });
});

test.each([
  { row: 'text', fill: { 'प्रसारण का नाम': '' }, wrong: 'प्रसारण का नाम लिखें' },
  { row: 'text', fill: { 'हिंदी पाठ': 'कोई नहीं' }, wrong: 'कम से कम एक भाषा का पाठ चुनें' },
  {
    row: 'text',
    fill: { 'दूसरे पाठ से तुलना करें': true },
    wrong: 'हर भाषा का दूसरा पाठ चुनें; 1 से 45 प्रतिशत और 1 से 168 घंटे लिखें',
    open: 'दूसरे पाठ की तुलना पूरी भरें',
  },
  { row: 'list', fill: { 'नंबरों की सूची': '' }, wrong: 'सूची चुनें या नई अपलोड करें' },
  { row: 'list', fill: { 'केवल चुने हुए जनपद': true }, wrong: 'कम से कम एक जनपद चुनें' },
  {
    row: 'hours',
    fill: { 'पहले कितनों पर परखें': '1,00,001' },
    wrong: '0 से 1,00,000 तक की संख्या लिखें',
  },
  {
    row: 'hours',
    fill: { से: '20:30', तक: '20:30' },
    wrong: 'समाप्ति का समय आरंभ के बाद का और अनुमन्य समय के भीतर हो',
  },
  {
    row: 'hours',
    // Whatever the hour is: today's may have passed.
    begin: { startsAt: '2019-04-19T05:00:00.000Z' },
    fill: { दोहराव: 'हर सप्ताह, शुक्रवार को' },
    wrong: 'कितनी बार (2 से 60) या किस दिन तक, यह लिखें; पहले दिन के बाद कम से कम एक दिन हो',
  },
  {
    row: 'cap',
    fill: { 'कितने संदेश': '101' },
    wrong: '1 से 100 तक की संख्या लिखें, या खाली छोड़ें',
  },
  {
    row: 'cost',
    fill: { 'व्यय की सीमा (रुपये)': 'पाँच सौ' },
    wrong: 'रुपयों में राशि लिखें, जैसे 5,000',
  },
])('a draft with $fill ($row) says "$wrong" where it is, and is not sent', async (each) => {
  const id = await keepDraft(each.begin ?? {});
  const view = await openView(pro, `/console/blasts/?id=${id}&row=${each.row}`);
  await view.part('.sheet-row form').fill(each.fill);
  await view.press('स्वीकृति के लिए भेजें');
  expect(view.texts('.sheet-row .wrong')).toContain(each.wrong);
  expect(view.texts('.missing button')).toEqual([each.open ?? each.wrong]);
  expect(view.sent()).toEqual([]);
});

const stations = [
  { district: 'lucknow', nameHi: 'गोसाईंगंज', nameEn: 'Gosainganj' },
  { district: 'lucknow', nameHi: 'काकोरी', nameEn: 'Kakori' },
  { district: 'agra', nameHi: 'खेरागढ़ पूर्वी कोतवाली', nameEn: 'Kheragarh East Kotwali' },
];
test.each([
  { label: 'of all stations of its list', stations, districts: null, name: 'खेरागढ़ पूर्वी कोतवाली' },
  { label: 'of those in its districts', stations, districts: ['lucknow'], name: 'गोसाईंगंज' },
  { label: 'of its districts where the list has no stations', districts: ['agra'], name: 'आगरा' },
])('a draft shows the longest name $label', async ({ name, districts, stations = [] }) => {
  const text = 'थाना {#alphanumeric#} {#url#}';
  const id = await keepDraft({ districts });
  const view = await openView(pro, `/console/blasts/?id=${id}`, {
    changes: {
      'GET /api/templates': ({ status, json }) => {
        for (const { template } of json.templates)
          if (template.id === 'services-hi') template.text = text;
        return { status, json };
      },
      [`GET /api/blasts/${id}`]: ({ status, json }) => {
        json.blast.texts.hi.body = 'थाना {station} uppolice.gov.in/q/000000';
        return { status, json };
      },
      [`GET /api/audiences/${usual['audienceId']}`]: ({ status, json }) => ({
        status,
        json: { ...json, longestStations: stations },
      }),
    },
  });
  await expect.poll(() => view.texts('.previews').join()).toContain(`थाना ${name} `);
});

test('a new draft is kept as soon as its list is chosen, named after its text, and then submitted', async () => {
  const view = await openView(pro, '/console/blasts/?new=1&row=list');
  expect(view.text()).toContain('शेष चुनते ही सहेजा जाएगा');
  await view.fill({ 'नंबरों की सूची': 'नमूना सूची: 2 नंबर' });
  await view.says('प्रारूप सहेजा हुआ है');
  const name = 'ऐप का सामान्य प्रचार, 12 अप्रैल 2019';
  expect(view.sent().at(-1)).toEqual({
    method: 'POST',
    url: '/api/blasts',
    body: { ...usual, name, canarySize: null },
  });
  await view.press('संदेश-सीमा: बदलें');
  await view.fill({ 'कितने संदेश': '' });
  expect(view.text()).toContain('बदला गया।');
  await view.press('पहले जैसा करें');
  expect(view.getByLabelText<HTMLInputElement>('कितने संदेश').value).toBe('1');
  await view.press('स्वीकृति के लिए भेजें');
  expect(view.sent().at(-1)?.url).toMatch(/^\/api\/blasts\/\d+\/submit$/);
  // Its text is not registered, and the gateway is a real one.
  await view.says('इन बातों को ठीक किए बिना प्रसारण नहीं हो सकता');
});

const particulars = {
  'सूची का नाम': ' तीसरी सूची ',
  'सूची कहाँ से मिली': ' पत्रांक 114 ',
  'कब तक रखी जाए': '2019-05-31',
};

test.each([
  {
    basis: { 'सहमति का आधार': 'शासकीय कर्तव्य (जनहित की सूचना)' },
    sent: { consentBasis: 'public-duty', language: 'hi' },
  },
  {
    basis: {
      'सहमति का आधार': 'लिखित सहमति',
      'सहमति टेंपलेट की आईडी': ' 110716000000 ',
      'जिनकी भाषा नहीं लिखी, उनकी भाषा': 'अंग्रेज़ी',
      'यह उन नंबरों की सूची है जिन्हें कोई प्रसारण न जाए': true,
    },
    sent: {
      consentBasis: 'explicit-consent',
      language: 'en',
      consentTemplate: '110716000000',
      excluding: 'true',
    },
  },
])('a list is uploaded in place with its particulars: $sent', async ({ basis, sent }) => {
  const view = await openView(pro, '/console/blasts/?new=1&row=list');
  await view.press('दूसरी सूची अपलोड करें');
  await view.press('सूची अपलोड करें');
  expect(view.texts('.upload-list .wrong')).toEqual([
    'फ़ाइल चुनें',
    'सूची का नाम लिखें',
    'लिखें कि सूची कहाँ से मिली',
    'सहमति का आधार चुनें',
  ]);
  expect(view.sent()).toEqual([]);
  const content = 'mobile\n9876543213\n12\n';
  const form = view.part('.upload-list');
  await form.fill({ 'सूची की फ़ाइल': { file: 'list.csv', content }, ...particulars });
  for (const [label, value] of Object.entries(basis)) await form.fill({ [label]: value });
  await form.press('सूची अपलोड करें');
  const [upload] = view.sent();
  expect(Object.fromEntries(new URLSearchParams(upload?.url.replace(/^.*\?/, '')))).toEqual({
    name: 'तीसरी सूची',
    source: 'पत्रांक 114',
    retainUntil: '2019-05-31',
    ...sent,
  });
  expect(upload?.body).toEqual({ file: content });
});

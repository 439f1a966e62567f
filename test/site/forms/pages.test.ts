import { expect, test } from 'vitest';
import { fullSite, sampleProgress } from '../site-fixture.ts';
import { openSitePage } from './site-page.ts';

const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 Version/17.4 Mobile/15E148 Safari/604.1';

test('“choose all” chooses the stations that the filter shows, and no other', async () => {
  const { document, user } = await openSitePage('/print/mahoba/', {
    element: 'zip-picker',
    site: fullSite,
  });
  const boxes = [...document.querySelectorAll<HTMLInputElement>('li[data-station] input')];
  const chosen = () => boxes.filter(({ checked }) => checked).map(({ value }) => value);
  await user.type(document.querySelector('.tools input') as HTMLElement, 'kabrai');
  const all = document.querySelector('[data-all]') as HTMLElement;
  await user.click(all);
  expect(chosen()).toHaveLength(1);
  expect(boxes.find(({ checked }) => checked)?.closest('li')?.dataset['station']).toBe('kabrai');
  expect(document.querySelector('.chosen')?.textContent).toMatch(/^1 /);
  await user.click(all);
  expect(chosen()).toEqual([]);
  await user.clear(document.querySelector('.tools input') as HTMLElement);
  await user.click(all);
  expect(chosen()).toHaveLength(boxes.length);
});

test('a second tap on a head of the league turns its order, and the address keeps it', async () => {
  const { document, user } = await openSitePage('/progress/', {
    element: 'league-table',
    site: fullSite,
  });
  const league = document.querySelector('league-table') as HTMLElement;
  const column = 2;
  const values = () =>
    [...league.querySelectorAll<HTMLTableRowElement>('.districts tr')].map((row) =>
      Number(row.cells[column]?.dataset['value']),
    );
  const head = [...league.querySelectorAll<HTMLElement>('thead [data-sort]')][column];
  const press = () => user.click(head?.querySelector('button') as HTMLElement);
  await press();
  const falling = values();
  expect(falling).toEqual(falling.toSorted((a, b) => b - a));
  expect([head?.getAttribute('aria-sort'), new Set(falling).size > 1]).toEqual([
    'descending',
    true,
  ]);
  await press();
  expect(values()).toEqual(falling.toSorted((a, b) => a - b));
  expect(head?.getAttribute('aria-sort')).toBe('ascending');
  expect(new URLSearchParams(location.search).has('low')).toBe(true);
  await press();
  expect(values()).toEqual(falling);
});

test.each([
  { device: 'an iPhone', userAgent: iphone, start: 'https://apps.apple.com/', stores: 2 },
  {
    device: 'an Android phone',
    userAgent: 'Mozilla/5.0 (Linux; Android 10; K) Chrome/124.0 Mobile',
    start: 'https://play.google.com/',
    stores: 2,
  },
  {
    device: 'a desktop',
    userAgent: 'Mozilla/5.0 (Windows NT 10.0)',
    start: 'https://play.google.com/',
    stores: 2,
  },
])(
  'the first button of $device leads to its own store, also when the place of the code is known',
  async ({ userAgent, start, stores }) => {
    const { document, texts } = await openSitePage('/get/?c=032L0J', {
      element: 'get-app',
      userAgent,
    });
    await expect.poll(() => texts('.strip .place')).toEqual(['थाना हरिपर्वत, जनपद आगरा']);
    const links = () => [...document.querySelectorAll<HTMLAnchorElement>('[data-store]')];
    await expect.poll(() => links()[0]?.href).toContain(start);
    expect(links()).toHaveLength(stores);
  },
);

test('a phone that installs nothing is told so, with the portal in place of the stores', async () => {
  const { document, texts } = await openSitePage('/get/?c=032L0J', {
    element: 'get-app',
    userAgent:
      'Mozilla/5.0 (Mobile; LYF/F90M/LYF-F90M-000-02-28; Android; rv:84.0) Gecko/84.0 KAIOS/3.0',
  });
  await expect.poll(() => texts('.strip .place')).toEqual(['थाना हरिपर्वत, जनपद आगरा']);
  expect(document.querySelector('get-app')?.className).toBe('installs-nothing');
  expect(texts('.no-app p')[0]).toContain('अपने थाने पर जाएँ');
  expect(document.querySelector<HTMLAnchorElement>('.no-app a')?.href).toMatch(/^https:/);
});

test.each(['032L0K', 'nonsense'])(
  'with the wrong code "%s" the app is offered all the same',
  async (code) => {
    const { texts } = await openSitePage(`/get/?c=${code}`, { element: 'get-app' });
    await expect.poll(() => texts('.strip .unknown').join()).toContain('यह कोड पहचाना नहीं गया');
    expect(texts('[data-store=play]').join()).toContain('Google Play');
  },
);

const station = 'थाना हरिपर्वत, जनपद आगरा';
test.each([
  ['hazratgnj', 'हजरतगंज', '/print/lucknow/hazratganj/'],
  ['हजरतगज', 'हजरतगंज', '/print/lucknow/hazratganj/'],
  ['lakhnau', 'लखनऊ', '/print/lucknow/'],
  ['032L0J', station, '/print/agra/hari-parvat/', '1 परिणाम'],
  ['https://UPPOLICE.GOV.IN/Q032L0J', station, '/print/agra/hari-parvat/', '1 परिणाम'],
  ['jhansi range', 'झाँसी परिक्षेत्र', '/print/jalaun/'],
  ['लखनऊ जोन', 'लखनऊ जोन', '/print/amethi/'],
])('the search finds from "%s" %s', async (typed, found, path, count = 'परिणाम') => {
  const { document, texts } = await openSitePage(`/search/?q=${encodeURIComponent(typed)}`, {
    element: 'search-box',
    site: fullSite,
  });
  await expect.poll(() => texts('search-box li:first-child strong')).toEqual([found]);
  const link = document.querySelector<HTMLAnchorElement>('search-box li a');
  expect(link?.getAttribute('href')).toBe(path);
  expect(texts('search-box [role=status]').join()).toContain(count);
});

test('the search says how many there are, and shows more of them', async () => {
  const { document, user, texts } = await openSitePage('/print/', {
    element: 'search-box',
    site: fullSite,
  });
  const box = document.querySelector('search-box') as HTMLElement;
  await user.type(box.querySelector('input') as HTMLElement, 'kotwali');
  const status = () => texts('search-box [role=status]').join();
  await expect.poll(status).toMatch(/^कुल \d+ परिणाम, पहले 8 नीचे हैं$/);
  await user.click(box.querySelector('button') as HTMLElement);
  await expect.poll(status).toContain('पहले 32');
  expect(texts('search-box ol a')).toHaveLength(32);
});

/** As `KitNotice.astro` writes it, whose files are planned and not made yet. */
const kitNotice = `<kit-progress data-language="en" data-making="{made} of {total}" data-incomplete="{missing} missing" hidden>
  <strong role="status"></strong><progress max="1" value="0"></progress>
</kit-progress>`;

test.each([
  { state: 'making', hidden: false, said: '1,200 of 16,000', bar: true },
  { state: 'incomplete', hidden: false, said: '14,800 missing', bar: false },
  { state: 'complete', hidden: true, said: '14,800 missing', bar: false },
])(
  'print files that are $state: how many are made, and how many are missing',
  async ({ state, hidden, said, bar }) => {
    const { document, texts } = await openSitePage('/print/mahoba/', {
      element: 'kit-progress',
      answers: { '/api/print-kit': { state, made: 1_200, total: 16_000, bytes: {} } },
    });
    (document.querySelector('main') as HTMLElement).innerHTML = kitNotice;
    const notice = document.querySelector('kit-progress') as HTMLElement;
    await expect.poll(() => texts('kit-progress [role=status]')).toEqual([said]);
    expect([notice.hidden, notice.querySelector('progress')?.hidden]).toEqual([hidden, !bar]);
    notice.remove();
  },
);

test('the right name of a station goes to its district with the remark beside it', async () => {
  const { document, user, sent } = await openSitePage('/print/mahoba/ajnar/', {
    element: 'report-form',
    answers: { '/api/public/name-reports': 204 },
  });
  const form = document.querySelector('report-form form') as HTMLFormElement;
  const field = (name: string) => form.querySelector(`[name=${name}]`) as HTMLElement;
  await user.type(field('name'), ' अजनर कोतवाली ');
  await user.type(field('remark'), ' बोर्ड पर ऐसा लिखा है ');
  await user.click(form.querySelector('[type=submit]') as HTMLElement);
  await expect
    .poll(() => sent)
    .toEqual([
      {
        url: '/api/public/name-reports',
        body: {
          district: 'mahoba',
          station: 'ajnar',
          name: 'अजनर कोतवाली',
          remark: 'बोर्ड पर ऐसा लिखा है',
        },
      },
    ]);
});

test('a period whose figures cannot be had says so, and asks for them again', async () => {
  const later = sampleProgress(new Date(Date.now() + 3_600_000));
  const answers: Record<string, object | number> = {
    '/api/progress/days': [],
    '/api/progress': later,
  };
  const { document, findByRole, getByRole, user } = await openSitePage('/progress/', {
    element: 'live-progress',
    answers,
  });
  const days = () => document.querySelectorAll('#days tbody tr').length;
  const notice = () => document.querySelector('.not-had') as HTMLElement;
  await expect.poll(days).toBe(15);
  expect(notice().hidden).toBe(true);
  answers['/api/progress'] = 503;
  await user.click(getByRole('radio', { name: 'पिछले 7 दिन' }));
  await expect.poll(() => notice().hidden).toBe(false);
  expect(days()).toBe(15);
  answers['/api/progress'] = later;
  await user.click(await findByRole('button', { name: 'फिर से माँगें' }));
  await expect.poll(days).toBe(6);
  expect(notice().hidden).toBe(true);
});

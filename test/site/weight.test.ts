import { expect, test } from 'vitest';
import { screens } from './browser.ts';
import { serveSite } from './serve-site.ts';
import { fullSite } from './site-fixture.ts';

const served = serveSite(fullSite);

interface Weight {
  total: number;
  script: number;
  hosts: Set<string>;
}

/** Bytes as they went over the wire, headers included, until the page is quiet. */
async function weigh(path: string): Promise<Weight> {
  const context = await served.browser.newContext(screens.phone);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const weight: Weight = { total: 0, script: 0, hosts: new Set() };
  const kinds = new Map<string, { type: string; url: string; ended: boolean }>();
  session.on('Network.requestWillBeSent', ({ requestId, type, request }) => {
    kinds.set(requestId, {
      type: type ?? '',
      url: request.url,
      ended: request.url.startsWith('data:'),
    });
    // What a player draws its buttons with comes from the page itself.
    if (!request.url.startsWith('data:')) weight.hosts.add(new URL(request.url).host);
  });
  const open = () => [...kinds.values()].filter(({ ended }) => !ended).length;
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const { type = '', url = '' } = kinds.get(requestId) ?? {};
    kinds.set(requestId, { type, url, ended: true });
    // Photographs of boards come as one scrolls; the budget is for the page itself.
    if (url.endsWith('.png') && url.includes('/files/')) return;
    weight.total += encodedDataLength;
    if (type === 'Script') weight.script += encodedDataLength;
  });
  await session.send('Network.enable');
  await page.goto(`${served.server.url}${path}`, { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready);
  await expect.poll(open).toBe(0);
  await context.close();
  return weight;
}

const kB = 1000;

test.each([
  { label: 'the citizen page', path: '/', most: 150 * kB, mostScript: 15 * kB },
  { label: 'the page behind a code', path: '/get/?c=032L0J', most: 150 * kB, mostScript: 15 * kB },
  { label: 'the citizen page in Urdu', path: '/ur/', most: 150 * kB, mostScript: 15 * kB },
  { label: 'the page of the film', path: '/film/', most: 200 * kB, mostScript: 15 * kB },
  { label: 'the page of social media', path: '/social/', most: 220 * kB, mostScript: 15 * kB },
  { label: 'the progress page', path: '/progress/', most: 220 * kB, mostScript: 60 * kB },
  { label: 'the page of the score', path: '/progress/score/', most: 200 * kB, mostScript: 15 * kB },
  {
    label: 'a district of 54 stations',
    path: '/print/lucknow/',
    most: 250 * kB,
    mostScript: 60 * kB,
  },
])(
  '$label weighs at most $most bytes, $mostScript of them script, and asks one host',
  async ({ path, most, mostScript }) => {
    const { total, script, hosts } = await weigh(path);
    expect(total).toBeGreaterThan(100 * kB);
    expect(total).toBeLessThanOrEqual(most);
    expect(script).toBeLessThanOrEqual(mostScript);
    expect([...hosts]).toEqual([new URL(served.server.url).host]);
  },
);

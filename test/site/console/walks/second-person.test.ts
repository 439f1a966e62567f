import type { BrowserContext, Page } from 'playwright';
import { expect, test } from 'vitest';
import { createCaller, enrol, type HttpOfficer } from '../../../messaging/fixtures/http-officer.ts';
import { expectSound } from '../../axe.ts';
import { password } from '../console-fixture.ts';
import { setUpConsole } from '../console-suite.ts';
import { settled } from '../settled.ts';

const portal = setUpConsole();

async function post(officer: HttpOfficer, path: string, body: object): Promise<unknown> {
  const { status, json } = await officer.post(portal.service.url, path, body);
  if (status >= 300) throw new Error(`${path}: ${status} ${JSON.stringify(json)}`);
  return json;
}

/** Takes an invitation up, in a browser of its own or in one that somebody used before. */
async function join(
  { link, email }: { link: string; email: string },
  name: string,
  officer = createCaller(portal.service.url),
): Promise<HttpOfficer> {
  const token = link.replace(/^.*#/, '');
  await post(officer, '/api/invitations/accept', { token, name, password });
  await post(officer, '/api/sign-in', { email, password });
  await enrol(officer, portal.service.url);
  return officer;
}

async function inviteBy(officer: HttpOfficer, role: 'hq' | 'pro-dgp') {
  const email = `${role}@police.example`;
  const made = await post(officer, '/api/people/invitations', { role, area: null, email });
  return { email, link: (made as { link: string }).link };
}

const openPhone = (officer: HttpOfficer) =>
  portal.openDevice(officer.cookies().map((cookie) => ({ ...cookie, url: portal.service.url })));

async function visit(context: BrowserContext, path: string, use: (page: Page) => Promise<void>) {
  const page = await context.newPage();
  await page.goto(path);
  await settled(page);
  await use(page);
  await expectSound(page);
}

test('two accounts of one inviter decide nothing of each other’s until another administrator knows one of them', async () => {
  const inviter = await join(await portal.service.invite('admin'), 'खाता प्रशासक एक');
  const third = await join(await portal.service.invite('admin'), 'खाता प्रशासक दो');
  const pro = await join(await inviteBy(inviter, 'pro-dgp'), 'जनसंपर्क अधिकारी');
  const validFrom = new Date('2019-04-13T06:00:00Z').toISOString();
  const detour = { code: null, channel: 'board', target: 'home', validFrom, validUntil: null };
  await post(pro, '/api/studio/detours', { ...detour, reason: 'नमूना' });
  const hq = await openPhone(await join(await inviteBy(inviter, 'hq'), 'नोडल अधिकारी', pro));

  await visit(hq, '/console/studio/', async (page) => {
    const waiting = page.locator('section:has(#studio-detours) li', { hasText: 'नमूना' });
    await waiting.getByText('दोनों खाते एक ही अधिकारी ने खोले हैं').waitFor();
    await waiting.getByText('दोनों खाते खोलने वाले: खाता प्रशासक एक').waitFor();
    expect(await waiting.getByRole('button', { name: 'स्वीकृत करें' }).count()).toBe(0);
  });
  await visit(await openPhone(inviter), '/console/people/', async (page) => {
    await page.getByText('दूसरा प्रशासक सर्वर पर बनता है').waitFor();
    expect(await page.getByRole('button', { name: /मैं इन्हें जानता हूँ/ }).count()).toBe(0);
  });
  await visit(await openPhone(third), '/console/people/', async (page) => {
    await page.getByRole('button', { name: 'मैं इन्हें जानता हूँ: जनसंपर्क अधिकारी' }).click();
    await page.getByText('जब आप जनसंपर्क अधिकारी को स्वयं जानते हों').waitFor();
    await page.getByRole('button', { name: 'मैं इन्हें जानता हूँ', exact: true }).click();
    await page.getByText('खाता प्रशासक दो इन्हें जानते हैं').waitFor();
  });
  await visit(hq, '/console/studio/', async (page) => {
    const waiting = page.locator('section:has(#studio-detours) li', { hasText: 'नमूना' });
    await waiting.getByRole('button', { name: 'स्वीकृत करें' }).click();
    await waiting.getByText('स्वीकृत', { exact: true }).waitFor();
  });
});

import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { channels } from '../../../../campaigns/channel.ts';
import type { Role } from '../../../../campaigns/offices/role.ts';
import { listViews, type View, viewPath } from '../../../../site/islands/console/ui/views.ts';
import { openBrowser, screens } from '../../browser.ts';
import { type ConsoleService, password, startConsole } from '../console-fixture.ts';
import { countQuestions, settled } from '../settled.ts';

let service: ConsoleService;
let browser: Browser;
/** On which somebody of the role is signed in. */
const pages = new Map<Role, Page>();
beforeAll(async () => {
  [service, browser] = await Promise.all([startConsole(), openBrowser()]);
  for (const [role, area] of [
    ['district', 'mahoba'],
    ['hq', undefined],
  ] as const) {
    const context = await browser.newContext({ ...screens.desktop, baseURL: service.url });
    await countQuestions(context);
    await context.addCookies(await service.officer(role, area));
    pages.set(role, await context.newPage());
  }
});
afterAll(async () => {
  await browser.close();
  await service.close();
});

interface Stop {
  /** Of the element on the page; a field for a day has several stops. */
  place: number;
  name: string;
  hasRing: boolean;
  isLarge: boolean;
}

const focusable = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
/** Least size of a target in CSS pixels, WCAG 2.2, 2.5.8. */
const leastPx = 24;

/** Everything on the page that a keyboard should reach; of radio buttons, the group. */
function reachable(page: Page): Promise<number> {
  return page.evaluate((selector) => {
    const seen = new Set<unknown>();
    for (const element of document.querySelectorAll<HTMLInputElement>(selector)) {
      const isHidden = !element.checkVisibility({ visibilityProperty: true });
      if (isHidden || element.disabled || element.tabIndex < 0) continue;
      seen.add(element.type === 'radio' ? `radio ${element.name}` : element);
    }
    return seen.size;
  }, focusable);
}

/** Presses Tab until the focus leaves the page, and returns where it was. */
async function walk(page: Page): Promise<Stop[]> {
  const stops = new Map<number, Stop>();
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate((least) => {
      const element = document.activeElement;
      if (element === null || element === document.body) return null;
      // A control that lies unseen over a face of ours shows its ring on the face.
      const faces = [element, element.nextElementSibling, element.parentElement];
      const hasRing = faces.some((face) => {
        if (face === null) return false;
        const { outlineStyle, outlineWidth } = getComputedStyle(face);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      });
      const label = (element as HTMLInputElement).labels?.[0];
      const isLarge = [element, label ?? element].some((target) => {
        const { width, height } = target.getBoundingClientRect();
        // A link within a line of text may be as low as the line.
        const isInline = getComputedStyle(target).display === 'inline';
        return width >= least && (height >= least || isInline);
      });
      const place = [...document.querySelectorAll('*')].indexOf(element);
      return { place, name: element.outerHTML.slice(0, 120), hasRing, isLarge };
    }, leastPx);
    if (stop === null) return [...stops.values()];
    // The last part of a field for a day is the browser's own button, with a ring of the browser's.
    if (!stops.has(stop.place)) stops.set(stop.place, stop);
  }
}

/** Of a district, what looks otherwise there than at headquarters. */
const ownOfDistrict: readonly View[] = [
  'home',
  'entry',
  'list',
  'directions',
  'stations',
  'boards',
  'orders',
];
const walks: [Role, View][] = [
  ...ownOfDistrict.map((view): [Role, View] => ['district', view]),
  ...listViews({ role: 'hq', records: [...channels] }).map((view): [Role, View] => ['hq', view]),
];

describe.each(walks)('%s at the view %s', (role, view) => {
  test('reaches everything by keyboard, sees where it is, and no target is too small', async () => {
    const page = pages.get(role);
    if (page === undefined) throw new Error('Expected the role to be signed in');
    await page.goto(viewPath(view));
    await page.locator('.officer').waitFor();
    await settled(page);
    const stops = await walk(page);
    expect(stops.length).toBe(await reachable(page));
    expect(stops.filter(({ hasRing }) => !hasRing)).toEqual([]);
    expect(stops.filter(({ isLarge }) => !isLarge)).toEqual([]);
  });
});

/** Moves on until an element of that name has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    const isThere = await page.evaluate(
      ({ source }) => {
        const element = document.activeElement as HTMLInputElement | null;
        const label = element?.labels?.[0]?.textContent ?? element?.textContent ?? '';
        return new RegExp(source, 'u').test(label.trim());
      },
      { source: name.source },
    );
    if (isThere) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Expected ${name} within 80 presses of Tab`);
}

test('work is recorded without a mouse, from sign-in to the answer', async () => {
  const { email, backupCodes } = await service.account('district', 'agra');
  const context = await browser.newContext({ ...screens.desktop, baseURL: service.url });
  const page = await context.newPage();
  await page.goto('/console/entry/?kind=pamphlet');
  await page.getByLabel('ई-मेल').waitFor();
  await tabTo(page, /^ई-मेल/u);
  await page.keyboard.type(email);
  await tabTo(page, /^पासवर्ड/u);
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'फ़ोन पास नहीं है' }).waitFor();
  await tabTo(page, /^फ़ोन पास नहीं है/u);
  await page.keyboard.press('Enter');
  await page.getByLabel('बैकअप कोड').waitFor();
  await tabTo(page, /^बैकअप कोड/u);
  await page.keyboard.type(backupCodes[0] ?? '');
  await page.keyboard.press('Enter');
  await page.getByLabel('पम्पलेट की संख्या').waitFor();
  await tabTo(page, /^पम्पलेट की संख्या/u);
  await page.keyboard.type('5000');
  await tabTo(page, /^दर्ज करें$/u);
  await page.keyboard.press('Enter');
  await page.getByText('पम्पलेट की संख्या: 5,000').waitFor();
  // The answer has the focus, so that it is read out and the next Tab goes on from there.
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('role')))
    .toBe('status');
  await context.close();
});

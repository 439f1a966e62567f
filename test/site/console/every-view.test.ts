import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, test } from 'vitest';
import { openBrowser, screens } from '../browser.ts';
import { everyView, everyViewOfRole } from '../every-page.ts';
import { type ConsoleService, startConsole } from './console-fixture.ts';
import { expectKeyboard } from './keyboard-walk.ts';
import { countQuestions, settled } from './settled.ts';
import { expectSoundView } from './sound-view.ts';

let service: ConsoleService;
let browser: Browser;
/** Each goes from view to view, as an officer does. */
let phone: Page;
const desktops = new Map<string, Page>();
beforeAll(async () => {
  [service, browser] = await Promise.all([startConsole(), openBrowser()]);
  phone = await signedIn('hq', undefined, screens.phone);
  desktops.set('hq', await signedIn('hq', undefined, screens.desktop));
  desktops.set('district', await signedIn('district', 'mahoba', screens.desktop));
});
afterAll(async () => {
  await browser.close();
  await service.close();
});

async function signedIn(
  role: 'hq' | 'district',
  area: string | undefined,
  screen: (typeof screens)[keyof typeof screens],
): Promise<Page> {
  const context = await browser.newContext({ ...screen, baseURL: service.url });
  await countQuestions(context);
  await context.addCookies(await service.officer(role, area));
  return context.newPage();
}

async function open(path: string): Promise<void> {
  await phone.goto(path);
  await settled(phone);
}

test.each(everyView)(
  'the view %s has no fault that axe can find, fits 320 px in both languages, and letters twice as large',
  async (view) => {
    await expectSoundView(phone, view, open);
  },
);

test.each(everyViewOfRole)(
  '%s at the view %s: reaches everything by keyboard, sees where it is, and no target is too small',
  async (role, view) => {
    await expectKeyboard(desktops.get(role) as Page, view);
  },
);

import type { Page } from 'playwright';
import { beforeAll, test } from 'vitest';
import { screens } from '../browser.ts';
import { everyView, everyViewOfRole } from '../every-page.ts';
import { setUpConsole } from './console-suite.ts';
import { expectKeyboard } from './keyboard-walk.ts';
import { settled } from './settled.ts';
import { expectSoundView } from './sound-view.ts';

const portal = setUpConsole();
/** Each goes from view to view, as an officer does. */
let phone: Page;
const desktops = new Map<string, Page>();
beforeAll(async () => {
  phone = await (await portal.openDevice(['hq'])).newPage();
  for (const office of [['hq'], ['district', 'mahoba']] as const)
    desktops.set(office[0], await (await portal.openDevice(office, screens.desktop)).newPage());
});
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

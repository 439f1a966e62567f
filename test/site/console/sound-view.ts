import type { Page } from 'playwright';
import { expect } from 'vitest';
import { type View, viewPath } from '../../../site/islands/console/ui/views.ts';
import { axeFaults } from '../axe.ts';
import { screens } from '../browser.ts';
import { expectReflow } from '../reflow.ts';

/** How far down the view may begin on a phone, below the bar. */
const topPx = 120;

/** Opens a view in Hindi and in English, and expects no fault of axe, nor anything that is too wide. */
export async function expectSoundView(
  page: Page,
  view: View,
  open: (path: string) => Promise<void>,
): Promise<void> {
  await page.setViewportSize(screens.phone.viewport);
  await open(viewPath(view));
  expect(await axeFaults(page, { contrast: true })).toEqual([]);
  const top = await page.locator('.console-body > *').first().boundingBox();
  expect(top?.y).toBeLessThanOrEqual(topPx);
  await expectReflow(page);
  await open(`/en${viewPath(view)}`);
  await expectReflow(page);
}

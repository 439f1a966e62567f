import type { Page } from 'playwright';
import { expect } from 'vitest';
import { widerParts } from './axe.ts';

/** Expects the open page to fit 320 px, and 640 px with letters twice as large (WCAG 2.2, 1.4.4 and 1.4.10). */
export async function expectReflow(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await widerParts(page)).toEqual([]);
  await page.setViewportSize({ width: 640, height: 800 });
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '36px'));
  expect(await widerParts(page)).toEqual([]);
}

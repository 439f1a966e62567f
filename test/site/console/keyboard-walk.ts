import type { Page } from 'playwright';
import { expect } from 'vitest';
import { type View, viewPath } from '../../../site/islands/console/ui/views.ts';
import { settled } from './settled.ts';

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

/** Everything on the page that a keyboard should reach; of radio buttons, the group of each form. */
function reachable(page: Page): Promise<number> {
  return page.evaluate((selector) => {
    const seen = new Set<unknown>();
    const forms = [...document.forms];
    for (const element of document.querySelectorAll<HTMLInputElement>(selector)) {
      const isHidden = !element.checkVisibility({ visibilityProperty: true });
      if (isHidden || element.disabled || element.tabIndex < 0) continue;
      const group = () => `${forms.indexOf(element.form as HTMLFormElement)} ${element.name}`;
      seen.add(element.type === 'radio' ? group() : element);
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

/** Opens a view and expects that Tab reaches everything, shows where it is, and finds no target that is too small. */
export async function expectKeyboard(page: Page, view: View): Promise<void> {
  await page.goto(viewPath(view));
  await page.locator('.officer').waitFor();
  await settled(page);
  const stops = await walk(page);
  expect(stops.length).toBe(await reachable(page));
  expect(stops.filter(({ hasRing }) => !hasRing)).toEqual([]);
  expect(stops.filter(({ isLarge }) => !isLarge)).toEqual([]);
}

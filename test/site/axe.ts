import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { expect } from 'vitest';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Faults of the page that is open, by WCAG 2.2 AA and good practice, and fields too narrow to write into. No page has
 * frames, for which axe would open a second page, and only faults are asked for: both together halve its time. Colours are the
 * same wherever a part of a page stands: with `contrast`, the half of what is left, they are tried on pages that show each part.
 */
export async function axeFaults(page: Page, { contrast = false } = {}): Promise<string[]> {
  // What a scrolled page has half-way below its bar or tabs is no small target.
  await placeBars(page, 'static');
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ runOnly: { type: 'tag', values: rules }, resultTypes: ['violations'] })
    .disableRules(contrast ? [] : ['color-contrast'])
    .analyze();
  await placeBars(page, '');
  const faults = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  );
  return [...faults, ...(await findNarrowFields(page))];
}

/** Has the bars of the console scroll with the page, or stand as its styles say. */
async function placeBars(page: Page, position: 'static' | ''): Promise<void> {
  await page.locator('.console-page :is(.bar, .tabs > nav)').evaluateAll((bars, where) => {
    for (const bar of bars) (bar as HTMLElement).style.position = where;
  }, position);
}

/** Fields that are written into and show no more than a sign or two of it. */
function findNarrowFields(page: Page): Promise<string[]> {
  return page
    .locator(
      'input:not([type=checkbox], [type=radio], [type=file], [type=hidden]), select, textarea',
    )
    .evaluateAll((fields) =>
      fields
        .map((field) => ({ field, width: field.getBoundingClientRect().width }))
        .filter(({ field, width }) => field.checkVisibility() && width > 1 && width < 60)
        .map(
          ({ field, width }) => `${Math.round(width)} px wide: ${field.outerHTML.slice(0, 120)}`,
        ),
    );
}

/** Parts that reach over the right edge of a window that its page is wider than; none where it fits. */
export function widerParts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const over = [...document.querySelectorAll('body *')].filter(
      (part) => part.getBoundingClientRect().right > clientWidth,
    );
    const names = over.map((part) => `${part.tagName}.${part.className} ${part.textContent}`);
    return [`${scrollWidth - clientWidth} px`, ...names.map((name) => name.slice(0, 80))];
  });
}

/** Expects no fault that axe can find, and a page that is as wide as its window. */
export async function expectSound(page: Page): Promise<void> {
  expect([await axeFaults(page), await widerParts(page)]).toEqual([[], []]);
}

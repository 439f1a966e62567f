import type { Locator, Page } from 'playwright';

/** Taps of a task so far, and how often the page had to be moved before one. */
export const hand = { taps: 0, scrolls: 0 };

/** Taps what a person would tap; what is not on the screen is first scrolled to. */
export async function tap(target: Locator): Promise<void> {
  await target.waitFor();
  const isSeen = await target.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    // Below lie the tabs.
    const tabs = document.querySelector('.tabs')?.getBoundingClientRect().top ?? innerHeight;
    const isFixed = element.closest('.tabs, dialog, .batch, .sheet-foot') !== null;
    return isFixed || (top >= 48 && bottom <= tabs);
  });
  if (!isSeen) hand.scrolls += 1;
  hand.taps += 1;
  await target.click();
}

/** A field is tapped before it is typed into. */
export async function type(target: Locator, text: string): Promise<void> {
  await tap(target);
  await target.fill(text);
}

/** A select is opened, and a row of it taken. */
export async function choose(target: Locator, value: string | { label: string }): Promise<void> {
  hand.taps += 2;
  await target.selectOption(value);
}

/** A file is the button, and a row of the phone's own picker. */
export async function pick(
  target: Locator,
  file: { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  hand.taps += 2;
  await target.setInputFiles(file);
}

export const tabTo = (page: Page, name: RegExp) =>
  page.locator('.tabs').getByRole('link', { name });

/** The one button of what waits. */
export const toDo = (page: Page, id: string) =>
  page.locator(`[data-tile="${id}"]`).getByRole('link');

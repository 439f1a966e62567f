import type { Locator } from 'playwright';
import { expect } from 'vitest';

/** Waits until a person sees it without scrolling: within the window, and nothing lies over its middle. */
export async function expectInView(target: Locator): Promise<void> {
  await expect
    .poll(() =>
      target.evaluate((element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect();
        const x = (left + right) / 2;
        const y = (top + Math.min(bottom, innerHeight)) / 2;
        const isWithin = left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight;
        const above = document.elementFromPoint(x, y);
        if (!isWithin)
          return `outside: ${Math.round(top)} to ${Math.round(bottom)} of ${innerHeight}`;
        return above === element || element.contains(above)
          ? 'in view'
          : `covered by ${above?.className}`;
      }),
    )
    .toBe('in view');
}

import type { BrowserContext, Page } from 'playwright';
import { consoleWords } from '../../../site/i18n/console-words.ts';

/** The page's own count of questions to the service whose answers have not been read. */
interface Counting {
  openQuestions: number;
}

/** Counts what the pages of a context ask, so that `settled` knows when all has come. */
export async function countQuestions(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const page = window as unknown as Counting;
    const { fetch } = window;
    page.openQuestions = 0;
    window.fetch = async (...request) => {
      page.openQuestions += 1;
      try {
        const answer = await fetch(...request);
        // Until the body is there as well.
        await answer
          .clone()
          .arrayBuffer()
          .catch(() => undefined);
        return answer;
      } finally {
        // After those who wait for the answer.
        setTimeout(() => {
          page.openQuestions -= 1;
        });
      }
    };
  });
}

/** Waits until a page of the console has its view, has read all that it reads, and has drawn it. */
export async function settled(page: Page): Promise<void> {
  await page.locator('.console-body :is(.view, form, .notice)').first().waitFor();
  await page.evaluate(
    async (loading) => {
      const isBusy = () =>
        (window as unknown as Counting).openQuestions > 0 ||
        [...document.querySelectorAll('[role="status"]')].some(({ textContent }) =>
          loading.includes(textContent ?? ''),
        );
      await document.fonts.ready;
      // What came is drawn, and what the drawn then asks is asked, within two frames.
      for (let quietFrames = 0; quietFrames < 3; ) {
        await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
        quietFrames = isBusy() ? 0 : quietFrames + 1;
      }
    },
    [consoleWords.hi.loading, consoleWords.en.loading],
  );
}

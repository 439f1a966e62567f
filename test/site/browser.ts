import { buffer } from 'node:stream/consumers';
import { type Browser, type BrowserContextOptions, chromium, type Download } from 'playwright';
import { borrow } from '../servers/borrow.ts';

/** The browser of the test run; closing it closes the pages of this connection only. */
export async function openBrowser(): Promise<Browser> {
  return chromium.connect(await borrow('browser'));
}

/** Reads a saved file, which lies with the browser's own process. */
export async function readDownload(download: Download): Promise<Buffer> {
  return buffer(await download.createReadStream());
}

const android =
  'Mozilla/5.0 (Linux; Android 10; Redmi 8A) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36';

/** Screens of the tests: a cheap phone, and a desktop of an office. */
export const screens = {
  phone: {
    viewport: { width: 360, height: 740 },
    userAgent: android,
    hasTouch: true,
    isMobile: true,
  },
  desktop: { viewport: { width: 1366, height: 768 } },
} satisfies Record<string, BrowserContextOptions>;

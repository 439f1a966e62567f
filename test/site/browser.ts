import { type Browser, type BrowserContextOptions, chromium } from 'playwright';

/** Debian's Chromium, quiet and without network of its own. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
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

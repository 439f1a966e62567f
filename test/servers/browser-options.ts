import type { LaunchOptions } from 'playwright';

/**
 * Debian's Chromium without the browser's own windows (the same engines for layout and scripts, for half the processor
 * time of the whole browser), quiet and without network of its own.
 */
export const browserOptions = {
  executablePath: '/usr/bin/chromium-headless-shell',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
} satisfies LaunchOptions;

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { manualPages } from '../../../site/manual/task.ts';

/** Pages below `/help/` that are handed out on paper: a manual for each kind of reader, and the card for a station's wall. */
export const printedPages = [...manualPages, 'card'] as const;
type PrintedPage = (typeof printedPages)[number];

const languages = { hi: '', en: 'en' };
/** Nothing listens there: the browser gets each file from the built site's folder. */
const origin = 'http://manual.invalid';

/**
 * Writes the officers' manual as A4 PDFs for print, `<page>-<language>.pdf`, from the built site.
 * @param epoch seconds since 1970 that each has as its day, so that two of one commit are the same bytes
 * @throws when a page is not in the site
 */
export async function writeManual(
  { siteDir, out, epoch }: { siteDir: string; out: string; epoch: number },
  pages: readonly PrintedPage[] = printedPages,
): Promise<void> {
  mkdirSync(out, { recursive: true });
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium-headless-shell',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const reader = await browser.newPage();
    await reader.route('**', (route) => {
      const { pathname } = new URL(route.request().url());
      const file = join(siteDir, pathname, pathname.endsWith('/') ? 'index.html' : '');
      return existsSync(file) ? route.fulfill({ path: file }) : route.abort();
    });
    for (const page of pages) {
      for (const [language, folder] of Object.entries(languages)) {
        const path = join('/', folder, 'help', page, '/');
        writeFileSync(join(out, `${page}-${language}.pdf`), await print(reader, path, epoch));
      }
    }
  } finally {
    await browser.close();
  }
}

async function print(reader: Page, path: string, epoch: number): Promise<Buffer> {
  await reader.goto(origin + path, { waitUntil: 'networkidle' });
  await reader.evaluate(() => document.fonts.ready);
  // Pictures further down are fetched when somebody comes near them.
  await reader.evaluate(() => {
    for (const picture of document.images) picture.loading = 'eager';
    return Promise.all([...document.images].map((picture) => picture.decode()));
  });
  const pdf = await reader.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true });
  return dateAs(pdf, epoch);
}

/** Chromium writes the present second: the same number of digits takes its place, so that no offset moves. */
function dateAs(pdf: Buffer, epoch: number): Buffer {
  const digits = new Date(epoch * 1000).toISOString().replace(/\D/g, '').slice(0, 14);
  const text = pdf.toString('latin1').replace(/\(D:\d{14}/g, `(D:${digits}`);
  return Buffer.from(text, 'latin1');
}

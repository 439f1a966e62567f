import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getQueriesForElement } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { onTestFinished } from 'vitest';
import { emptySite, type fullSite } from '../site-fixture.ts';
import { openPage } from './page.ts';

/** What the service answers to a path: a body, or a status without one. */
type Answers = Readonly<Record<string, object | number>>;

interface Sent {
  url: string;
  body: unknown;
}

let opened = 0;

/** A page of the built site with one of its elements at work; files of the site are read, the service answers as it is told. */
export async function openSitePage(
  path: string,
  {
    element,
    site = emptySite,
    answers = {},
    userAgent = 'Mozilla/5.0 (X11; Linux x86_64) Firefox/150.0',
  }: {
    element: string;
    site?: typeof emptySite | typeof fullSite;
    answers?: Answers;
    userAgent?: string;
  },
) {
  const { folder } = await site();
  const { pathname } = new URL(path, 'http://localhost:8080');
  const html = readFileSync(join(folder, pathname, 'index.html'), 'utf8');
  const sent: Sent[] = [];
  const page = openPage(
    `http://localhost:8080${path}`,
    {
      navigator: { userAgent, onLine: true },
      fetch: async (url: string, { body }: { body?: string } = {}) => {
        const [asked = ''] = String(url).split('?');
        if (body !== undefined) sent.push({ url: asked, body: JSON.parse(body) });
        const answer = answers[asked];
        if (typeof answer === 'number') return new Response(null, { status: answer });
        if (answer !== undefined) return Response.json(answer);
        return new Response(readFileSync(join(folder, asked), 'utf8'));
      },
    },
    html,
  );
  onTestFinished(() => page.close());
  const { document } = page.window;
  // Each window has a registry of elements of its own, so that the module is loaded again for it.
  opened += 1;
  await import(`../../../site/islands/${element}.ts?page=${opened}`);
  return {
    ...getQueriesForElement(document.body),
    document,
    sent,
    user: userEvent.setup({ document, delay: null }),
    texts: (selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)].map(({ textContent }) => textContent),
  };
}

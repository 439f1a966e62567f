import type { ReactElement } from 'react';
import { onTestFinished } from 'vitest';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import type { Role } from '../../../campaigns/offices/role.ts';
import { consoleWords } from '../../../site/i18n/console-words.ts';
import { openPage } from './page.ts';

interface Surroundings {
  role?: Role;
  /** Kinds of activities that the officer may enter. */
  records?: readonly string[];
  /** The service as the part asks it. */
  ask?: ((route: string, request?: unknown) => Promise<unknown>) | undefined;
  /** Parts of the browser in place of none. */
  standIns?: object;
}

/**
 * A part of the console alone, for an officer and a service as the test says.
 * @param load makes the part; its components are loaded in there, as they look for a window
 */
export async function showPart(
  load: () => Promise<ReactElement>,
  { role = 'hq', records = [], ask = async () => null, standIns = {} }: Surroundings = {},
) {
  const page = openPage('http://localhost:8080/console/', standIns);
  onTestFinished(() => page.close());
  const [{ createElement, act }, { createRoot }, { ConsoleContext }] = await Promise.all([
    import('react'),
    import('react-dom/client'),
    import('../../../site/islands/console/ui/console-context.ts'),
  ]);
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const { app, languages } = loadCampaign('up-cop');
  const surroundings = {
    language: 'hi',
    words: consoleWords.hi,
    service: { ask },
    districts: [],
    me: { id: 'officer', role, records },
    campaign: { id: 'up-cop', app: app.name, own: languages[0] },
  };
  const main = page.window.document.querySelector('main') as HTMLElement;
  const root = createRoot(main);
  const show = (part: ReactElement) =>
    act(async () =>
      root.render(createElement(ConsoleContext.Provider, { value: surroundings as never }, part)),
    );
  await show(await load());
  onTestFinished(async () => {
    await act(async () => root.unmount());
    Reflect.deleteProperty(globalThis, 'IS_REACT_ACT_ENVIRONMENT');
  });
  return {
    main,
    show,
    document: page.window.document,
    press: (name: string) =>
      act(async () => {
        [...main.querySelectorAll('button')]
          .find(({ textContent }) => textContent === name)
          ?.click();
      }),
    /** Something that happens by itself, and what comes of it. */
    during: (happens: () => void) => act(async () => happens()),
  };
}

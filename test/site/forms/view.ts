import {
  type BoundFunctions,
  configure,
  getQueriesForElement,
  type queries,
  within,
} from '@testing-library/dom';
import { type UserEvent, userEvent } from '@testing-library/user-event';
import { expect, onTestFinished } from 'vitest';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../../campaigns/directory/directory-fs.ts';
import { consoleWords } from '../../../site/i18n/console-words.ts';
import type { ConsolePlaces } from '../../../site/islands/console/shell/App.tsx';
import { viewAt } from '../../../site/islands/console/ui/views.ts';
import type { Browser } from '../../messaging/fixtures/console.ts';
import { type ChosenFile, chooseFile } from './choose-file.ts';
import { type Answers, type Changes, type Line, openLine, type Request } from './line.ts';
import { openPage, type Page } from './page.ts';

// Without styles nothing is hidden by them, and a busy machine takes its time.
configure({
  defaultHidden: true,
  asyncUtilTimeout: 20_000,
  getElementError: (message) => new Error(message?.split('\n', 1)[0]),
});

/** What is put into a field: a text, the text of an option, a tick, or a file. */
export type FieldValue = string | boolean | ChosenFile;

type Queries = BoundFunctions<typeof queries>;

/** A view of the console in a document, as its officer uses it. */
export interface OpenView extends Queries {
  user: UserEvent;
  line: Line;
  page: Page;
  /** What the page sent to the service so far and no test has looked at: all but what it read. */
  sent(): Request[];
  /** All that is to be read. */
  text(): string;
  /** Puts values into fields by their labels; of a label with an explanation its beginning is enough. */
  fill(values: Readonly<Record<string, FieldValue>>): Promise<void>;
  /** Presses a button or follows a link by its name, and waits for what comes of it. */
  press(name: string | RegExp): Promise<void>;
  /** Waits until the page says a text. */
  says(text: string | RegExp): Promise<void>;
  /** The same in a part of the page: the first that a CSS selector finds, and that has a text in it. */
  part(selector: string, text?: string): Part;
  /** The same in a section, by its heading. */
  region(name: string): Part;
  /** Texts of the elements that a CSS selector finds. */
  texts(selector: string): string[];
}

export type Part = Queries &
  Pick<OpenView, 'fill' | 'press' | 'text' | 'says' | 'part' | 'region' | 'texts'>;

interface ViewOptions {
  changes?: Changes;
  answers?: Answers;
  /** As the browser names itself to the service. */
  userAgent?: string;
}

let closeLast: (() => Promise<void>) | undefined;

/** Opens the console at a path for an officer, and waits until the view has read all that it reads. */
export async function openView(
  officer: Browser,
  path: string,
  {
    changes,
    answers,
    userAgent = 'Mozilla/5.0 (X11; Linux x86_64) Firefox/150.0',
  }: ViewOptions = {},
): Promise<OpenView> {
  await closeLast?.();
  const line = openLine(officer, { changes, answers, userAgent });
  const page = openPage(`http://localhost:8080${path}`, {
    fetch: line.fetch,
    XMLHttpRequest: line.XMLHttpRequest,
  });
  const { document } = page.window;
  const main = document.querySelector('main') as HTMLElement;
  const unmount = await render(main, path);
  closeLast = async () => {
    closeLast = undefined;
    unmount();
    // What React and those who wait for an answer still have to do looks for a window.
    do await turn();
    while (line.open > 0);
    await turn();
    page.close();
    expect(page.faults).toEqual([]);
  };
  onTestFinished(() => closeLast?.());
  const user = userEvent.setup({ document, delay: null });
  const settle = () => settled(main, line);
  let seen = 0;
  const partOf = (part: HTMLElement): Part => {
    const found = getQueriesForElement(part);
    const text = () => part.textContent;
    return {
      ...found,
      text,
      texts: (selector) => [...part.querySelectorAll(selector)].map((each) => each.textContent),
      region: (name) => partOf(found.getByRole('region', { name })),
      part(selector, wanted = '') {
        const all = [...part.querySelectorAll<HTMLElement>(selector)];
        const inner = all.find(({ textContent }) => textContent.includes(wanted));
        if (inner === undefined) throw new Error(`Expected ${selector} "${wanted}", got none`);
        return partOf(inner);
      },
      says: (wanted) => expect.poll(text, { timeout: 10_000 }).toEqual(asMatch(wanted)),
      async fill(values) {
        for (const [label, value] of Object.entries(values))
          await put(user, findField(found, label), value);
        await settle();
      },
      async press(name) {
        await user.click(findPressed(part, name));
        await settle();
      },
    };
  };
  await settle();
  return {
    ...partOf(document.body),
    user,
    line,
    page,
    sent() {
      const fresh = line.requests.slice(seen).filter((request) => !isReading(request));
      seen = line.requests.length;
      return fresh;
    },
  };
}

/** A text is checked and drawn while it is typed, sooner or later. */
const isReading = ({ method, url }: Request) =>
  method === 'GET' || ['/api/templates/check', '/api/proofs/campaign'].includes(url);

const asMatch = (wanted: string | RegExp) =>
  typeof wanted === 'string' ? expect.stringContaining(wanted) : expect.stringMatching(wanted);

/** Draws the console as its page does. @returns what takes it away again */
async function render(main: HTMLElement, path: string): Promise<() => void> {
  // Not before there is a window: React looks for one when it is loaded.
  const [{ createElement }, { createRoot }, { App }, validity] = await Promise.all([
    import('react'),
    import('react-dom/client'),
    import('../../../site/islands/console/shell/App.tsx'),
    import('../../../site/islands/console/ui/own-validity.ts'),
  ]);
  const language = path.startsWith('/en/') ? 'en' : 'hi';
  const words = language === 'hi' ? consoleWords.hi : consoleWords.en;
  validity.speakOwnValidity(main, language);
  validity.takeAnyDigits(main);
  const root = createRoot(main);
  const view = viewAt(path.replace(/[?#].*/, ''));
  root.render(createElement(App, { language, view, words, ...places() }));
  return () => root.unmount();
}

let ownPlaces: ConsolePlaces | undefined;

/** What the page of the console hands on. */
function places(): ConsolePlaces {
  if (ownPlaces !== undefined) return ownPlaces;
  const {
    id,
    app,
    copy,
    offices,
    languages,
    citations,
    demonstration,
    serviceGroups,
    areas,
    urdu,
  } = loadCampaign('up-cop');
  ownPlaces = {
    districts: loadDirectory().districts,
    areas,
    hasUrdu: urdu !== undefined,
    campaign: {
      id,
      app: app.name,
      force: copy.state,
      office: offices.hq,
      own: languages[0],
      citations,
      demonstration,
      services: serviceGroups.flatMap(({ services }) => services),
    },
  };
  return ownPlaces;
}

const loading = [consoleWords.hi.loading, consoleWords.en.loading];

const turn = () => new Promise((resolve) => setTimeout(() => setImmediate(resolve)));

/** Waits until all that was asked is answered and drawn. */
async function settled(main: HTMLElement, line: Line): Promise<void> {
  // The service may draw a board meanwhile.
  const end = performance.now() + 90_000;
  for (let quietTurns = 0; quietTurns < 3; ) {
    await turn();
    if (performance.now() > end) throw new Error(`Expected a view at rest: ${main.textContent}`);
    const isBusy =
      line.open > 0 ||
      main.childElementCount === 0 ||
      [...main.querySelectorAll('[role="status"]')].some(({ textContent }) =>
        loading.includes(textContent ?? ''),
      );
    quietTurns = isBusy ? 0 : quietTurns + 1;
  }
}

async function put(user: UserEvent, field: HTMLElement, value: FieldValue): Promise<void> {
  if (typeof value === 'object') return chooseFile(field as HTMLInputElement, value);
  if (typeof value === 'boolean') {
    if ((field as HTMLInputElement).checked !== value) await user.click(field);
    return;
  }
  if (field instanceof HTMLSelectElement) return user.selectOptions(field, value);
  await user.clear(field);
  if (value === '') return;
  if ((field as HTMLInputElement).type.startsWith('date')) return user.type(field, value);
  return user.paste(value);
}

function findField(part: Queries, label: string): HTMLElement {
  const [exact, ...others] = part.queryAllByLabelText(label);
  if (exact !== undefined && others.length === 0) return exact;
  if (others.length > 0) throw new Error(`Expected one field "${label}", got several`);
  return part.getByLabelText((text) => text.startsWith(label));
}

/** A button or link that is pressed; a name is the whole of it. */
function findPressed(part: HTMLElement, name: string | RegExp): HTMLElement {
  const all = within(part).queryAllByRole('button', { name });
  const [pressed, ...others] = all.length > 0 ? all : within(part).getAllByRole('link', { name });
  if (pressed === undefined || others.length > 0)
    throw new Error(`Expected one to press named ${name}, got ${others.length + 1}`);
  return pressed;
}

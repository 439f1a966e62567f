import { JSDOM, VirtualConsole } from 'jsdom';

/** A file that the page handed to the browser to keep. */
interface SavedFile {
  name: string;
  content: Blob;
}

/** A document in the place of a browser's: its window is in the globals until it is closed. */
export interface Page {
  window: Window & typeof globalThis;
  /** Addresses to which the page went by itself. */
  went: string[];
  saved: SavedFile[];
  /** What a browser's console would show as errors. */
  faults: string[];
  close(): void;
}

/** Of Node's own globals those that a document's parts have to be of their window. */
const replaced = [
  ...['Blob', 'CustomEvent', 'DOMException', 'Event', 'EventTarget', 'File', 'FileReader'],
  ...['FormData', 'MessageEvent', 'history', 'localStorage', 'navigator', 'sessionStorage'],
];
/** Parts of a window that Node's own do as well. */
const kept = ['console', 'crypto', 'performance', 'queueMicrotask'];

/**
 * While a page is open, pauses up to the longest in milliseconds are divided by this: no thumb types here.
 * The service runs in the same process, so its short pauses are divided too. Time limits are longer and stay.
 */
const pauseDivisor = 8;
const longestPauseMs = 3000;
const setRealTimeout = setTimeout;

const emptyHtml = '<!doctype html><html lang="hi"><body><main></main></body></html>';

export function openPage(url: string, standIns: object, html = emptyHtml): Page {
  const faults: string[] = [];
  const virtualConsole = new VirtualConsole();
  virtualConsole.on('jsdomError', (error) => {
    if (error.type !== 'not-implemented') faults.push(String(error));
  });
  const { window } = new JSDOM(html, {
    url,
    pretendToBeVisual: true,
    virtualConsole,
  });
  const went: string[] = [];
  const saved: SavedFile[] = [];
  addMissingParts(window);
  const restore = setGlobals({
    ...pickOwn(window),
    window,
    addEventListener: window.addEventListener.bind(window),
    removeEventListener: window.removeEventListener.bind(window),
    dispatchEvent: window.dispatchEvent.bind(window),
    document: window.document,
    location: createLocation(window.location, went),
    matchMedia: () => ({ matches: false, addEventListener() {}, removeEventListener() {} }),
    scrollTo() {},
    setTimeout: shortenPause,
    EventSource: SilentSource,
    BroadcastChannel: SilentSource,
    ...standIns,
  });
  const unwatch = [watchSaving(window, saved), watchErrors(faults)];
  return {
    window,
    went,
    saved,
    faults,
    close() {
      for (const end of unwatch) end();
      restore();
      window.close();
    },
  };
}

function shortenPause<Values extends unknown[]>(
  run: (...values: Values) => void,
  delayMs = 0,
  ...values: Values
) {
  const waitMs = delayMs > longestPauseMs ? delayMs : delayMs / pauseDivisor;
  return setRealTimeout(run, waitMs, ...values);
}

/** Nothing comes by it: what others change is read when the view is opened again. */
class SilentSource {
  static readonly CLOSED = 2;
  readonly readyState = 1;
  addEventListener() {}
  postMessage() {}
  close() {}
}

function pickOwn(window: Window & typeof globalThis): Record<string, unknown> {
  const names = Object.getOwnPropertyNames(window).filter(
    (name) => !kept.includes(name) && (replaced.includes(name) || !(name in globalThis)),
  );
  return Object.fromEntries(names.map((name) => [name, Reflect.get(window, name)]));
}

function setGlobals(values: Readonly<Record<string, unknown>>): () => void {
  const before = Object.keys(values).map(
    (name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const,
  );
  for (const [name, value] of Object.entries(values))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  return () => {
    for (const [name, descriptor] of before) {
      if (descriptor === undefined) Reflect.deleteProperty(globalThis, name);
      else Object.defineProperty(globalThis, name, descriptor);
    }
  };
}

/** There is no layout, and a dialog is in the page like anything else. */
function addMissingParts({ Element, HTMLDialogElement }: Window & typeof globalThis): void {
  Element.prototype.scrollIntoView = () => {};
  Element.prototype.scrollTo = () => {};
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
}

/** The window's own, with what leads away from the page written down. */
function createLocation(own: Location, went: string[]): object {
  const go = (address: string | URL) => void went.push(String(address));
  const ways = { assign: go, replace: go, reload: () => go(own.href) };
  return new Proxy(ways, {
    get: (target, name) => Reflect.get(target, name) ?? Reflect.get(own, name, own),
  });
}

/** Files that are saved by a link which is made for it. */
function watchSaving({ HTMLAnchorElement }: Window & typeof globalThis, saved: SavedFile[]) {
  const { createObjectURL, revokeObjectURL } = URL;
  const made = new Map<string, Blob>();
  URL.createObjectURL = (content: Blob) => {
    made.set(`blob:${made.size}`, content);
    return `blob:${made.size - 1}`;
  };
  URL.revokeObjectURL = () => {};
  HTMLAnchorElement.prototype.click = function click() {
    const content = made.get(this.href);
    if (content !== undefined) saved.push({ name: this.download, content });
  };
  return () => Object.assign(URL, { createObjectURL, revokeObjectURL });
}

function watchErrors(faults: string[]): () => void {
  const { error } = console;
  console.error = (...words) => {
    const text = words.map(String).join(' ');
    // jsdom does not know <search>.
    if (!text.startsWith('The tag <%s> is unrecognized')) faults.push(text);
  };
  return () => {
    console.error = error;
  };
}

import { type Language, localPath } from '../../../i18n/language.ts';
import { registerServiceWorker } from '../../service-worker.ts';

let open: (() => void) | undefined;
const listeners = new Set<(open: () => void) => void>();

/** Calls back once a new version of the console is ready; what it is called with opens that version. */
export function onUpdate(listener: (open: () => void) => void): () => void {
  listeners.add(listener);
  if (open !== undefined) listener(open);
  return () => listeners.delete(listener);
}

/**
 * Has the console's pages and scripts kept in the browser, so that it opens without a network. Each language has a worker
 * of its own, whose scope is the console and nothing of the citizens' site.
 */
export async function registerConsoleWorker(language: Language): Promise<void> {
  const scope = localPath(language, '/console/');
  // A build without it (development), or a browser that allows none: the console works with a network.
  const worker = await registerServiceWorker(scope, { updateViaCache: 'none' });
  if (worker === null) return;
  const tell = (waiting: ServiceWorker) => {
    open = () => {
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload());
      waiting.postMessage('take-over');
    };
    for (const listener of listeners) listener(open);
  };
  if (worker.waiting !== null) tell(worker.waiting);
  worker.addEventListener('updatefound', () => {
    const { installing } = worker;
    installing?.addEventListener('statechange', () => {
      // The first one of all replaces nothing.
      if (installing.state === 'installed' && worker.active !== null) tell(installing);
    });
  });
}

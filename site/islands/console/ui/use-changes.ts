import { useEffect, useRef } from 'react';
import type { ChangeKind } from '../../../../messaging/contract/change-kinds.ts';
import type { Change } from '../../../../messaging/platform/events/events-schemas.ts';

type Listener = (change: Change | null) => void;
const listeners = new Set<Listener>();
let source: EventSource | null = null;
let retry: ReturnType<typeof setTimeout> | undefined;
const retryMs = 30_000;

function tell(change: Change | null): void {
  for (const listener of listeners) listener(change);
}

/** One stream a page, however many parts of it listen. */
function open(): void {
  let broken = false;
  source = new EventSource('/api/events');
  source.addEventListener('change', ({ data }) => tell(JSON.parse(data) as Change));
  source.addEventListener('open', () => {
    // Changes during the break are not sent again.
    if (broken) tell(null);
    broken = false;
  });
  source.addEventListener('error', () => {
    broken = true;
    // Refused: the browser does not ask again by itself.
    if (source?.readyState === EventSource.CLOSED) retry = setTimeout(open, retryMs);
  });
}

function listen(listener: Listener): () => void {
  listeners.add(listener);
  if (source === null) open();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearTimeout(retry);
    source?.close();
    source = null;
  };
}

/** Calls `reload` when one of these things changed in the officer's area, and after a lost connection. */
export function useChanges(kinds: readonly ChangeKind[], reload: () => void): void {
  const latest = useRef({ kinds, reload });
  latest.current = { kinds, reload };
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = listen((change) => {
      if (change !== null && !latest.current.kinds.includes(change.kind)) return;
      // Changes come in bursts: a list of a hundred rows is read again once.
      clearTimeout(timer);
      timer = setTimeout(() => latest.current.reload(), 150);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, []);
}

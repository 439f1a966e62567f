import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer, RouteName } from '../../../../messaging/contract/contract.ts';
import { toRequest, type With } from './address.ts';
import { useConsole } from './console-context.ts';
import { findKeptAnswer, keepAnswer, noteShown } from './outbox/kept-answers.ts';
import { nobody } from './outbox/phone-store.ts';
import type { ServiceError } from './service.ts';

export type Loaded<T> =
  | { kind: 'loading' }
  | { kind: 'failed'; error: ServiceError }
  | { kind: 'loaded'; value: T };

/**
 * Reads from the service, and again whenever `reload` is called, which resolves with it; null reads nothing. Without a
 * network it shows what was last seen, where that is kept (`kept-answers.ts`), and reads again once there is one.
 */
export function useLoad<Name extends RouteName>(
  name: Name | null,
  ...request: With<Name>
): { state: Loaded<Answer<Name>>; reload: () => Promise<void> } {
  const { service, me } = useConsole();
  const owner = me?.id ?? nobody;
  const [state, setState] = useState<Loaded<Answer<Name>>>({ kind: 'loading' });
  const address = name === null ? null : toRequest(name, request[0]).address;
  const [round, setRound] = useState(0);
  const waiting = useRef<(() => void)[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address says all; a new round reads it again
  useEffect(() => {
    if (name === null) return;
    let current = true;
    const show = (next: Loaded<Answer<Name>>) => {
      if (!current) return;
      setState(next);
      for (const resolve of waiting.current.splice(0)) resolve();
    };
    service.ask(name, ...request).then(
      (value) => {
        show({ kind: 'loaded', value });
        noteShown(String(address), null);
        keepAnswer(name, owner, String(address), value);
      },
      async (error: ServiceError) => {
        const seen =
          error.code === 'offline' ? await findKeptAnswer(name, owner, String(address)) : undefined;
        if (seen === undefined) return show({ kind: 'failed', error });
        if (current) noteShown(String(address), seen.at);
        show({ kind: 'loaded', value: seen.value as Answer<Name> });
      },
    );
    return () => {
      current = false;
      noteShown(String(address), null);
    };
  }, [service, owner, address, round]);
  const reload = useCallback(
    () =>
      new Promise<void>((resolve) => {
        waiting.current.push(resolve);
        setRound((last) => last + 1);
      }),
    [],
  );
  useEffect(() => {
    const again = () => void reload();
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [reload]);
  return { state, reload };
}

/** Runs one thing at a time and keeps why the last one failed. */
export function useAction(): {
  busy: boolean;
  error: ServiceError | null;
  run: (work: () => Promise<unknown>) => void;
} {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ServiceError | null>(null);
  const run = (work: () => Promise<unknown>) => {
    if (busy) return;
    setBusy(true);
    setError(null);
    void work()
      .catch((failure: ServiceError) => setError(failure))
      .finally(() => setBusy(false));
  };
  return { busy, error, run };
}

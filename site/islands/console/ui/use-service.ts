import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer, RouteName } from '../../../../messaging/contract/contract.ts';
import { toRequest, type With } from './address.ts';
import { useConsole } from './console-context.ts';
import type { ServiceError } from './service.ts';

export type Loaded<T> =
  | { kind: 'loading' }
  | { kind: 'failed'; error: ServiceError }
  | { kind: 'loaded'; value: T };

/** Reads from the service, and again whenever `reload` is called, which resolves with it; null reads nothing. */
export function useLoad<Name extends RouteName>(
  name: Name | null,
  ...request: With<Name>
): { state: Loaded<Answer<Name>>; reload: () => Promise<void> } {
  const { service } = useConsole();
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
      (value) => show({ kind: 'loaded', value }),
      (error: ServiceError) => show({ kind: 'failed', error }),
    );
    return () => {
      current = false;
    };
  }, [service, address, round]);
  const reload = useCallback(
    () =>
      new Promise<void>((resolve) => {
        waiting.current.push(resolve);
        setRound((last) => last + 1);
      }),
    [],
  );
  return { state, reload };
}

/** Runs one thing at a time and keeps why the last one failed. */
export function useAction(): {
  busy: boolean;
  error: ServiceError | null;
  run: (work: () => Promise<void>) => void;
} {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ServiceError | null>(null);
  const run = (work: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    setError(null);
    void work()
      .catch((failure: ServiceError) => setError(failure))
      .finally(() => setBusy(false));
  };
  return { busy, error, run };
}

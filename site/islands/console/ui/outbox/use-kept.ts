import { useCallback, useEffect, useState } from 'react';
import type { Answer, RouteName } from '../../../../../messaging/contract/contract.ts';
import { toRequest, type With } from '../address.ts';
import { useConsole, useMe } from '../console-context.ts';
import type { ServiceError } from '../service.ts';
import type { Loaded } from '../use-service.ts';
import { keepSeen, lastSeen } from './phone-store.ts';

/**
 * Reads from the service as `useLoad` does, and without a network shows what was last seen; `asOf` then says when that
 * was. Only for what holds no citizen's number: it stays on the phone until the officer signs out.
 */
export function useKept<Name extends RouteName>(
  name: Name | null,
  ...request: With<Name>
): { state: Loaded<Answer<Name>>; asOf: string | null; reload: () => void } {
  const { service } = useConsole();
  const { id: owner } = useMe();
  const [state, setState] = useState<Loaded<Answer<Name>>>({ kind: 'loading' });
  const [asOf, setAsOf] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const address = name === null ? null : toRequest(name, request[0]).address;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address says all; a new round reads it again
  useEffect(() => {
    if (name === null || address === null) return;
    let current = true;
    const show = (next: Loaded<Answer<Name>>, at: string | null) => {
      if (!current) return;
      setState(next);
      setAsOf(at);
    };
    service.ask(name, ...request).then(
      (value) => {
        show({ kind: 'loaded', value }, null);
        // A browser that keeps nothing still shows all.
        void keepSeen(owner, address, value).catch(() => {});
      },
      async (error: ServiceError) => {
        const seen =
          error.code === 'offline'
            ? await lastSeen(owner, address).catch(() => undefined)
            : undefined;
        if (seen === undefined) show({ kind: 'failed', error }, null);
        else show({ kind: 'loaded', value: seen.value as Answer<Name> }, seen.at);
      },
    );
    return () => {
      current = false;
    };
  }, [service, owner, address, round]);
  const reload = useCallback(() => setRound((last) => last + 1), []);
  useEffect(() => {
    window.addEventListener('online', reload);
    return () => window.removeEventListener('online', reload);
  }, [reload]);
  return { state, asOf, reload };
}

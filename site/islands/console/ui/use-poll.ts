import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer, RouteName } from '../../../../messaging/contract/contract.ts';
import { toRequest, type With } from './address.ts';
import { useConsole } from './console-context.ts';
import type { ServiceError } from './service.ts';
import type { Loaded } from './use-service.ts';

const everyMs = 2000;
const hiddenEveryMs = 30_000;

/**
 * Reads again and again while `goesOn` says so, seldom when nobody looks; null reads nothing. What was read stays when
 * a later reading fails; `lost` says that it is old then.
 */
export function usePoll<Name extends RouteName>(
  goesOn: (value: Answer<Name>) => boolean,
  name: Name | null,
  ...request: With<Name>
): { state: Loaded<Answer<Name>>; lost: boolean; reload: () => Promise<void> } {
  const { service } = useConsole();
  const [state, setState] = useState<Loaded<Answer<Name>>>({ kind: 'loading' });
  const address = name === null ? null : toRequest(name, request[0]).address;
  const [lost, setLost] = useState(false);
  const latest = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address says all of the request
  const reload = useCallback(async () => {
    if (name === null) return;
    latest.current += 1;
    const turn = latest.current;
    try {
      const value = await service.ask(name, ...request);
      // A slow answer must not put older figures over newer ones.
      if (turn !== latest.current) return;
      setState({ kind: 'loaded', value });
      setLost(false);
    } catch (error) {
      if (turn !== latest.current) return;
      setLost(true);
      setState((last) =>
        last.kind === 'loaded' ? last : { kind: 'failed', error: error as ServiceError },
      );
    }
  }, [service, address]);
  useEffect(() => void reload(), [reload]);

  useAgain(state.kind === 'loaded' && goesOn(state.value) ? everyMs : null, reload);
  return { state, lost, reload };
}

/** Reads again after each pause, seldom when nobody looks and at once when somebody does again; null ends it. */
export function useAgain(pauseMs: number | null, reload: () => Promise<void>): void {
  useEffect(() => {
    if (pauseMs === null) return;
    let timer: ReturnType<typeof setTimeout>;
    let ended = false;
    const wait = () => {
      timer = setTimeout(
        () => void reload().then(() => ended || wait()),
        document.hidden ? Math.max(pauseMs, hiddenEveryMs) : pauseMs,
      );
    };
    const onLook = () => {
      if (document.hidden) return;
      clearTimeout(timer);
      void reload().then(() => ended || wait());
    };
    wait();
    document.addEventListener('visibilitychange', onLook);
    return () => {
      ended = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onLook);
    };
  }, [pauseMs, reload]);
}

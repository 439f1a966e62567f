import { createContext, useCallback, useEffect, useRef, useState } from 'react';
import type { ChangeKind } from '../../../../messaging/contract/change-kinds.ts';
import type { Answer, RouteName } from '../../../../messaging/contract/contract.ts';
import { toRequest, type With } from './address.ts';
import { useConsole } from './console-context.ts';
import { findKeptAnswer, keepAnswer, noteShown } from './outbox/kept-answers.ts';
import { nobody } from './outbox/phone-store.ts';
import type { ServiceError } from './service.ts';
import { useChanges } from './use-changes.ts';

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

/** Reads again what the nearest `Await` shows. */
export const ReloadContext = createContext<() => unknown>(() => {});

/** The same as `useLoad`, and again when one of these things changed. */
export function useLive<Name extends RouteName>(
  kinds: readonly ChangeKind[],
  name: Name | null,
  ...request: With<Name>
): ReturnType<typeof useLoad<Name>> {
  const loaded = useLoad(name, ...request);
  useChanges(kinds, loaded.reload);
  return loaded;
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

/** Runs one thing at a time, as `useAction` does, and knows how much of its file is on its way. */
export function useUpload() {
  const [share, setShare] = useState<number | null>(null);
  const { busy, error, run } = useAction();
  const upload = (work: (onShare: (share: number) => void) => Promise<void>) =>
    run(() => work(setShare).finally(() => setShare(null)));
  return { share, busy, error, upload };
}

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

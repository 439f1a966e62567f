import { useCallback, useEffect, useState } from 'react';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import { useConsole } from '../../ui/console-context.ts';

type Challenge = Answer<'POST /api/captures'>;

/** `none`: without a network, or the service gives none. */
type State = { kind: 'asked' } | { kind: 'none' } | { kind: 'given'; id: string; endsAtMs: number };

/** The service's leave for two pictures, and the seconds that are left of it. */
export function useChallenge(district: string, station: string) {
  const { service } = useConsole();
  const [state, setState] = useState<State>({ kind: 'asked' });
  const [now, setNow] = useState(() => performance.now());
  const renew = useCallback(() => {
    setState({ kind: 'asked' });
    // The phone's own clock may be wrong: the seconds run from when the leave came, a little less than the service gives.
    const asked = performance.now();
    service.ask('POST /api/captures', { body: { district, station } }).then(
      ({ id, seconds }: Challenge) =>
        setState({ kind: 'given', id, endsAtMs: asked + seconds * 1000 }),
      () => setState({ kind: 'none' }),
    );
  }, [service, district, station]);
  useEffect(renew, [renew]);
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 500);
    return () => clearInterval(timer);
  }, []);
  const secondsLeft =
    state.kind === 'given' ? Math.max(0, Math.ceil((state.endsAtMs - now) / 1000)) : null;
  return { state, secondsLeft, renew };
}

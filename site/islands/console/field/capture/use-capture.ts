import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import { useConsole } from '../../ui/console-context.ts';
import { ServiceError } from '../../ui/service.ts';
import { askPosition, hasCamera, hashBlob, openCamera, type Position, shoot } from './camera.ts';

/** Two pictures of the page's camera, byte by byte as the service was told. */
export interface Taken {
  near: Blob;
  far: Blob;
  /** Null where the service gave no leave for them. */
  capture: { id: string; isOffline: boolean } | null;
  place: Position | null;
}

export interface CaptureOptions {
  district: string;
  station: string;
  /** Keeps them, or sends them off. */
  keep: (taken: Taken) => Promise<void>;
  onDone: () => void;
}

/** Two pictures by the camera of the page: near, then from afar. */
export function useCapture({ district, station, keep, onDone }: CaptureOptions) {
  const { service } = useConsole();
  const camera = useCamera();
  const challenge = useChallenge(district, station);
  const [near, setNear] = useState<Blob | null>(null);
  const [saving, setSaving] = useState(false);
  const [mayKeep, setMayKeep] = useState(false);
  const [trouble, setTrouble] = useState<'timeOver' | 'notKept' | null>(null);
  const [place, setPlace] = useState<Position | null | undefined>(undefined);
  useEffect(() => void askPosition().then(setPlace), []);
  const { state, secondsLeft, renew } = challenge;

  const again = () => {
    setNear(null);
    renew();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the time is over
  useEffect(() => {
    if (secondsLeft !== 0 || saving) return;
    if (near !== null) setTrouble('timeOver');
    again();
  }, [secondsLeft === 0]);

  const finish = async (nearBlob: Blob, far: Blob) => {
    const [nearHash, farHash] = await Promise.all([hashBlob(nearBlob), hashBlob(far)]);
    const told = { near: nearHash, far: farHash, place: place ?? null, mayKeep };
    const id = state.kind === 'given' ? state.id : null;
    const isTold = id !== null && (await tell(service, id, told));
    if (isTold === 'late') {
      setTrouble('timeOver');
      return again();
    }
    const capture = id === null ? null : { id, isOffline: !isTold };
    await keep({ near: nearBlob, far, capture, place: place ?? null });
    onDone();
  };
  const press = async () => {
    const video = camera.video.current;
    if (video === null || saving) return;
    setTrouble(null);
    const blob = await shoot(video);
    if (near === null) return setNear(blob);
    setSaving(true);
    await finish(near, blob)
      .catch(() => setTrouble('notKept'))
      .finally(() => setSaving(false));
  };
  return {
    camera,
    press,
    saving,
    mayKeep,
    setMayKeep,
    trouble,
    place,
    secondsLeft,
    isOffline: state.kind === 'none',
    isReady: camera.state === 'ready' && state.kind !== 'asked' && !saving,
    step: near === null ? ('near' as const) : ('far' as const),
  };
}

type CameraState = 'opening' | 'ready' | 'none';

/** The camera in a video element, until the page is left. */
function useCamera() {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<CameraState>(hasCamera() ? 'opening' : 'none');
  useEffect(() => {
    if (!hasCamera()) return;
    let left = false;
    let stream: MediaStream | undefined;
    const close = () => {
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    openCamera().then(
      (opened) => {
        stream = opened;
        if (left || video.current === null) close();
        else video.current.srcObject = opened;
      },
      () => setState('none'),
    );
    return () => {
      left = true;
      close();
    };
  }, []);
  return { video, state, onPlaying: () => setState('ready') };
}

/** True once the service knows it; false without a network. */
async function tell(
  service: ReturnType<typeof useConsole>['service'],
  id: string,
  body: { near: string; far: string; place: Position | null; mayKeep: boolean },
): Promise<boolean | 'late'> {
  try {
    await service.ask('POST /api/captures/:id/told', { params: { id }, body });
    return true;
  } catch (error) {
    return error instanceof ServiceError && error.code.startsWith('capture-') ? 'late' : false;
  }
}

type Challenge = Answer<'POST /api/captures'>;

/** `none`: without a network, or the service gives none. */
type State = { kind: 'asked' } | { kind: 'none' } | { kind: 'given'; id: string; endsAtMs: number };

/** The service's leave for two pictures, and the seconds that are left of it. */
function useChallenge(district: string, station: string) {
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

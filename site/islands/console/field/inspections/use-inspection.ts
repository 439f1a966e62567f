import { useState } from 'react';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import type { BoardState } from '../../../../../messaging/contract/values.ts';
import type { PicturedFields } from '../../../../../messaging/field/inspections/inspections-schemas.ts';
import { useConsole } from '../../ui/console-context.ts';
import { ServiceError } from '../../ui/service.ts';
import { useAction } from '../../ui/use-service.ts';
import type { Taken } from '../capture/use-capture.ts';

export type PicturedState = PicturedFields['state'];

interface Saved {
  state: BoardState;
  /** Null for a word without pictures. */
  capture: Answer<'POST /api/captures/:id/inspection'>['capture'] | null;
}

/** Sends what an officer found at a board: by word, or with live pictures, again where the line broke. */
export function useInspection({
  district,
  station,
  onDone,
}: {
  district: string;
  station: string;
  onDone: () => Promise<void>;
}) {
  const { service } = useConsole();
  const [remark, setRemark] = useState('');
  const [saved, setSaved] = useState<Saved | null>(null);
  const [waiting, setWaiting] = useState<(() => void) | null>(null);
  const { busy, error, run } = useAction();
  const done = async (next: Saved) => {
    setSaved(next);
    setRemark('');
    setWaiting(null);
    await onDone();
  };
  const say = (state: 'damaged' | 'missing') =>
    run(async () => {
      await service.ask('POST /api/inspections', { body: { district, station, state, remark } });
      await done({ state, capture: null });
    });
  const upload = async (state: PicturedState, { near, far, capture }: Taken) => {
    // Without the service's leave for them there is nothing that it could judge.
    if (capture === null) throw new ServiceError({ error: 'offline' });
    const params = { id: capture.id };
    const onShare = () => {};
    await service.upload('POST /api/captures/:id/far', { params }, { file: far, onShare });
    const entry = JSON.stringify({ state, remark, isOffline: capture.isOffline });
    const answer = await service.upload(
      'POST /api/captures/:id/inspection',
      { params },
      { file: near, fields: { entry }, onShare },
    );
    await done({ state, capture: answer.capture });
  };
  return {
    remark,
    setRemark,
    busy,
    error,
    saved,
    say,
    /** The dialog closes; what comes of it shows on the page. */
    async send(state: PicturedState, taken: Taken) {
      const work = () => run(() => upload(state, taken));
      setSaved(null);
      setWaiting(() => work);
      work();
    },
    retry: error === null || waiting === null ? null : waiting,
  };
}

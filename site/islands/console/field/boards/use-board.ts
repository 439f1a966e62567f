import { useEffect, useState } from 'react';
import type { StationCheck } from '../../../../../campaigns/activities/checklist.ts';
import { useConsole } from '../../ui/console-context.ts';
import { useAction } from '../../ui/use-service.ts';
import { hasCamera } from '../capture/camera.ts';
import { type BoardOutcome, enterBoard, useBoardSending } from './board-sending.ts';

export interface BoardProps {
  check: StationCheck;
  district: string;
  /** Day of an entry by one tap; null where the officer only reads. */
  today: string | null;
  onChanged: () => void;
}

/** States in which a picture can be handed in. */
const withPhoto: readonly StationCheck['status'][] = [
  'missing',
  'entered',
  'waiting',
  'appealed',
  'rejected',
];

const isLive = (level: StationCheck['level']) => level === 'live' || level === 'seen';

export type BoardWork = ReturnType<typeof useBoard>;

/** The board of a station and its next step. */
export function useBoard({ check, district, today, onChanged }: BoardProps) {
  const { service } = useConsole();
  const { station, activity, status, level } = check;
  const [shooting, setShooting] = useState(false);
  const [entered, setEntered] = useState<BoardOutcome | null>(null);
  const { busy, error, run } = useAction();
  const sending = useBoardSending();
  const { waiting, sent } = sending.of(district, station);
  const sentKey = sent?.entry.key;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was sent changes the list, once
  useEffect(() => {
    if (sentKey !== undefined) onChanged();
  }, [sentKey]);
  const sendPhoto = (photo: File) => {
    if (today === null) return;
    setEntered(null);
    void sending.send({ district, station, activity, day: today }, photo);
  };
  const enter = () =>
    run(async () => {
      if (today === null) return;
      setEntered(await enterBoard(service, { district, station, day: today }));
      onChanged();
    });
  const toShoot = today === null ? null : { district, station, activity, day: today };
  const isIdle = waiting === undefined && !sending.preparing;
  const outcome = sent?.answer ?? entered;
  const moved = (waiting ?? sent?.entry)?.moved;
  return {
    waiting,
    sending,
    sendPhoto,
    enter,
    busy,
    error,
    mayAct: today !== null && withPhoto.includes(status) && isIdle,
    /** The board for live pictures, while less than that is known of it. */
    toShoot: isIdle && hasCamera() && !isLive(level) ? toShoot : null,
    shooting,
    setShooting,
    isMissing: status === 'missing',
    /** The service's answer to what was handed in just now. */
    outcome: isIdle && !busy && (status !== 'missing' || moved !== undefined) ? outcome : null,
    /** The station whose board the picture of this row turned out to show. */
    elsewhere: moved?.name ?? null,
  };
}

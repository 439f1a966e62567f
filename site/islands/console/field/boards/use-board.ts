import { useEffect, useRef, useState } from 'react';
import type { StationCheck } from '../../../../../campaigns/activities/checklist.ts';
import type {
  BoardAnswer,
  BoardEntryFields,
} from '../../../../../messaging/field/activities/activities-schemas.ts';
import { useConsole } from '../../ui/console-context.ts';
import { useOutbox } from '../../ui/outbox/outbox.ts';
import { drawKey, type WaitingEntry } from '../../ui/outbox/phone-store.ts';
import type { Service } from '../../ui/service.ts';
import { useAction } from '../../ui/use-service.ts';
import { hasCamera } from '../capture/camera.ts';

export interface BoardProps {
  check: StationCheck;
  district: string;
  /** Day of an entry by one tap; null where the officer only reads. */
  today: string | null;
  /** Reads the list again, and resolves with it. */
  onChanged: () => Promise<void>;
}

/** States in which a picture can be handed in. */
export const withPhoto: readonly StationCheck['status'][] = [
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
  // Until the list has the answer too, what it says of the board is old.
  const [listedKey, setListedKey] = useState<string>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was sent changes the list, once
  useEffect(() => {
    if (sentKey !== undefined) void onChanged().then(() => setListedKey(sentKey));
  }, [sentKey]);
  const isListed = sentKey === listedKey;
  const sendPhoto = (photo: File) => {
    if (today === null) return;
    setEntered(null);
    void sending.send({ district, station, activity, day: today }, photo);
  };
  const enter = () =>
    run(async () => {
      if (today === null) return;
      setEntered(await enterBoard(service, { district, station, day: today }));
      await onChanged();
    });
  const toShoot = today === null ? null : { district, station, activity, day: today };
  const isIdle = waiting === undefined && !sending.preparing;
  const mayBegin = isIdle && isListed;
  const outcome = sent?.answer ?? entered;
  const moved = (waiting ?? sent?.entry)?.moved;
  const isNew = sent === undefined || sent.entry.entry.activity === null;
  return {
    waiting,
    sending,
    sendPhoto,
    enter,
    busy,
    error,
    mayAct: today !== null && withPhoto.includes(status) && mayBegin,
    /** The board for live pictures, while less than that is known of it. */
    toShoot: mayBegin && hasCamera() && !isLive(level) ? toShoot : null,
    shooting,
    setShooting,
    isMissing: status === 'missing',
    /** The service's answer to what was handed in just now. */
    outcome:
      isIdle && !busy && (!isListed || status !== 'missing' || moved !== undefined)
        ? outcome
        : null,
    /** The station whose board the picture of this row turned out to show. */
    elsewhere: moved?.name ?? null,
    /** Whether there was no entry of the board before: then this one can be taken back whole. */
    isNew,
    onChanged,
  };
}

/** A board that is handed in with its picture. */
export type BoardToSend = Pick<BoardEntryFields, 'district' | 'station'> &
  Partial<Pick<BoardEntryFields, 'activity' | 'day' | 'details' | 'remark'>>;

/** Hands boards with their pictures to the outbox; says when one is being prepared, and when the browser cannot keep it. */
export function useBoardSending() {
  const { outbox, state } = useOutbox();
  const [preparing, setPreparing] = useState(false);
  const [notKept, setNotKept] = useState(false);
  const busy = useRef(false);
  const send = async (board: BoardToSend, photo: File): Promise<boolean> => {
    if (busy.current) return false;
    busy.current = true;
    setPreparing(true);
    setNotKept(false);
    try {
      await outbox.add({ activity: null, ...board }, photo);
      return true;
    } catch {
      // No storage, or none left: the officer must know that the picture is not kept.
      setNotKept(true);
      return false;
    } finally {
      busy.current = false;
      setPreparing(false);
    }
  };
  /** The board that waits and was taken in a station's row, and the last one of them that this page sent. */
  const of = (district: string, station: string) => {
    const isHere = ({ entry, moved }: WaitingEntry) =>
      entry.district === district && (moved?.from ?? entry.station) === station;
    return {
      waiting: state.waiting.find(isHere),
      sent: state.sent.findLast((one) => isHere(one.entry)),
    };
  };
  return { send, of, preparing, notKept };
}

/** The service's answer to a board; without a picture there is no proof. */
export type BoardOutcome = Pick<BoardAnswer, 'activity'> &
  Partial<Pick<BoardAnswer, 'proof' | 'capture'>>;

/** Enters a station's board without a picture; with one it goes by the outbox. */
export async function enterBoard(
  service: Service,
  entry: { district: string; station: string; day: string; remark?: string; details?: object },
  key: string = drawKey(),
): Promise<BoardOutcome> {
  const { details = {}, ...rest } = entry;
  const body = { kind: 'board' as const, key, details: { ...details }, ...rest };
  const { activity } = await service.ask('POST /api/activities', { body });
  return { activity };
}

import { useRef, useState } from 'react';
import type {
  BoardAnswer,
  BoardEntryFields,
} from '../../../../../messaging/field/activities/activities-schemas.ts';
import { drawKey } from '../../ui/outbox/draw-key.ts';
import { useOutbox } from '../../ui/outbox/outbox.ts';
import type { WaitingEntry } from '../../ui/outbox/phone-store.ts';
import type { Service } from '../../ui/service.ts';

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

import { useRef, useState } from 'react';
import type { BoardEntryFields } from '../../../../../messaging/field/activities/activities-schemas.ts';
import type { WaitingEntry } from '../../ui/outbox/phone-store.ts';
import { useOutbox } from '../../ui/outbox/use-outbox.ts';

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

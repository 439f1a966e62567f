import { SendError } from '../send-error.ts';
import type { Link } from './link.ts';

/** Submissions, or another request, that have no link yet. */
export interface Waiter {
  /** Submissions that it writes at once. */
  places: number;
  take(link: Link): unknown;
  refuse(error: SendError): void;
}

export interface Turn {
  /** By `performance.now()`: nothing is written after it. */
  untilMs: number;
  /** Before all others, as for the rest of a message that has begun. */
  urgent: boolean;
}

/** Requests that wait for a link with room, in the order in which they came. */
export interface SubmissionQueue {
  add(waiter: Waiter, turn: Turn): void;
  /** Whether a request with this urgency would have to wait behind others. */
  mustWait(urgent: boolean): boolean;
  /** Hands the free links over at once, so that no two take the last place of one. */
  serve(findLink: (places: number) => Link | undefined): void;
  refuseAll(error: SendError): void;
}

export function createSubmissionQueue(): SubmissionQueue {
  const ordinary = new Set<Waiter>();
  const urgentOnes = new Set<Waiter>();
  return {
    add(waiter, { untilMs, urgent }) {
      const line = urgent ? urgentOnes : ordinary;
      const timer = setTimeout(
        () => queued.refuse(notSent('no-room')),
        untilMs - performance.now(),
      );
      const leave = () => {
        clearTimeout(timer);
        line.delete(queued);
      };
      const queued: Waiter = {
        places: waiter.places,
        take(link) {
          leave();
          // After a pause of the whole process the time may be over, though the timer has not said so yet.
          if (performance.now() > untilMs) waiter.refuse(notSent('no-room'));
          else waiter.take(link);
        },
        refuse(error) {
          leave();
          waiter.refuse(copyError(error));
        },
      };
      line.add(queued);
    },
    mustWait: (urgent) => urgentOnes.size > 0 || (!urgent && ordinary.size > 0),
    serve(findLink) {
      for (const line of [urgentOnes, ordinary]) {
        for (const waiter of line) {
          const link = findLink(waiter.places);
          if (link === undefined) return;
          waiter.take(link);
        }
      }
    },
    refuseAll(error) {
      for (const waiter of [...urgentOnes, ...ordinary]) waiter.refuse(error);
    },
  };
}

export function notSent(code: string): SendError {
  return new SendError(`[smpp] not sent (${code})`, { code, class: 'later' });
}

/** Each submission rejects with its own error. */
export function copyError({ message, code, class: kind }: SendError): SendError {
  return new SendError(message, { code, class: kind });
}

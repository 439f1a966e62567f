import type { Pdu } from 'smpp';
import { SendError } from '../send-error.ts';
import { type Link, type LinkOptions, openLink } from './link.ts';

export interface LinksOptions extends LinkOptions {
  /** Binds of this process. */
  binds: number;
}

/** Several binds as one: whichever has room takes the next submission. */
export interface Links {
  /**
   * Submits on a link that has room.
   * @param untilMs by `performance.now()`: nothing is written after it
   * @param urgent before all others, as for the rest of a message that has begun
   * @throws SendError `later` or `halt` when nothing was written, `ambiguous` when no answer came
   */
  submit(
    fields: Readonly<Record<string, unknown>>,
    options: { untilMs: number; urgent: boolean },
  ): Promise<Pdu>;
  /** Any other request, on a link that is bound; it takes no place of a submission. */
  ask(command: string, fields: Readonly<Record<string, unknown>>): Promise<Pdu>;
  close(): Promise<void>;
}

interface Waiter {
  take(link: Link): unknown;
  refuse(error: SendError): void;
}

/** @param onDelivery resolves to the status of our answer */
export function openLinks(options: LinksOptions, onDelivery: (pdu: Pdu) => Promise<number>): Links {
  const waiters = new Set<Waiter>();
  const urgentWaiters = new Set<Waiter>();
  const everyWaiter = () => [...urgentWaiters, ...waiters];
  let fault: SendError | undefined;
  const links: Link[] = Array.from({ length: options.binds }, () =>
    openLink(options, {
      onDelivery,
      onRoom() {
        if (links.some(({ bound }) => bound)) fault = undefined;
        serve();
      },
      onFault(error) {
        if (links.some(({ bound }) => bound)) return;
        fault = error;
        for (const waiter of everyWaiter()) waiter.refuse(error);
      },
    }),
  );
  let turn = 0;

  /** The links take turns. */
  function withRoom(): Link | undefined {
    for (let step = 0; step < links.length; step += 1) {
      const link = links[(turn + step) % links.length];
      if (link?.hasRoom() === true) {
        turn = (turn + step + 1) % links.length;
        return link;
      }
    }
    return undefined;
  }

  function serve(): void {
    for (const queued of [urgentWaiters, waiters]) {
      for (const waiter of queued) {
        const link = withRoom();
        if (link === undefined) return;
        waiter.take(link);
      }
    }
  }

  /** Hands a free link over at once, so that no two take its last place. */
  function queue(waiter: Waiter, { untilMs, urgent }: { untilMs: number; urgent: boolean }): void {
    const own = urgent ? urgentWaiters : waiters;
    const timer = setTimeout(() => queued.refuse(notSent('no-room')), untilMs - performance.now());
    const end = () => {
      clearTimeout(timer);
      own.delete(queued);
    };
    const queued: Waiter = {
      take(link) {
        end();
        // After a pause of the whole process the time may be over, though the timer has not said so yet.
        if (performance.now() > untilMs) waiter.refuse(notSent('no-room'));
        else waiter.take(link);
      },
      refuse(error) {
        end();
        waiter.refuse(again(error));
      },
    };
    own.add(queued);
  }

  return {
    submit(fields, { untilMs, urgent }) {
      return new Promise((resolve, reject) => {
        const take = (link: Link) => {
          link.request('submit_sm', fields).then((response) => {
            link.noteStatus(response.command_status);
            resolve(response);
          }, reject);
        };
        const first = urgentWaiters.size === 0 && (urgent || waiters.size === 0);
        const link = first ? withRoom() : undefined;
        if (link !== undefined) take(link);
        else if (fault !== undefined) reject(again(fault));
        else queue({ take, refuse: reject }, { untilMs, urgent });
      });
    },
    ask(command, fields) {
      return new Promise((resolve, reject) => {
        const take = (link: Link) => link.request(command, fields).then(resolve, reject);
        const link = links.find(({ bound }) => bound);
        if (link !== undefined) void take(link);
        else if (fault !== undefined) reject(again(fault));
        else {
          const untilMs = performance.now() + options.requestTimeoutMs;
          queue({ take, refuse: reject }, { untilMs, urgent: true });
        }
      });
    },
    async close() {
      for (const waiter of everyWaiter()) waiter.refuse(notSent('closed'));
      await Promise.all(links.map((link) => link.close()));
    },
  };
}

function notSent(code: string): SendError {
  return new SendError(`[smpp] not sent (${code})`, { code, class: 'later' });
}

/** An error of its own for each submission. */
function again({ message, code, class: kind }: SendError): SendError {
  return new SendError(message, { code, class: kind });
}

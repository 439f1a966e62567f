import type { Pdu } from 'smpp';
import type { SendError } from '../send-error.ts';
import { type Link, type LinkOptions, openLink, type PduFields } from './link.ts';
import {
  copyError,
  createSubmissionQueue,
  notSent,
  type Turn,
  type Waiter,
} from './submission-queue.ts';

export interface LinksOptions extends LinkOptions {
  /** Binds of this process. */
  binds: number;
}

/** Several binds as one: whichever has room takes the next submission. */
export interface Links {
  /**
   * Submits on one link that has room for all, a window of it at most.
   * @returns an end for each: `ambiguous` when no answer came
   * @throws SendError `later` or `halt` when nothing was written
   */
  submit(list: readonly PduFields[], turn: Turn): Promise<PromiseSettledResult<Pdu>[]>;
  /** Any other request, on a link that is bound; it takes no place of a submission. */
  request(command: string, fields: PduFields): Promise<Pdu>;
  close(): Promise<void>;
}

/** @param onDelivery resolves to the status of our answer */
export function openLinks(options: LinksOptions, onDelivery: (pdu: Pdu) => Promise<number>): Links {
  const queue = createSubmissionQueue();
  /** Why no link is bound, once an attempt has failed. */
  let fault: SendError | undefined;
  const links: Link[] = Array.from({ length: options.binds }, () =>
    openLink(options, {
      onDelivery,
      onRoom() {
        if (links.some(({ bound }) => bound)) fault = undefined;
        queue.serve(findRoom);
      },
      onFault(error) {
        if (links.some(({ bound }) => bound)) return;
        fault = error;
        queue.refuseAll(error);
      },
    }),
  );
  const findRoom = takeTurns(links);

  function dispatch(link: Link | undefined, waiter: Waiter, turn: Turn): void {
    if (link !== undefined) waiter.take(link);
    else if (fault !== undefined) waiter.refuse(copyError(fault));
    else queue.add(waiter, turn);
  }

  return {
    submit(list, turn) {
      return new Promise((resolve, reject) => {
        const take = (link: Link) => resolve(Promise.allSettled(link.submit(list)));
        const places = list.length;
        const link = queue.mustWait(turn.urgent) ? undefined : findRoom(places);
        dispatch(link, { take, refuse: reject, places }, turn);
      });
    },
    request(command, fields) {
      return new Promise((resolve, reject) => {
        const take = (link: Link) => link.request(command, fields).then(resolve, reject);
        const link = links.find(({ bound }) => bound);
        const untilMs = performance.now() + options.requestTimeoutMs;
        dispatch(link, { take, refuse: reject, places: 1 }, { untilMs, urgent: true });
      });
    },
    async close() {
      queue.refuseAll(notSent('closed'));
      await Promise.all(links.map((link) => link.close()));
    },
  };
}

/** Finds the next link that has room for so many, beginning after the one that was found last. */
function takeTurns(links: readonly Link[]): (places: number) => Link | undefined {
  let turn = 0;
  return (places) => {
    for (let step = 0; step < links.length; step += 1) {
      const link = links[(turn + step) % links.length];
      if (link?.hasRoom(places) === true) {
        turn = (turn + step + 1) % links.length;
        return link;
      }
    }
    return undefined;
  };
}

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

export interface LinksOptions extends Omit<LinkOptions, 'way'> {
  /** Binds of this process that submit. */
  binds: number;
  /** Whether receipts and replies come over a separate bind. */
  separate: boolean;
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
  /** Throws SendError when the SMSC does not answer, on a bind of either kind. */
  enquire(): Promise<void>;
  close(): Promise<void>;
}

/** @param onDelivery resolves to the status of our answer */
export function openLinks(options: LinksOptions, onDelivery: (pdu: Pdu) => Promise<number>): Links {
  const queue = createSubmissionQueue();
  const ofWay = (way: 'transmitter' | 'receiver'): LinkOptions => ({
    ...options,
    way: options.separate ? way : 'transceiver',
  });
  const receiver = options.separate
    ? openLink(ofWay('receiver'), { onDelivery, onRoom() {}, onFault() {} })
    : undefined;
  /** Why no link is bound, once an attempt has failed. */
  let fault: SendError | undefined;
  const links: Link[] = Array.from({ length: options.binds }, () =>
    openLink(ofWay('transmitter'), {
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

  function request(command: string, fields: PduFields): Promise<Pdu> {
    return new Promise((resolve, reject) => {
      const take = (link: Link) => link.request(command, fields).then(resolve, reject);
      const link = links.find(({ bound }) => bound);
      const untilMs = performance.now() + options.requestTimeoutMs;
      dispatch(link, { take, refuse: reject, places: 1 }, { untilMs, urgent: true });
    });
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
    request,
    async enquire() {
      await request('enquire_link', {});
      await receiver?.request('enquire_link', {});
    },
    async close() {
      queue.refuseAll(notSent('closed'));
      await Promise.all([...links, receiver].map((link) => link?.close()));
    },
  };
}

/** Finds the next link with room for `places` submissions, beginning after the last one found. */
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

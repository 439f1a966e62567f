import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { minuteMs } from '../../../campaigns/durations.ts';
import { writeWholeFile } from '../../../campaigns/files/whole-file-fs.ts';

/** A letter as it travels. */
export interface Parcel {
  from: string;
  to: string;
  /** RFC 5322, with its headers. */
  message: Buffer;
  messageId: string;
}

/** A letter's fate, with the server's answer. */
export type Outcome =
  | { kind: 'sent'; answer: string }
  /** Not now: 4xx, or no connection. */
  | { kind: 'deferred'; answer: string }
  /** The recipient's mailbox, or its server, does not take it: 5xx. */
  | { kind: 'bounced'; answer: string }
  /** Our own sender or letter is not taken. */
  | { kind: 'refused'; answer: string }
  /** It was handed over and nothing came back: it may have arrived. */
  | { kind: 'unknown'; answer: string };

/** One connection, for letters one behind the other. */
export interface Delivery {
  /**
   * @param handOver awaited when all but the end of the letter is on its way: from then on it may arrive. Where it throws,
   * the letter is not ended, and so never taken.
   */
  carry(parcel: Parcel, handOver: () => Promise<void>): Promise<Outcome>;
  /** False when the next letter needs a new connection. */
  usable(): boolean;
  close(): void;
}

/** Carries letters to a mail server. Declared here; each adapter has a separate file. */
export interface Carrier {
  readonly name: string;
  /** Longest time from handing over to the server's answer. */
  readonly answerLimitMs: number;
  /** @throws CarrierTrouble when the server cannot be reached, or lets nobody in */
  open(): Promise<Delivery>;
}

/** The server takes no letters at all now; the fault is not in a letter. */
export class CarrierTrouble extends Error {
  constructor(answer: string) {
    super(answer);
    this.name = 'CarrierTrouble';
  }
}

/** Lays letters into a folder as `.eml`, readable by the service's user only, for an installation without a mail server. */
export function createOutbox(folder: string): Carrier {
  return {
    name: 'outbox',
    answerLimitMs: minuteMs,
    async open() {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      return {
        async carry({ message, messageId }, handOver) {
          // The same letter has the same name: laid down twice, it lies there once.
          const name = `${messageId.replace(/[^a-zA-Z0-9.-]/g, '_').replace(/^_+|(?<!_)_+$/g, '')}.eml`;
          await handOver();
          await writeWholeFile(join(folder, name), message, 0o600);
          return { kind: 'sent', answer: name };
        },
        usable: () => true,
        close() {},
      };
    },
  };
}

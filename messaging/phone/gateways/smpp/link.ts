import { setTimeout as wait } from 'node:timers/promises';
import smpp, { type Pdu, type Session } from 'smpp';
import { SendError } from '../send-error.ts';
import { type BindOptions, bind, notBound, type SmscAddress } from './bind.ts';
import { isThrottling } from './codes.ts';

export interface LinkOptions extends Omit<BindOptions, keyof SmscAddress> {
  /** The first is bound where it can be; the others while it cannot. */
  addresses: readonly [SmscAddress, ...SmscAddress[]];
  /** Submissions without an answer at once. */
  window: number;
  enquireMs: number;
  /** First pause after throttling; each next one is twice as long. */
  throttleMs: number;
}

/** A link tells these to its holder. */
export interface LinkEvents {
  /** A place is free, or the link was bound. */
  onRoom(): void;
  /** An attempt to bind failed, at each address. */
  onFault(fault: SendError): void;
  /** A message or receipt of the SMSC; resolves to the status of our answer. */
  onDelivery(pdu: Pdu): Promise<number>;
}

export type PduFields = Readonly<Record<string, unknown>>;

/** One bind, renewed whenever it ends. */
export interface Link {
  /** Whether `count` submissions may be written now. */
  hasRoom(count: number): boolean;
  readonly bound: boolean;
  /**
   * Writes a request and waits for its answer, whatever its status.
   * @throws SendError `later` when nothing was written, `ambiguous` when no answer came
   */
  request(command: string, fields: PduFields): Promise<Pdu>;
  /** Writes submissions in one piece, so that nothing comes between them; each ends separately, as a request. */
  submit(list: readonly PduFields[]): Promise<Pdu>[];
  close(): Promise<void>;
}

interface LinkState {
  options: LinkOptions;
  events: LinkEvents;
  session: Session | undefined;
  bound: boolean;
  inFlight: number;
  /** Whether the present session has answered anything but its bind. */
  answered: boolean;
  throttle: Throttle;
  closing: AbortController;
  /** Rejects each request that has no answer yet. */
  waiting: Set<(error: SendError) => void>;
}

const firstPauseMs = 200;
const longestPauseMs = 30_000;
const unbindLimitMs = 1000;

/** Binds, keeps the link alive and binds again, with pauses that grow and are not alike on all links. */
export function openLink(options: LinkOptions, events: LinkEvents): Link {
  const link: LinkState = {
    options,
    events,
    session: undefined,
    bound: false,
    inFlight: 0,
    answered: false,
    throttle: createThrottle(options.throttleMs, events.onRoom),
    closing: new AbortController(),
    waiting: new Set(),
  };
  const ended = keepBound(link);
  return {
    get bound() {
      return link.bound;
    },
    hasRoom: (count) =>
      link.bound && link.inFlight + count <= options.window && !link.throttle.isPausing(),
    request: (command, fields) => sendRequest(link, command, fields),
    submit: (list) => submitTogether(link, list),
    async close() {
      await endSession(link);
      await ended;
    },
  };
}

async function keepBound(link: LinkState): Promise<void> {
  const { signal } = link.closing;
  const { addresses } = link.options;
  let failures = 0;
  while (!signal.aborted) {
    const turn = failures % addresses.length;
    const fault = await bindOnce(link, addresses[turn] ?? addresses[0]);
    if (signal.aborted) return;
    if (fault !== null && turn === addresses.length - 1) link.events.onFault(fault);
    // A link that ended before it carried anything counts as one more failure, so that the pauses grow.
    failures = fault === null && link.answered ? 0 : failures + 1;
    const pauseMs = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(failures, 10));
    await wait(pauseMs * (0.5 + Math.random() / 2), undefined, { signal }).catch(() => undefined);
  }
}

/** Resolves when the session has ended: to null after it was bound, else to why it was not. */
async function bindOnce(link: LinkState, address: SmscAddress): Promise<SendError | null> {
  const { session, ended } = bind(
    { ...link.options, ...address },
    {
      onBound() {
        link.answered = false;
        link.bound = true;
        void keepAlive(link, session);
        link.events.onRoom();
      },
      onUnbound() {
        link.bound = false;
      },
      onDelivery: link.events.onDelivery,
    },
  );
  link.session = session;
  session.on('close', () => {
    for (const reject of [...link.waiting]) reject(noAnswer('link-lost'));
  });
  return ended;
}

/** Ends a session on which the other side no longer answers. */
async function keepAlive(link: LinkState, session: Session): Promise<void> {
  const { signal } = link.closing;
  const isPresent = () => link.bound && link.session === session;
  while (isPresent()) {
    await wait(link.options.enquireMs, undefined, { signal }).catch(() => undefined);
    if (!isPresent() || signal.aborted) return;
    await sendRequest(link, 'enquire_link', {}).catch(() => session.destroy());
  }
}

function submitTogether(link: LinkState, list: readonly PduFields[]): Promise<Pdu>[] {
  const socket = link.session?.socket;
  socket?.cork();
  const answers = list.map((fields) => sendRequest(link, 'submit_sm', fields));
  socket?.uncork();
  return answers;
}

function sendRequest(link: LinkState, command: string, fields: PduFields): Promise<Pdu> {
  const { session, waiting } = link;
  return new Promise((resolve, reject) => {
    if (session === undefined || !link.bound) return reject(notBound('link-lost'));
    const settle = () => {
      clearTimeout(timer);
      waiting.delete(fail);
      if (command !== 'submit_sm') return;
      link.inFlight -= 1;
      link.events.onRoom();
    };
    const fail = (error: SendError) => {
      settle();
      reject(error);
    };
    const timer = setTimeout(() => fail(noAnswer('timeout')), link.options.requestTimeoutMs);
    if (command === 'submit_sm') link.inFlight += 1;
    waiting.add(fail);
    const written = session.send(new smpp.PDU(command, fields), (response) => {
      if (!waiting.has(fail)) return;
      link.answered = true;
      // Before the place is given on: a link that is throttled writes nothing more.
      if (command === 'submit_sm') link.throttle.noteStatus(response.command_status);
      settle();
      resolve(response);
    });
    if (!written) fail(notBound('link-lost'));
  });
}

async function endSession(link: LinkState): Promise<void> {
  const last = link.session;
  if (link.bound) {
    // An unanswered unbind waits for ever by itself.
    const unbound = sendRequest(link, 'unbind', {}).catch(() => undefined);
    await Promise.race([unbound, wait(unbindLimitMs, undefined, { ref: false })]);
  }
  link.closing.abort();
  last?.destroy();
  link.session?.destroy();
}

function noAnswer(code: string): SendError {
  return new SendError(`[smpp] no answer (${code})`, { code, class: 'ambiguous' });
}

/** Pauses a link that the SMSC throttles; each pause is twice as long as the one before, until a submission passes. */
interface Throttle {
  isPausing(): boolean;
  /** Takes the status with which a submission was answered. */
  noteStatus(status: number): void;
}

const longestThrottleMs = 30_000;

function createThrottle(firstPauseMs: number, onOver: () => void): Throttle {
  let pauseMs = 0;
  let untilMs = 0;
  return {
    isPausing: () => performance.now() < untilMs,
    noteStatus(status) {
      const now = performance.now();
      // Answers to what was under way already neither lengthen a pause nor end it.
      if (now < untilMs) return;
      if (!isThrottling(status)) {
        pauseMs = 0;
        return;
      }
      pauseMs = Math.min(longestThrottleMs, pauseMs * 2 || firstPauseMs);
      untilMs = now + pauseMs;
      setTimeout(onOver, pauseMs + 1).unref();
    },
  };
}

import { setTimeout as wait } from 'node:timers/promises';
import smpp, { type Pdu, type Session } from 'smpp';
import { SendError, transportError } from '../send-error.ts';
import { classOfStatus, codeOfStatus, isThrottling } from './codes.ts';

export interface LinkOptions {
  host: string;
  port: number;
  tls: boolean;
  /** Certificate of the SMSC's own authority, in PEM. */
  ca?: string | undefined;
  systemId: string;
  password: string;
  systemType: string;
  /** Submissions without an answer at once. */
  window: number;
  enquireMs: number;
  /** For connecting, binding and each answer. */
  requestTimeoutMs: number;
  /** First pause after throttling; each next one is twice as long. */
  throttleMs: number;
}

/** What a link tells the one who holds it. */
export interface LinkEvents {
  /** A place is free, or the link was bound. */
  onRoom(): void;
  /** An attempt to bind failed. */
  onFault(fault: SendError): void;
  /** A message or receipt of the SMSC; resolves to the status of our answer. */
  onDelivery(pdu: Pdu): Promise<number>;
}

/** One bind as a transceiver, made anew whenever it ends. */
export interface Link {
  /** Whether a submission may be written now. */
  hasRoom(): boolean;
  readonly bound: boolean;
  /**
   * Writes a request and waits for its answer, whatever its status.
   * @throws SendError `later` when nothing was written, `ambiguous` when no answer came
   */
  request(command: string, fields: Readonly<Record<string, unknown>>): Promise<Pdu>;
  /** Says how a submission was answered: throttling makes the link pause. */
  noteStatus(status: number): void;
  close(): Promise<void>;
}

const firstPauseMs = 200;
const longestPauseMs = 30_000;
const unbindLimitMs = 1000;

/** Binds, keeps the link alive and binds again, with pauses that grow and are not alike on all links. */
export function openLink(options: LinkOptions, events: LinkEvents): Link {
  const { requestTimeoutMs } = options;
  let session: Session | undefined;
  let bound = false;
  let failures = 0;
  let inFlight = 0;
  /** Whether the present link has answered anything but its bind. */
  let answered = false;
  let throttled = { pauseMs: 0, untilMs: 0 };
  const closing = new AbortController();
  const { signal } = closing;
  const waiting = new Set<(error: SendError) => void>();

  async function keepBound(): Promise<void> {
    while (!signal.aborted) {
      const fault = await bindOnce();
      if (signal.aborted) return;
      if (fault !== null) events.onFault(fault);
      // A link that ended before it carried anything counts as one more failure, so that the pauses grow.
      failures = fault === null && answered ? 0 : failures + 1;
      const pauseMs = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(failures, 10));
      await wait(pauseMs * (0.5 + Math.random() / 2), undefined, { signal }).catch(() => undefined);
    }
  }

  /** Resolves when the link has ended: to null after it was bound, else to why it was not. */
  async function bindOnce(): Promise<SendError | null> {
    const { promise, resolve } = Promise.withResolvers<SendError | null>();
    const { host, port, tls, ca } = options;
    const opened = smpp.connect({ host, port, tls, ...(ca === undefined ? {} : { ca }) });
    session = opened;
    let wasBound = false;
    let fault: SendError | undefined;
    const late = setTimeout(() => fail('bind-timeout'), requestTimeoutMs);
    function fail(code: string): void {
      fault ??= new SendError(`[smpp] not bound (${code})`, { code, class: 'later' });
      opened.destroy();
    }
    opened.on('error', (cause: unknown) => {
      // Nothing was submitted on a link that was not bound.
      fail(transportError('smpp', cause).code);
    });
    opened.on('close', () => {
      clearTimeout(late);
      bound = false;
      for (const reject of [...waiting]) reject(lost('link-lost'));
      resolve(wasBound ? null : (fault ?? notBound('link-closed')));
    });
    opened.on(tls ? 'secureConnect' : 'connect', () => {
      opened.socket.setNoDelay(true);
      const { systemId, password, systemType } = options;
      const login = {
        system_id: systemId,
        password,
        system_type: systemType,
        interface_version: 0x34,
      };
      opened.send(new smpp.PDU('bind_transceiver', login), ({ command_status: status }) => {
        clearTimeout(late);
        if (status !== 0) {
          const code = codeOfStatus(status);
          fault = new SendError(`[smpp] bind refused (${code})`, {
            code,
            class: classOfStatus(status, new Set()) === 'halt' ? 'halt' : 'later',
          });
          opened.destroy();
          return;
        }
        wasBound = true;
        answered = false;
        bound = true;
        void enquire(opened);
        events.onRoom();
      });
    });
    answer(opened);
    return promise;
  }

  function answer(opened: Session): void {
    const reply = (pdu: Pdu, status = 0) => opened.send(pdu.response({ command_status: status }));
    opened.on('enquire_link', (pdu: Pdu) => reply(pdu));
    opened.on('unknown', (pdu: Pdu) => opened.send(pdu.response()));
    opened.on('unbind', (pdu: Pdu) => {
      reply(pdu);
      bound = false;
      opened.socket.end();
    });
    for (const command of ['deliver_sm', 'data_sm']) {
      opened.on(command, (pdu: Pdu) => {
        void events.onDelivery(pdu).then((status) => reply(pdu, status));
      });
    }
  }

  /** Ends a link on which the other side no longer answers. */
  async function enquire(opened: Session): Promise<void> {
    while (bound && session === opened) {
      await wait(options.enquireMs, undefined, { signal }).catch(() => undefined);
      if (!bound || session !== opened || signal.aborted) return;
      await request('enquire_link', {}).catch(() => opened.destroy());
    }
  }

  function request(command: string, fields: Readonly<Record<string, unknown>>): Promise<Pdu> {
    return new Promise((resolve, reject) => {
      if (session === undefined || !bound) return reject(notBound('link-lost'));
      const settle = () => {
        clearTimeout(timer);
        waiting.delete(end);
        if (command !== 'submit_sm') return;
        inFlight -= 1;
        events.onRoom();
      };
      const end = (error: SendError) => {
        settle();
        reject(error);
      };
      const timer = setTimeout(() => end(lost('timeout')), requestTimeoutMs);
      if (command === 'submit_sm') inFlight += 1;
      waiting.add(end);
      const written = session.send(new smpp.PDU(command, fields), (response) => {
        if (!waiting.has(end)) return;
        answered = true;
        settle();
        resolve(response);
      });
      if (!written) end(notBound('link-lost'));
    });
  }

  const ended = keepBound();
  return {
    get bound() {
      return bound;
    },
    hasRoom: () => bound && inFlight < options.window && performance.now() >= throttled.untilMs,
    request,
    noteStatus(status) {
      const now = performance.now();
      // Answers to what was under way already neither lengthen a pause nor end it.
      if (now < throttled.untilMs) return;
      if (!isThrottling(status)) {
        throttled = { pauseMs: 0, untilMs: 0 };
        return;
      }
      const pauseMs = Math.min(longestPauseMs, throttled.pauseMs * 2 || options.throttleMs);
      throttled = { pauseMs, untilMs: now + pauseMs };
      setTimeout(events.onRoom, pauseMs + 1).unref();
    },
    async close() {
      const last = session;
      if (bound) {
        // An unanswered unbind waits for ever by itself.
        const unbound = request('unbind', {}).catch(() => undefined);
        await Promise.race([unbound, wait(unbindLimitMs, undefined, { ref: false })]);
      }
      closing.abort();
      last?.destroy();
      session?.destroy();
      await ended;
    },
  };
}

function notBound(code: string): SendError {
  return new SendError(`[smpp] not bound (${code})`, { code, class: 'later' });
}

function lost(code: string): SendError {
  return new SendError(`[smpp] no answer (${code})`, { code, class: 'ambiguous' });
}

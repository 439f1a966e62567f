import smpp, { type Pdu, type Session } from 'smpp';
import { SendError, transportError } from '../send-error.ts';
import { classifyStatus, toCode } from './codes.ts';

/** Uses of a link: both ways, submissions alone, or receipts and replies alone. */
export type LinkWay = 'transceiver' | 'transmitter' | 'receiver';

export interface SmscAddress {
  host: string;
  port: number;
  tls: boolean;
}

export interface BindOptions extends SmscAddress {
  way: LinkWay;
  /** Certificate of the SMSC's own authority, in PEM. */
  ca?: string | undefined;
  systemId: string;
  password: string;
  systemType: string;
  /** For connecting, binding and each answer. */
  requestTimeoutMs: number;
}

interface BindEvents {
  onBound(): void;
  /** The SMSC said goodbye, or the connection ended. */
  onUnbound(): void;
  /** A message or receipt of the SMSC; resolves to the status of our answer. */
  onDelivery(pdu: Pdu): Promise<number>;
}

export interface Binding {
  session: Session;
  /** Resolves when the connection has ended: to null if it was ever bound, else to why it was not. */
  ended: Promise<SendError | null>;
}

/** Connects and binds, and answers what the SMSC sends on its own. */
export function bind(options: BindOptions, events: BindEvents): Binding {
  const { promise: ended, resolve } = Promise.withResolvers<SendError | null>();
  const { host, port, tls, ca, requestTimeoutMs } = options;
  const session = smpp.connect({ host, port, tls, ...(ca === undefined ? {} : { ca }) });
  let wasBound = false;
  let fault: SendError | undefined;
  const fail = (error: SendError) => {
    fault ??= error;
    session.destroy();
  };
  const timer = setTimeout(() => fail(notBound('bind-timeout')), requestTimeoutMs);
  // Nothing was submitted on a link that was not bound.
  session.on('error', (cause: unknown) => fail(notBound(transportError('smpp', cause).code)));
  session.on('close', () => {
    clearTimeout(timer);
    events.onUnbound();
    resolve(wasBound ? null : (fault ?? notBound('link-closed')));
  });
  session.on(tls ? 'secureConnect' : 'connect', () => {
    session.socket.setNoDelay(true);
    session.send(loginRequest(options), ({ command_status: status }) => {
      clearTimeout(timer);
      if (status !== 0) return fail(bindRefused(status));
      wasBound = true;
      events.onBound();
    });
  });
  answerRequests(session, events);
  return { session, ended };
}

function loginRequest({ way, systemId, password, systemType }: BindOptions): Pdu {
  return new smpp.PDU(`bind_${way}`, {
    system_id: systemId,
    password,
    system_type: systemType,
    interface_version: 0x34,
  });
}

function answerRequests(session: Session, { onUnbound, onDelivery }: BindEvents): void {
  const reply = (pdu: Pdu, status = 0) => session.send(pdu.response({ command_status: status }));
  session.on('enquire_link', (pdu: Pdu) => reply(pdu));
  session.on('unknown', (pdu: Pdu) => session.send(pdu.response()));
  session.on('unbind', (pdu: Pdu) => {
    reply(pdu);
    onUnbound();
    session.socket.end();
  });
  for (const command of ['deliver_sm', 'data_sm']) {
    session.on(command, (pdu: Pdu) => {
      void onDelivery(pdu).then((status) => reply(pdu, status));
    });
  }
}

function bindRefused(status: number): SendError {
  const code = toCode(status);
  return new SendError(`[smpp] bind refused (${code})`, {
    code,
    class: classifyStatus(status, new Map()) === 'halt' ? 'halt' : 'later',
  });
}

export function notBound(code: string): SendError {
  return new SendError(`[smpp] not bound (${code})`, { code, class: 'later' });
}

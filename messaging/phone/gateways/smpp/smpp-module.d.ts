/** The part of `smpp` 0.5.1 that we use; it brings no types. */
declare module 'smpp' {
  import type { EventEmitter } from 'node:events';
  import type { Socket } from 'node:net';

  /** One unit of the protocol: header, and the parameters and TLVs by their names. */
  export interface Pdu {
    command: string;
    command_status: number;
    sequence_number: number;
    response(options?: Readonly<Record<string, unknown>>): Pdu;
    readonly [name: string]: unknown;
  }
  export interface SessionOptions {
    host: string;
    port: number;
    tls?: boolean;
    ca?: string;
  }
  export class Session extends EventEmitter {
    readonly socket: Socket;
    /** False when nothing was written, since the socket takes nothing any more. */
    send(pdu: Pdu, onResponse?: (response: Pdu) => void): boolean;
    destroy(): void;
  }
  interface Smpp {
    PDU: new (command: string, options?: Readonly<Record<string, unknown>>) => Pdu;
    connect(options: SessionOptions): Session;
    addTLV(name: string, options: { id: number; type: unknown }): void;
    types: { tlv: Readonly<Record<string, unknown>> };
  }
  const smpp: Smpp;
  export default smpp;
}

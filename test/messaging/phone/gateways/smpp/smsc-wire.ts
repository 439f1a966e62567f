// SMPP 3.4 as octets, by its own paper and by no code of the gateway's.
import type { Socket } from 'node:net';

/** A part as it came over the wire (SMPP 3.4, 4.4.1). */
export interface WirePart {
  id: string;
  to: string;
  from: string;
  /** TON and NPI of the sender's address, then of the recipient's. */
  kinds: number[];
  /** Whose phone puts it together with which; 0 for a message of one. */
  group: number;
  part: number;
  parts: number;
  text: string;
  octets: number;
  validity: string;
  wantsReceipt: boolean;
  tags: ReadonlyMap<number, Buffer>;
}

export const tagIds = {
  receiptedId: 0x001e,
  reference: 0x0204,
  group: 0x020c,
  parts: 0x020e,
  part: 0x020f,
  payload: 0x0424,
  state: 0x0427,
};

export interface Pdu {
  command: number;
  status: number;
  sequence: number;
  body: Buffer;
}

export function writePdu(socket: Socket, { command, status, sequence, body }: Pdu): void {
  const head = Buffer.alloc(16);
  for (const [index, value] of [16 + body.length, command, status, sequence].entries()) {
    head.writeUInt32BE(value >>> 0, index * 4);
  }
  if (socket.writable) socket.write(Buffer.concat([head, body]));
}

export const cString = (value: string) => Buffer.from(`${value}\0`, 'latin1');

export function writeTag(tag: number, value: Buffer | undefined): Buffer {
  if (value === undefined) return Buffer.alloc(0);
  return Buffer.concat([Buffer.from([tag >> 8, tag & 0xff, 0, value.length]), value]);
}

/** Reads a body from its front. */
export function reader(body: Buffer) {
  let at = 0;
  return {
    byte: () => body.readUInt8(at++),
    text() {
      const end = body.indexOf(0, at);
      const value = body.toString('latin1', at, end);
      at = end + 1;
      return value;
    },
    bytes(length: number) {
      at += length;
      return body.subarray(at - length, at);
    },
    tags() {
      const found = new Map<number, Buffer>();
      while (at + 4 <= body.length) {
        const tag = body.readUInt16BE(at);
        const length = body.readUInt16BE(at + 2);
        found.set(tag, body.subarray(at + 4, at + 4 + length));
        at += 4 + length;
      }
      return found;
    },
  };
}

export function readPart(body: Buffer, id: string): WirePart {
  const read = reader(body);
  read.text();
  const kinds = [...read.bytes(2)];
  const from = read.text();
  kinds.push(...read.bytes(2));
  const to = read.text();
  const esmClass = read.byte();
  read.bytes(2);
  read.text();
  const validity = read.text();
  const wantsReceipt = read.byte() === 1;
  read.byte();
  const coding = read.byte();
  read.byte();
  const short = read.bytes(read.byte());
  const tags = read.tags();
  const message = tags.get(tagIds.payload) ?? short;
  const hasHead = (esmClass & 0x40) !== 0;
  const head = message.subarray(0, hasHead ? message.readUInt8(0) + 1 : 0);
  const units = message.subarray(head.length);
  return {
    ...{ id, to, from, kinds, validity, wantsReceipt, tags },
    ...(hasHead ? readHead(head) : readPlace(tags)),
    octets: units.length,
    text: coding === 8 ? Buffer.from(units).swap16().toString('utf16le') : readSeptets(units),
  };
}

/** Elements of 3GPP TS 23.040: 00 with a reference of eight bits, 08 with one of sixteen. */
function readHead(head: Buffer) {
  const wide = head.readUInt8(1) === 8;
  const group = wide ? head.readUInt16BE(3) : head.readUInt8(3);
  const [parts = 1, part = 1] = head.subarray(-2);
  return { group, parts, part };
}

function readPlace(tags: ReadonlyMap<number, Buffer>) {
  return {
    group: tags.get(tagIds.group)?.readUInt16BE() ?? 0,
    parts: tags.get(tagIds.parts)?.readUInt8() ?? 1,
    part: tags.get(tagIds.part)?.readUInt8() ?? 1,
  };
}

/** Letters of the alphabet of 3GPP TS 23.038 that are others in ASCII, and those behind an escape. */
const ownSeptets: Readonly<Record<number, string>> = { 0: '@', 2: '$', 17: '_' };
const escapedSeptets: Readonly<Record<number, string>> = {
  ...{ 20: '^', 40: '{', 41: '}', 47: '\\', 60: '[' },
  ...{ 61: '~', 62: ']', 64: '|', 101: '€' },
};

function readSeptets(units: Buffer): string {
  const isEscape = (at: number) => units[at] === 0x1b;
  return [...units]
    .map((unit, at) => {
      if (isEscape(at)) return '';
      const known = isEscape(at - 1) ? escapedSeptets : ownSeptets;
      return known[unit] ?? String.fromCharCode(unit);
    })
    .join('');
}

/** Body of deliver_sm: esm_class 4 for a receipt. */
export function deliverBody(
  { from, to, esmClass, coding }: { from: string; to: string; esmClass: number; coding: number },
  said: Buffer,
): Buffer {
  return Buffer.concat([
    cString(''),
    Buffer.from([1, 1]),
    cString(from),
    Buffer.from([5, 0]),
    cString(to),
    // Then protocol, priority, two empty times, two zeros, the coding, another zero and the length.
    Buffer.from([esmClass, 0, 0, 0, 0, 0, 0, coding, 0, said.length]),
    said,
  ]);
}

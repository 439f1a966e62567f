// An SMSC that shares no code with the gateway: what a library does wrong on both sides shows only against another one.
import { type AddressInfo, createServer, type Socket } from 'node:net';

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
  tags: ReadonlyMap<number, Buffer>;
}

/** What becomes of a part: taken, refused by a status, or the link ends before or after it was taken. */
export type Verdict = 'take' | 'drop' | 'take-and-drop' | number;

export interface WireReceipt {
  stat: string;
  err: string;
}

export interface BareSmsc {
  port: number;
  taken: WirePart[];
  /** Links on which may be submitted. */
  binds(): number;
  /** Sends a receipt for a part, or for one that nobody here was sent. */
  report(part: Pick<WirePart, 'id' | 'to' | 'from' | 'tags'>, receipt: WireReceipt): void;
  /** Ends all links, and takes none for so long. */
  drop(awayMs?: number): void;
  close(): Promise<void>;
}

export interface BareSmscOptions {
  judge?: (part: WirePart) => Verdict;
  /** The receipt of each part that was taken; none where it gives null. */
  receipt?: (part: WirePart) => WireReceipt | null;
  /** How the id of an answer is in the text of a receipt. */
  writeId?: (id: string) => string;
  /** Whether a receipt repeats the sender's own reference, as 5.3.2.17 says. */
  repeatsReference?: boolean;
  /** Milliseconds before each answer. */
  latencyMs?: number;
}

/** Ways of a bind by its command: whether it submits, and whether it receives. */
const ways: ReadonlyMap<number, { submits: boolean; receives: boolean }> = new Map([
  [0x01, { submits: false, receives: true }],
  [0x02, { submits: true, receives: false }],
  [0x09, { submits: true, receives: true }],
]);
const wrongBind = 0x04;
const submit = 0x04;
const deliver = 0x05;
const enquire = 0x15;
const unbind = 0x06;
const answerBit = 0x8000_0000;
const referenceTag = 0x0204;

interface Pdu {
  command: number;
  status: number;
  sequence: number;
  body: Buffer;
}

function write(socket: Socket, { command, status, sequence, body }: Pdu): void {
  const head = Buffer.alloc(16);
  for (const [index, value] of [16 + body.length, command, status, sequence].entries()) {
    head.writeUInt32BE(value >>> 0, index * 4);
  }
  if (socket.writable) socket.write(Buffer.concat([head, body]));
}

const text = (value: string) => Buffer.from(`${value}\0`, 'latin1');

/** Reads a body from its front. */
function reader(body: Buffer) {
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

function readPart(body: Buffer, id: string): WirePart {
  const read = reader(body);
  read.text();
  const kinds = [...read.bytes(2)];
  const from = read.text();
  kinds.push(...read.bytes(2));
  const to = read.text();
  const esmClass = read.byte();
  read.bytes(2);
  read.text();
  read.text();
  read.bytes(2);
  const coding = read.byte();
  read.byte();
  const message = read.bytes(read.byte());
  const tags = read.tags();
  const hasHead = (esmClass & 0x40) !== 0;
  const head = hasHead ? message.subarray(0, message.readUInt8(0) + 1) : Buffer.alloc(0);
  const units = Buffer.from(message.subarray(head.length));
  return {
    id,
    to,
    from,
    kinds,
    group: hasHead ? head.readUInt8(3) : 0,
    parts: hasHead ? head.readUInt8(4) : 1,
    part: hasHead ? head.readUInt8(5) : 1,
    text: coding === 8 ? units.swap16().toString('utf16le') : units.toString('latin1'),
    tags,
  };
}

function receiptBody(
  { id, to, from, tags }: Pick<WirePart, 'id' | 'to' | 'from' | 'tags'>,
  { stat, err }: WireReceipt,
  { writeId = (same) => same, repeatsReference = false }: BareSmscOptions,
): Buffer {
  const said = Buffer.from(
    `id:${writeId(id)} sub:001 dlvrd:001 submit date:2611290900 done date:2611290901 stat:${stat} err:${err} text:`,
    'latin1',
  );
  const reference = repeatsReference ? tags.get(referenceTag) : undefined;
  const tag = Buffer.alloc(reference === undefined ? 0 : 4);
  if (reference !== undefined) {
    tag.writeUInt16BE(referenceTag, 0);
    tag.writeUInt16BE(reference.length, 2);
  }
  return Buffer.concat([
    text(''),
    Buffer.from([1, 1]),
    text(to),
    Buffer.from([5, 0]),
    text(from),
    // esm_class 4: a receipt; then protocol, priority, two empty times, four zeros and the length.
    Buffer.from([4, 0, 0, 0, 0, 0, 0, 0, 0, said.length]),
    said,
    tag,
    reference ?? Buffer.alloc(0),
  ]);
}

/** Listens on loopback; ids of answers are hexadecimal. */
export async function startBareSmsc(options: BareSmscOptions = {}): Promise<BareSmsc> {
  const { judge = () => 'take', receipt, latencyMs = 0 } = options;
  const sockets = new Set<Socket>();
  /** Those that take receipts, and those that may submit. */
  const bound = new Set<Socket>();
  const submitters = new Set<Socket>();
  /** Receipts are sent again on the next link until they are answered with 0. */
  const unanswered = new Map<number, Pdu>();
  const taken: WirePart[] = [];
  // No two runs give the same ids.
  let nextId = 0x1000_0000 + Math.floor(Math.random() * 0x4000_0000);
  let sequence = 0;

  function report(part: Parameters<BareSmsc['report']>[0], said: WireReceipt): void {
    sequence += 1;
    const pdu = { command: deliver, status: 0, sequence, body: receiptBody(part, said, options) };
    unanswered.set(sequence, pdu);
    const [socket] = [...bound].slice(-1);
    if (socket !== undefined) write(socket, pdu);
  }

  function answerSubmit(socket: Socket, { command, sequence, body }: Pdu): void {
    nextId += 1;
    const part = readPart(body, nextId.toString(16).toUpperCase());
    const verdict = judge(part);
    const answer = (status: number, said: Buffer) =>
      setTimeout(
        () => write(socket, { command: command + answerBit, status, sequence, body: said }),
        latencyMs,
      );
    if (typeof verdict === 'number') return void answer(verdict, Buffer.alloc(0));
    if (verdict !== 'drop') {
      taken.push(part);
      const said = receipt?.(part) ?? null;
      if (said !== null) setTimeout(() => report(part, said), latencyMs + 20);
    }
    if (verdict === 'take') answer(0, text(part.id));
    else socket.destroy();
  }

  function answer(socket: Socket, pdu: Pdu): void {
    const { command, sequence } = pdu;
    const plain = { command: command + answerBit, status: 0, sequence, body: Buffer.alloc(0) };
    const way = ways.get(command);
    if (command === submit && !submitters.has(socket))
      write(socket, { ...plain, status: wrongBind });
    else if (command === submit) answerSubmit(socket, pdu);
    else if (way !== undefined) {
      write(socket, { ...plain, body: text('bare') });
      if (way.submits) submitters.add(socket);
      if (!way.receives) return;
      bound.add(socket);
      for (const pdu of unanswered.values()) write(socket, pdu);
    } else if (command === deliver + answerBit && pdu.status === 0) unanswered.delete(sequence);
    else if (command === enquire || command === unbind) write(socket, plain);
  }

  let awayUntilMs = 0;
  const server = createServer((socket) => {
    if (performance.now() < awayUntilMs) return void socket.destroy();
    sockets.add(socket);
    let rest = Buffer.alloc(0);
    socket.on('data', (bytes) => {
      rest = Buffer.concat([rest, bytes]);
      while (rest.length >= 16 && rest.length >= rest.readUInt32BE(0)) {
        const body = rest.subarray(16, rest.readUInt32BE(0));
        const [command, status, sequence] = [4, 8, 12].map((at) => rest.readUInt32BE(at));
        rest = rest.subarray(rest.readUInt32BE(0));
        if (socket.destroyed) return;
        answer(socket, {
          command: command ?? 0,
          status: status ?? 0,
          sequence: sequence ?? 0,
          body,
        });
      }
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      sockets.delete(socket);
      bound.delete(socket);
      submitters.delete(socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const drop = (awayMs = 0) => {
    awayUntilMs = performance.now() + awayMs;
    for (const socket of [...sockets]) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    taken,
    binds: () => submitters.size,
    report,
    drop,
    async close() {
      const ended = new Promise<void>((resolve) => server.close(() => resolve()));
      drop();
      await ended;
    },
  };
}

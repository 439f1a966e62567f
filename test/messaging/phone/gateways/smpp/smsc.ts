// An SMSC that shares no code with the gateway: what a library does wrong on both sides shows only against another one.
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { randomNumbers } from '../../../../../messaging/phone/gateways/emulator-behaviour.ts';
import {
  cString,
  deliverBody,
  type Pdu,
  reader,
  readPart,
  tagIds,
  type WirePart,
  writePdu,
  writeTag,
} from './smsc-wire.ts';

/** What becomes of a part: taken, with or without an answer, refused by a status, or the link ends before or after it was taken. */
export type Verdict = 'take' | 'take-silently' | 'drop' | 'take-and-drop' | number;

/** States by their words, as a tag or an answer to a question has them. */
const states = { DELIVRD: 2, EXPIRED: 3, UNDELIV: 5, ACCEPTD: 6, REJECTD: 8 } as const;

export interface WireReceipt {
  stat: keyof typeof states;
  err: string;
}

/** How the SMSC behaves. */
export interface SmscBehaviour {
  judge: (part: WirePart) => Verdict;
  /** Status of a refused bind; 0 binds. */
  bindStatus: number;
  /** The receipt of each part that was taken, which is also what a question about it is answered; none where it gives null. */
  receipt: (part: WirePart) => WireReceipt | null;
  receiptCopies: number;
  /** Receipts leave before the answer to their submission. */
  receiptsFirst: boolean;
  receiptForm: 'tags' | 'text';
  /** How the id of an answer is in the text of a receipt. */
  writeId: (id: string) => string;
  /** Whether a receipt repeats the sender's own reference, as 5.3.2.17 says. */
  repeatsReference: boolean;
  /** Milliseconds before each answer. */
  latencyMs: number;
  /** Answers neither enquire_link nor unbind. */
  deaf: boolean;
}

const usual: SmscBehaviour = {
  judge: () => 'take',
  bindStatus: 0,
  receipt: () => null,
  receiptCopies: 1,
  receiptsFirst: false,
  receiptForm: 'text',
  writeId: (id) => id,
  repeatsReference: false,
  latencyMs: 0,
  deaf: false,
};

export const arrived: WireReceipt = { stat: 'DELIVRD', err: '000' };
export const writeDecimal = (id: string) => BigInt(`0x${id}`).toString().padStart(10, '0');

/** Draws verdicts by their shares of all parts, from 0 to 1; the rest is taken. */
export function byLot(shares: readonly (readonly [Verdict, number])[], seed = 1): () => Verdict {
  const random = randomNumbers(seed);
  return () => {
    let dice = random();
    for (const [verdict, share] of shares) {
      if (dice < share) return verdict;
      dice -= share;
    }
    return 'take';
  };
}

type Sent = Pick<WirePart, 'id' | 'to' | 'from' | 'tags'>;

export interface Smsc {
  port: number;
  taken: WirePart[];
  behave(change: Partial<SmscBehaviour>): void;
  /** Links on which may be submitted, now and since the start. */
  binds(): number;
  bindsInAll(): number;
  /** Submissions at most that had no answer yet at one time. */
  mostWaiting(): number;
  /** Sends a receipt for a part, or for one that nobody here was sent, until it is taken. */
  report(part: Sent, receipt: WireReceipt): Promise<void>;
  /** The same once; resolves to the status of the answer, null for none. */
  reportOnce(part: Sent, receipt: WireReceipt): Promise<number | null>;
  /** Sends a message of a phone. */
  reply(from: string, coding: number, said: Buffer): Promise<number | null>;
  /** Ends all links, and takes none for so long. */
  drop(awayMs?: number): void;
  close(): Promise<void>;
}

/** Ways of a bind by its command: whether it submits, and whether it receives. */
const ways: ReadonlyMap<number, { submits: boolean; receives: boolean }> = new Map([
  [0x01, { submits: false, receives: true }],
  [0x02, { submits: true, receives: false }],
  [0x09, { submits: true, receives: true }],
]);
const wrongBind = 0x04;
const unknownId = 0x67;
const [query, submit, deliver, unbind, enquire] = [0x03, 0x04, 0x05, 0x06, 0x15];
const answerBit = 0x8000_0000;
const againMs = 25;

function receiptBody(
  { id, to, from, tags }: Sent,
  { stat, err }: WireReceipt,
  { writeId, repeatsReference, receiptForm }: SmscBehaviour,
): Buffer {
  const done = stat === 'DELIVRD' ? '001' : '000';
  const said = `id:${writeId(id)} sub:001 dlvrd:${done} submit date:2611290900 done date:2611290901 stat:${stat} err:${err} text:`;
  const byTags = receiptForm === 'tags';
  return Buffer.concat([
    deliverBody({ from: to, to: from, esmClass: 4, coding: 0 }, Buffer.from(byTags ? '' : said)),
    writeTag(tagIds.reference, repeatsReference ? tags.get(tagIds.reference) : undefined),
    ...(byTags
      ? [
          writeTag(tagIds.receiptedId, cString(id)),
          writeTag(tagIds.state, Buffer.from([states[stat]])),
        ]
      : []),
  ]);
}

/** Listens on loopback; ids of answers are hexadecimal. */
export async function startSmsc(
  change: Partial<SmscBehaviour> = {},
  tls?: { key: string; cert: string },
): Promise<Smsc> {
  let how: SmscBehaviour = { ...usual, ...change };
  const sockets = new Set<Socket>();
  /** Those that take receipts, and those that may submit. */
  const bound = new Set<Socket>();
  const submitters = new Set<Socket>();
  /** Told the status of the answer to what was delivered. */
  const awaited = new Map<number, { socket: Socket; told: (status: number | null) => void }>();
  const taken: WirePart[] = [];
  // No two runs give the same ids.
  let nextId = 0x1000_0000 + Math.floor(Math.random() * 0x4000_0000);
  const counts = { sequence: 0, binds: 0, waiting: 0, mostWaiting: 0 };
  let closed = false;

  function send(body: Buffer): Promise<number | null> {
    const [socket] = [...bound].slice(-1);
    if (socket === undefined) return Promise.resolve(null);
    counts.sequence += 1;
    const { sequence } = counts;
    return new Promise((told) => {
      awaited.set(sequence, { socket, told });
      writePdu(socket, { command: deliver, status: 0, sequence, body });
    });
  }

  const reportOnce = (part: Sent, said: WireReceipt) => send(receiptBody(part, said, how));

  /** As an SMSC does, until the other side has it. */
  async function report(part: Sent, said: WireReceipt): Promise<void> {
    while (!closed && (await reportOnce(part, said)) !== 0)
      await new Promise((resolve) => setTimeout(resolve, againMs));
  }

  function after(ms: number, act: () => void): void {
    if (ms === 0) act();
    else setTimeout(act, ms);
  }

  function sendReceipts(part: WirePart): void {
    const said = how.receipt(part);
    if (said === null) return;
    after(how.receiptsFirst ? 0 : how.latencyMs + 20, () => {
      for (let copy = 0; copy < how.receiptCopies; copy += 1) void report(part, said);
    });
  }

  function answerSubmit(socket: Socket, { body, ...plain }: Pdu): void {
    nextId += 1;
    const part = readPart(body, nextId.toString(16).toUpperCase());
    const verdict = how.judge(part);
    const answer = (status: number, said: Buffer) => {
      counts.waiting += 1;
      counts.mostWaiting = Math.max(counts.mostWaiting, counts.waiting);
      after(how.latencyMs, () => {
        counts.waiting -= 1;
        writePdu(socket, { ...plain, status, body: said });
      });
    };
    if (typeof verdict === 'number') {
      answer(verdict, Buffer.alloc(0));
      return;
    }
    if (verdict !== 'drop') {
      taken.push(part);
      sendReceipts(part);
    }
    if (verdict === 'take') answer(0, cString(part.id));
    else if (verdict !== 'take-silently') socket.destroy();
  }

  function answerQuery(body: Buffer): Pick<Pdu, 'status' | 'body'> {
    const read = reader(body);
    const id = read.text();
    read.bytes(2);
    const from = read.text();
    const part = taken.find((one) => one.id === id && one.from === from);
    const said = part && how.receipt(part);
    if (!said) return { status: unknownId, body: Buffer.alloc(0) };
    const end = Buffer.from([states[said.stat], Number(said.err)]);
    return { status: 0, body: Buffer.concat([cString(id), cString(''), end]) };
  }

  function bind(socket: Socket, command: number): void {
    const { submits, receives } = ways.get(command) ?? {};
    counts.binds += 1;
    if (submits) submitters.add(socket);
    if (receives) bound.add(socket);
  }

  function answer(socket: Socket, { command, status, sequence, body }: Pdu): void {
    const plain = { command: command + answerBit, status: 0, sequence, body: Buffer.alloc(0) };
    if (command === submit && submitters.has(socket)) answerSubmit(socket, { ...plain, body });
    else if (command === submit) writePdu(socket, { ...plain, status: wrongBind });
    else if (ways.has(command)) {
      writePdu(socket, { ...plain, status: how.bindStatus, body: cString('smsc') });
      if (how.bindStatus === 0) bind(socket, command);
    } else if (command === deliver + answerBit) {
      awaited.get(sequence)?.told(status);
      awaited.delete(sequence);
    } else if (command === query) writePdu(socket, { ...plain, ...answerQuery(body) });
    else if ((command === enquire || command === unbind) && !how.deaf) writePdu(socket, plain);
  }

  function forget(gone: Socket): void {
    for (const set of [sockets, bound, submitters]) set.delete(gone);
    for (const [sequence, { socket, told }] of awaited) {
      if (socket !== gone) continue;
      awaited.delete(sequence);
      told(null);
    }
  }

  let awayUntilMs = 0;
  const listen = (socket: Socket) => {
    if (performance.now() < awayUntilMs) return void socket.destroy();
    sockets.add(socket);
    socket.setNoDelay(true);
    let rest = Buffer.alloc(0);
    socket.on('data', (bytes) => {
      rest = Buffer.concat([rest, bytes]);
      while (rest.length >= 16 && rest.length >= rest.readUInt32BE(0)) {
        const length = rest.readUInt32BE(0);
        const [command = 0, status = 0, sequence = 0] = [4, 8, 12].map((at) =>
          rest.readUInt32BE(at),
        );
        const body = rest.subarray(16, length);
        rest = rest.subarray(length);
        if (socket.destroyed) return;
        answer(socket, { command, status, sequence, body });
      }
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => forget(socket));
  };
  const server = tls === undefined ? createServer(listen) : createTlsServer(tls, listen);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const drop = (awayMs = 0) => {
    awayUntilMs = performance.now() + awayMs;
    for (const socket of [...sockets]) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    taken,
    behave(next) {
      how = { ...how, ...next };
    },
    binds: () => submitters.size,
    bindsInAll: () => counts.binds,
    mostWaiting: () => counts.mostWaiting,
    report,
    reportOnce,
    reply: (from, coding, said) =>
      send(deliverBody({ from, to: 'UPPOLC', esmClass: 0, coding }, said)),
    drop,
    async close() {
      closed = true;
      const ended = new Promise<void>((resolve) => server.close(() => resolve()));
      drop();
      await ended;
    },
  };
}

/** Messages as phones put them together; `whole` is false while a part is missing, or came twice. */
export function joinMessages(
  taken: readonly WirePart[],
): { to: string; body: string; whole: boolean }[] {
  // A group may be 0, too.
  const messages = Map.groupBy(
    taken,
    ({ to, parts, group, id }) => `${to} ${parts > 1 ? group : id}`,
  );
  return [...messages.values()].map((group) => {
    const sorted = group.toSorted((a, b) => a.part - b.part);
    return {
      to: `+${sorted[0]?.to}`,
      body: sorted.map(({ text }) => text).join(''),
      whole: sorted.length === sorted[0]?.parts && sorted.every(({ part }, at) => part === at + 1),
    };
  });
}

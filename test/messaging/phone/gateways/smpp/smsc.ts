import type { AddressInfo } from 'node:net';
import smpp, { type Pdu, type Session } from 'smpp';

/** How the SMSC misbehaves; shares are of all submissions, from 0 to 1. */
export interface SmscBehaviour {
  /** Milliseconds before each answer. */
  latencyMs: number;
  /** Status of a refused bind; 0 binds. */
  bindStatus: number;
  /** Only parts from this one on meet what is below. */
  fromPart: number;
  /** Answers to submit_sm by status, each with its share; none of those were taken. */
  refusals: readonly { status: number; share: number }[];
  /** Taken, and never answered. */
  shareSilent: number;
  /** Taken, and the link breaks instead of an answer. */
  shareDropped: number;
  /** Copies of each receipt; 0 for none. */
  receiptCopies: number;
  /** Receipts leave before the answer to their submission. */
  receiptsFirst: boolean;
  receiptForm: 'tags' | 'text';
  /** How ids are in answers: hex; in the text of receipts: decimal. */
  numericIds: boolean;
  /** State of every message, in receipts and for query_sm. */
  state: { number: number; word: string; err: string };
  /** Answers neither enquire_link nor unbind. */
  deaf: boolean;
  seed: number;
}

const friendly: SmscBehaviour = {
  latencyMs: 0,
  bindStatus: 0,
  fromPart: 1,
  refusals: [],
  shareSilent: 0,
  shareDropped: 0,
  receiptCopies: 0,
  receiptsFirst: false,
  receiptForm: 'tags',
  numericIds: false,
  state: { number: 2, word: 'DELIVRD', err: '000' },
  deaf: false,
  seed: 1,
};

/** A part as the SMSC took it. */
export interface TakenPart {
  id: string;
  to: string;
  from: string;
  text: string;
  part: number;
  parts: number;
  /** Ties parts together; null for a message of one. */
  reference: number | null;
  octets: number;
  pdu: Pdu;
}

export interface Smsc {
  port: number;
  taken: TakenPart[];
  binds(): number;
  /** Binds since the start. */
  bindsInAll(): number;
  /** Submissions at most that had no answer yet at one time. */
  mostWaiting(): number;
  behave(change: Partial<SmscBehaviour>): void;
  /** Sends deliver_sm over some link and resolves to the status of the answer, or to null when none came. */
  deliver(fields: Record<string, unknown>): Promise<number | null>;
  /** Sends the receipt of a part once more. */
  receipt(id: string): Promise<number | null>;
  /** Ends all links. */
  drop(): void;
  close(): Promise<void>;
}

/** A TLV of the operator's own; the library knows its name where the gateway runs in the same process. */
export function operatorTag(pdu: Pdu, tag: number): string {
  return String(pdu[`operator_${tag.toString(16)}`] ?? pdu[tag] ?? '');
}

/** An SMSC that misbehaves as the real ones do, on loopback. */
export async function startSmsc(
  change: Partial<SmscBehaviour> = {},
  options: { port?: number; key?: string; cert?: string } = {},
): Promise<Smsc> {
  let behaviour: SmscBehaviour = { ...friendly, ...change };
  let random = behaviour.seed;
  const sockets = new Set<Session>();
  /** Those that are bound. */
  const links = new Set<Session>();
  const taken: TakenPart[] = [];
  let bindsInAll = 0;
  let waiting = 0;
  let mostWaiting = 0;
  // No two runs give the same ids.
  let nextId = 0xabc0 + Math.floor(Math.random() * 0x100_0000);

  /** Park and Miller's generator: a run can be repeated. */
  function chance(): number {
    random = (random * 48_271) % 0x7fffffff;
    return random / 0x7fffffff;
  }
  const later = (act: () => void) =>
    behaviour.latencyMs === 0 ? act() : void setTimeout(act, behaviour.latencyMs);

  function toReceipt(part: TakenPart): Record<string, unknown> {
    const { number, word, err } = behaviour.state;
    const common = {
      source_addr: part.to,
      destination_addr: part.from,
      esm_class: 4,
      user_message_reference: part.pdu['user_message_reference'],
    };
    if (behaviour.receiptForm === 'tags') {
      return { ...common, receipted_message_id: part.id, message_state: number };
    }
    const id = behaviour.numericIds ? BigInt(`0x${part.id}`).toString().padStart(10, '0') : part.id;
    const done = number === 2 ? '001' : '000';
    return {
      ...common,
      short_message: Buffer.from(
        `id:${id} sub:001 dlvrd:${done} submit date:2611251200 done date:2611251201 stat:${word} err:${err} text:UP COP`,
      ),
    };
  }

  function deliver(fields: Record<string, unknown>): Promise<number | null> {
    const [link] = [...links].slice(-1);
    if (link === undefined) return Promise.resolve(null);
    return new Promise((resolve) => {
      const lost = () => resolve(null);
      link.once('close', lost);
      const written = link.send(new smpp.PDU('deliver_sm', fields), (answer) => {
        link.off('close', lost);
        resolve(answer.command_status);
      });
      if (!written) lost();
    });
  }

  /** As an SMSC does, until the other side has it. */
  async function deliverSurely(fields: () => Record<string, unknown>): Promise<void> {
    for (let tries = 0; tries < 2000 && !closed; tries += 1) {
      if ((await deliver(fields())) === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  function submit(link: Session, pdu: Pdu): void {
    const id = (nextId++).toString(16).toUpperCase();
    const part = takenPart(id, pdu);
    // 1 meets no share.
    const dice = part.part < behaviour.fromPart ? 1 : chance();
    let sum = 0;
    for (const { status, share } of behaviour.refusals) {
      sum += share;
      if (dice < sum) {
        later(() => link.send(pdu.response({ command_status: status })));
        return;
      }
    }
    taken.push(part);
    const receipts = () => {
      for (let copy = 0; copy < behaviour.receiptCopies; copy += 1) {
        void deliverSurely(() => toReceipt(part));
      }
    };
    if (behaviour.receiptsFirst) receipts();
    else later(receipts);
    sum += behaviour.shareSilent;
    if (dice < sum) return;
    if (dice < sum + behaviour.shareDropped) return void link.destroy();
    waiting += 1;
    mostWaiting = Math.max(mostWaiting, waiting);
    later(() => {
      waiting -= 1;
      link.send(pdu.response({ message_id: id }));
    });
  }

  let closed = false;
  const { key, cert } = options;
  const server = smpp.createServer(
    key === undefined || cert === undefined ? {} : { key, cert },
    (link) => {
      sockets.add(link);
      link.setMaxListeners(0);
      link.socket.setNoDelay(true);
      link.on('error', () => link.destroy());
      link.on('close', () => {
        links.delete(link);
        sockets.delete(link);
      });
      link.on('bind_transceiver', (pdu: Pdu) => {
        const { bindStatus } = behaviour;
        link.send(pdu.response({ command_status: bindStatus, system_id: 'smsc' }));
        if (bindStatus !== 0) return;
        bindsInAll += 1;
        links.add(link);
      });
      link.on('enquire_link', (pdu: Pdu) => behaviour.deaf || link.send(pdu.response()));
      link.on('unbind', (pdu: Pdu) => behaviour.deaf || link.send(pdu.response()));
      link.on('submit_sm', (pdu: Pdu) => submit(link, pdu));
      link.on('query_sm', (pdu: Pdu) => {
        const found = taken.find(
          ({ id, from }) => id === pdu['message_id'] && from === pdu['source_addr'],
        );
        if (found === undefined) return void link.send(pdu.response({ command_status: 0x67 }));
        const { number, err } = behaviour.state;
        link.send(
          pdu.response({ message_id: found.id, message_state: number, error_code: Number(err) }),
        );
      });
    },
  );
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));

  return {
    port: (server.address() as AddressInfo).port,
    taken,
    binds: () => links.size,
    bindsInAll: () => bindsInAll,
    mostWaiting: () => mostWaiting,
    behave(next) {
      behaviour = { ...behaviour, ...next };
    },
    deliver,
    receipt(id) {
      const part = taken.find((one) => one.id === id);
      return part === undefined ? Promise.resolve(null) : deliver(toReceipt(part));
    },
    drop() {
      for (const link of [...links]) link.destroy();
    },
    async close() {
      closed = true;
      const ended = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const link of [...sockets]) link.destroy();
      await ended;
    },
  };
}

/** Messages as phones put them together; `whole` is false while a part is missing, or came twice. */
export function joinMessages(
  taken: readonly TakenPart[],
): { to: string; body: string; whole: boolean }[] {
  const groups = Map.groupBy(taken, ({ to, reference, id }) => `${to} ${reference ?? id}`);
  return [...groups.values()].map((group) => {
    const sorted = group.toSorted((a, b) => a.part - b.part);
    const wanted = Array.from({ length: sorted[0]?.parts ?? 0 }, (_, index) => index + 1);
    return {
      to: `+${sorted[0]?.to}`,
      body: sorted.map(({ text }) => text).join(''),
      whole: sorted.map(({ part }) => part).join() === wanted.join(),
    };
  });
}

interface Decoded {
  message?: string | Buffer;
  udh?: Buffer[];
}

function takenPart(id: string, pdu: Pdu): TakenPart {
  const short = pdu['short_message'] as Decoded;
  const payload = pdu['message_payload'] as Decoded | undefined;
  const text = String(payload?.message ?? short.message ?? '');
  const [header] = short.udh ?? [];
  const tags = {
    reference: pdu['sar_msg_ref_num'] as number | undefined,
    parts: pdu['sar_total_segments'] as number | undefined,
    part: pdu['sar_segment_seqnum'] as number | undefined,
  };
  const place = header === undefined ? tags : readPlace(header);
  return {
    id,
    to: String(pdu['destination_addr']),
    from: String(pdu['source_addr']),
    text,
    part: place.part ?? 1,
    parts: place.parts ?? 1,
    reference: place.reference ?? null,
    octets: Number(pdu['data_coding']) === 8 ? text.length * 2 : text.length,
    pdu,
  };
}

/** Concatenation elements of 3GPP TS 23.040: 00 with a reference of eight bits, 08 with one of sixteen. */
function readPlace(header: Buffer): { reference: number; parts: number; part: number } {
  if (header[0] === 0) {
    return { reference: header[2] ?? 0, parts: header[3] ?? 0, part: header[4] ?? 0 };
  }
  return { reference: header.readUInt16BE(2), parts: header[4] ?? 0, part: header[5] ?? 0 };
}

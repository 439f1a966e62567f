import { randomBytes } from 'node:crypto';

interface KeptEntry {
  sid: string;
  to: string;
  /** Null until a messaging service has chosen one. */
  from: string | null;
  status: string;
  /** By this machine's clock, as all times here. */
  createdAtMs: number;
  updatedAtMs: number;
  callbackUrl: string | null;
}

/** A message as the emulated provider keeps it. */
export interface KeptMessage extends KeptEntry {
  kind: 'sms';
  body: string;
  serviceSid: string | null;
  errorCode: number | null;
  validitySeconds: number | null;
  sentAtMs: number | null;
}

/** A call as the emulated provider keeps it. */
export interface KeptCall extends KeptEntry {
  kind: 'call';
  answerUrl: string | null;
  /** The words of the call, where they came instead of a URL. */
  twiml: string | null;
  detection: 'Enable' | 'DetectMessageEnd' | null;
  answeredBy: string | null;
  /** Events that are told to the callback. */
  events: readonly string[];
  /** Callbacks that were posted. */
  sequence: number;
  startedAtMs: number | null;
  endedAtMs: number | null;
}

export interface KeptBy {
  sms: KeptMessage;
  call: KeptCall;
}
export type Kind = keyof KeptBy;
type New<Entry> = Omit<Entry, 'sid' | 'createdAtMs' | 'updatedAtMs'>;

export interface EmulatorStore {
  add<K extends Kind>(kind: K, kept: New<KeptBy[K]>): KeptBy[K];
  get<K extends Kind>(kind: K, sid: string): KeptBy[K] | undefined;
  remove(kind: Kind, sid: string): void;
  /** The one that was accepted last. */
  last<K extends Kind>(kind: K): KeptBy[K] | undefined;
  /** Newest first. */
  list<K extends Kind>(kind: K): KeptBy[K][];
  /** Newest first. */
  listTo<K extends Kind>(kind: K, to: string): KeptBy[K][];
  /** How many messages or calls were accepted for each number. */
  perRecipient(kind: Kind): Map<string, number>;
  size(kind: Kind): number;
  clear(): void;
}

/** Everything that was accepted, in memory. */
export function createEmulatorStore(now: () => number): EmulatorStore {
  const bodies = new Map<string, string>();
  const rooms = { sms: openRoom<KeptMessage>(), call: openRoom<KeptCall>() };
  const roomOf = <K extends Kind>(kind: K) => rooms[kind] as unknown as Room<KeptBy[K]>;

  /** One copy of each text: a million messages share it. */
  function sharedBody(body: string): string {
    const known = bodies.get(body);
    if (known !== undefined) return known;
    bodies.set(body, body);
    return body;
  }

  return {
    add(kind, entry) {
      const at = now();
      const sid = (kind === 'sms' ? 'SM' : 'CA') + randomBytes(16).toString('hex');
      const kept = { ...entry, sid, createdAtMs: at, updatedAtMs: at } as KeptBy[typeof kind];
      if (kept.kind === 'sms') kept.body = sharedBody(kept.body);
      roomOf(kind).add(kept);
      return kept;
    },
    get: (kind, sid) => roomOf(kind).bySid.get(sid),
    remove: (kind, sid) => roomOf(kind).remove(sid),
    last: (kind) => roomOf(kind).last(),
    list: (kind) => [...roomOf(kind).bySid.values()].reverse(),
    listTo: (kind, to) => [...(roomOf(kind).byRecipient.get(to) ?? [])].reverse(),
    perRecipient: (kind) =>
      new Map([...roomOf(kind).byRecipient].map(([to, entries]) => [to, entries.length])),
    size: (kind) => rooms[kind].bySid.size,
    clear() {
      for (const room of Object.values(rooms)) room.clear();
    },
  };
}

interface Room<Entry> {
  bySid: Map<string, Entry>;
  byRecipient: Map<string, Entry[]>;
  add(kept: Entry): void;
  remove(sid: string): void;
  last(): Entry | undefined;
  clear(): void;
}

function openRoom<Entry extends KeptEntry>(): Room<Entry> {
  const bySid = new Map<string, Entry>();
  const byRecipient = new Map<string, Entry[]>();
  let last: Entry | undefined;
  return {
    bySid,
    byRecipient,
    add(kept) {
      bySid.set(kept.sid, kept);
      const same = byRecipient.get(kept.to);
      if (same === undefined) byRecipient.set(kept.to, [kept]);
      else same.push(kept);
      last = kept;
    },
    remove(sid) {
      const kept = bySid.get(sid);
      if (kept === undefined) return;
      bySid.delete(sid);
      const rest = (byRecipient.get(kept.to) ?? []).filter((entry) => entry !== kept);
      if (rest.length === 0) byRecipient.delete(kept.to);
      else byRecipient.set(kept.to, rest);
    },
    last: () => last,
    clear() {
      bySid.clear();
      byRecipient.clear();
      last = undefined;
    },
  };
}

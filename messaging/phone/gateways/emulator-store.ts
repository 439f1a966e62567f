import { randomBytes } from 'node:crypto';

/** A message or a call as the emulated provider keeps it; times are of this machine's clock. */
export interface Kept {
  kind: 'sms' | 'call';
  sid: string;
  to: string;
  /** Null until a messaging service has chosen one. */
  from: string | null;
  serviceSid: string | null;
  body: string;
  status: string;
  errorCode: number | null;
  validitySeconds: number | null;
  createdAtMs: number;
  callbackUrl: string | null;
  /** Where a call asks what to say. */
  answerUrl: string | null;
}

/** Everything that was accepted, in memory. */
export class EmulatorStore {
  readonly #kept = { sms: openShelf(), call: openShelf() };
  /** One copy of each text: a million messages share it. */
  readonly #bodies = new Map<string, string>();

  add(entry: Omit<Kept, 'sid' | 'createdAtMs'>): Kept {
    const { kind, body, to } = entry;
    const shared = this.#bodies.get(body) ?? body;
    this.#bodies.set(shared, shared);
    const sid = (kind === 'sms' ? 'SM' : 'CA') + randomBytes(16).toString('hex');
    const kept = { ...entry, body: shared, sid, createdAtMs: Date.now() };
    const { all, byRecipient } = this.#kept[kind];
    all.push(kept);
    const same = byRecipient.get(to);
    if (same === undefined) byRecipient.set(to, [kept]);
    else same.push(kept);
    return kept;
  }
  /** Oldest first; of one number where it is given. */
  inOrder(kind: Kept['kind'], to: string | null): readonly Kept[] {
    const { all, byRecipient } = this.#kept[kind];
    return to === null ? all : (byRecipient.get(to) ?? []);
  }
  /** Newest first. */
  list(kind: Kept['kind']): Kept[] {
    return this.inOrder(kind, null).toReversed();
  }
  /** Newest first. */
  listTo(kind: Kept['kind'], to: string): Kept[] {
    return this.inOrder(kind, to).toReversed();
  }
  /** How many messages or calls were accepted for each number. */
  perRecipient(kind: Kept['kind']): Map<string, number> {
    return new Map([...this.#kept[kind].byRecipient].map(([to, kept]) => [to, kept.length]));
  }
  size(kind: Kept['kind']): number {
    return this.#kept[kind].all.length;
  }
  clear(): void {
    this.#kept.sms = openShelf();
    this.#kept.call = openShelf();
  }
}

const openShelf = (): { all: Kept[]; byRecipient: Map<string, Kept[]> } => ({
  all: [],
  byRecipient: new Map(),
});

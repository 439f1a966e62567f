import type { Bilingual } from '../../../../../campaigns/bilingual.ts';
import type { BoardEntryFields } from '../../../../../messaging/field/activities/activities-schemas.ts';

/** Why an entry was not taken, as the service says it. */
export interface Refusal {
  code: string;
  hi: string;
  en: string;
  body: Readonly<Record<string, unknown>>;
}

/** The station in whose row the officer took the picture, and the name of the one whose board it shows. */
export interface Moved {
  from: string;
  name: Bilingual;
}

/** A board that waits on this phone, with its picture. */
export interface WaitingEntry {
  /** The key that the service knows it by: sent again, it is the same entry. */
  key: string;
  /** Id of the officer whose it is: nobody else sees or sends it. */
  owner: string;
  entry: Omit<BoardEntryFields, 'key'>;
  /** Where its picture was taken in, if it turned out to be another station's. */
  moved?: Moved;
  photo: Blob;
  /** The second live picture, from afar. */
  far?: Blob;
  madeAt: string;
  /** Null while it may still be sent. */
  refusal: Refusal | null;
  tries: number;
  /** Not sent before, in milliseconds since 1970. */
  nextAt: number;
}

/** A last answer of the service, so that it can be read without a network; or a picture that is not handed over yet. */
interface Seen {
  owner: string;
  address: string;
  value: unknown;
  at: string;
}

const name = 'console';
const version = 1;

let opening: Promise<IDBDatabase> | undefined;

/** Opens the phone's store of waiting entries and last answers. Neither holds numbers of citizens. */
function open(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => {
      const entries = request.result.createObjectStore('entries', { keyPath: 'key' });
      entries.createIndex('owner', 'owner');
      const seen = request.result.createObjectStore('seen', { keyPath: ['owner', 'address'] });
      seen.createIndex('owner', 'owner');
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  }).catch((error: unknown) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

async function work<T>(
  store: 'entries' | 'seen',
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  return new Promise((resolve, reject) => {
    // Resolves once it is on the disk: a phone may be switched off a second later.
    const transaction = database.transaction(store, mode, { durability: 'strict' });
    const request = ask(transaction.objectStore(store));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}

/** The officer's entries that wait, the oldest first. */
export async function readWaiting(owner: string): Promise<WaitingEntry[]> {
  const found = await work<WaitingEntry[]>('entries', 'readonly', (store) =>
    store.index('owner').getAll(owner),
  );
  return found.toSorted((left, right) => (left.madeAt < right.madeAt ? -1 : 1));
}

export async function keepWaiting(entry: WaitingEntry): Promise<void> {
  await work('entries', 'readwrite', (store) => store.put(entry));
}

export async function dropWaiting(key: string): Promise<void> {
  await work('entries', 'readwrite', (store) => store.delete(key));
}

/** The last answer of an address with its time; undefined where there is none. */
export async function lastSeen(
  owner: string,
  address: string,
): Promise<{ value: unknown; at: string } | undefined> {
  return work<Seen | undefined>('seen', 'readonly', (store) => store.get([owner, address]));
}

export async function keepSeen(owner: string, address: string, value: unknown): Promise<void> {
  const seen: Seen = { owner, address, value, at: new Date().toISOString() };
  await work('seen', 'readwrite', (store) => store.put(seen));
}

/** Addresses of pictures begin like that. */
export const pictureStart = 'tray ';

/** Values kept under addresses that begin like that, in their order. */
export async function listSeen<T>(owner: string, start: string): Promise<T[]> {
  const range = IDBKeyRange.bound([owner, start], [owner, `${start}\uffff`]);
  const found = await work<Seen[]>('seen', 'readonly', (store) => store.getAll(range));
  return found.map(({ value }) => value as T);
}

export async function dropSeen(owner: string, address: string): Promise<void> {
  await work('seen', 'readwrite', (store) => store.delete([owner, address]));
}

/** Deletes all that this phone keeps of an officer: what waits, and what was seen. */
export async function forgetOfficer(owner: string): Promise<void> {
  for (const store of ['entries', 'seen'] as const) {
    const keys = await work(store, 'readonly', (on) => on.index('owner').getAllKeys(owner));
    for (const key of keys) await work(store, 'readwrite', (on) => on.delete(key));
  }
  await forgetSeen(nobody);
}

/** Deletes what was seen, and leaves what waits. */
export async function forgetSeen(owner: string): Promise<void> {
  const keys = await work('seen', 'readonly', (store) => store.index('owner').getAllKeys(owner));
  for (const key of keys) await work('seen', 'readwrite', (store) => store.delete(key));
}

/** Owner of what is seen before it is known who looks: who signed in last. */
export const nobody = '';

/** A random UUID (version 4), also where a page came without https and `crypto.randomUUID` is not there. */
export function drawKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

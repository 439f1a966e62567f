import { AsyncLocalStorage } from 'node:async_hooks';
import { isDiskFull } from '../../platform/process/disk-room.ts';

const held = new AsyncLocalStorage<{ error?: unknown }>();

/** Called by better-auth, which answers a statement that failed with a bare 500. */
export function holdFailure(error: unknown): void {
  const store = held.getStore();
  if (store !== undefined) store.error = error;
}

/** @throws what better-auth met on a full disk */
export async function withFailure<T>(work: () => Promise<T>): Promise<T> {
  const store: { error?: unknown } = {};
  const result = await held.run(store, work);
  if (isDiskFull(store.error)) throw store.error;
  return result;
}

import type { RouteName } from '../../../../../messaging/contract/contract.ts';
import { keepSeen, lastSeen } from './phone-store.ts';

/**
 * Answers that stay on the phone until the officer signs out, so that their views open without a network. Only what
 * holds no citizen's number and no facts of a case.
 */
const kept: ReadonlySet<RouteName> = new Set<RouteName>([
  'GET /api/home',
  'GET /api/progress',
  'GET /api/activities',
  'GET /api/activities/checklist',
  'GET /api/board-dates',
  'GET /api/stations',
  'GET /api/stations/:district',
  'GET /api/stations/:district/:station/record',
  'GET /api/print-approvals',
  'GET /api/purchase-orders',
  'GET /api/purchase-orders/:id',
  'GET /api/directions',
  'GET /api/directions/occurrences',
  'GET /api/directions/occurrence',
  'GET /api/directions/matrix',
  'GET /api/directions/meetings',
  'GET /api/directions/meetings/:id',
  'GET /api/blasts',
  'GET /api/blasts/:id',
  'GET /api/templates',
  'GET /api/gateways',
  'GET /api/code-shares',
  'GET /api/reports',
  'GET /api/curve-events',
  'GET /api/service-outcomes',
  'GET /api/facts',
]);

/** Of when each shown answer is, for those that are shown without a network. */
const shown = new Map<string, string>();
const listeners = new Set<() => void>();

/** The time of the oldest answer that is shown as it was last seen; null while all are of now. */
export function oldestShown(): string | null {
  return [...shown.values()].sort()[0] ?? null;
}

export function onShown(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Notes of when an answer is that a view shows: null is now, or no longer shown. */
export function noteShown(address: string, at: string | null): void {
  const isSame = at === null ? !shown.delete(address) : shown.get(address) === at;
  if (isSame) return;
  if (at !== null) shown.set(address, at);
  for (const listener of listeners) listener();
}

/** A browser that keeps nothing still shows all. */
export function keepAnswer(name: RouteName, owner: string, address: string, value: unknown): void {
  if (kept.has(name)) void keepSeen(owner, address, value).catch(() => {});
}

/** Finds the last answer of an address; undefined where none is kept. */
export async function findKeptAnswer(
  name: RouteName,
  owner: string,
  address: string,
): Promise<{ value: unknown; at: string } | undefined> {
  return kept.has(name) ? lastSeen(owner, address).catch(() => undefined) : undefined;
}

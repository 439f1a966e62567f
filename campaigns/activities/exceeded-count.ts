import type { ActivityDetails } from './activity.ts';
import type { ActivityKind } from './activity-kinds.ts';

/** A count of an entry that goes beyond what there is of it. */
export interface ExceededCount {
  field: string;
  /** Highest count that may still be entered. */
  most: number;
}

/** Kinds whose count is bounded by something that is known: pamphlets by the district's orders, vehicles by the state's fleet. */
export const boundedFields = {
  pamphlet: 'pamphlets',
  vehicle: 'vehicles',
} as const satisfies Partial<Record<ActivityKind, string>>;
export type BoundedKind = keyof typeof boundedFields;

export function isBounded(kind: ActivityKind): kind is BoundedKind {
  return Object.hasOwn(boundedFields, kind);
}

/** Pamphlets on one piece of an artwork as it is ordered. */
export const pamphletsOn: Readonly<Record<string, number>> = {
  pamphlet: 1,
  'pamphlet-2up': 2,
  'pamphlet-4up': 4,
  'pamphlet-one-ink': 1,
  'pamphlet-large': 1,
  'pamphlet-ur': 1,
  'pamphlet-ur-2up': 2,
  'pamphlet-ur-4up': 4,
};

/** The count of an entry that is bounded. */
export function readBounded(kind: BoundedKind, { details }: { details: ActivityDetails }): number {
  return Number(details[boundedFields[kind]] ?? 0);
}

/**
 * @param available in all; null where nobody knows
 * @param counted by other entries
 */
export function findExceededCount(
  { kind, details }: { kind: BoundedKind; details: ActivityDetails },
  { available, counted }: { available: number | null; counted: number },
): ExceededCount | null {
  if (available === null) return null;
  const most = Math.max(0, available - counted);
  return readBounded(kind, { details }) > most ? { field: boundedFields[kind], most } : null;
}

import type { Actor } from '../offices/actor.ts';
import { can, type Place } from '../offices/permission.ts';
import type { ActivityKind } from './activity-kinds.ts';

/** What the minutes order of offices of the state: film, social media, FM radio, boards on vehicles, what service providers send. */
export const stateKinds: readonly ActivityKind[] = [
  'vehicle',
  'film',
  'radio',
  'social',
  'sms',
  'ivr',
];

/**
 * May this officer enter, correct and take back an activity of a kind? The district its own, the PRO to DGP what the
 * minutes name that office for, HQ all.
 */
export function mayRecord(actor: Actor, kind: ActivityKind, place: Place): boolean {
  if (!can(actor, 'activity.record', place)) return false;
  return actor.role !== 'pro-dgp' || stateKinds.includes(kind);
}

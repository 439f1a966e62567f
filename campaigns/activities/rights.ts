import type { Actor } from '../offices/actor.ts';
import { can, type Place, rolesFor } from '../offices/permission.ts';
import { type ActivityKind, activityKinds } from './activity-kinds.ts';

/**
 * Kinds that the minutes order of offices of the state: film, social media, FM radio, boards on vehicles, messages sent
 * by service providers.
 */
export const stateKinds: readonly ActivityKind[] = [
  'vehicle',
  'film',
  'radio',
  'social',
  'sms',
  'ivr',
];

/** Kinds of activities that an office enters: a branch of headquarters what the campaign says of it. */
export function recordableKinds(actor: Pick<Actor, 'role' | 'records'>): readonly ActivityKind[] {
  if (!rolesFor('activity.record').includes(actor.role)) return [];
  if (actor.role === 'branch') return actor.records ?? [];
  return actor.role === 'pro-dgp' ? stateKinds : activityKinds;
}

/**
 * May this officer enter, correct and take back an activity of a kind? The district its own, the PRO to DGP what the
 * minutes name that office for, a branch its kinds for the whole state, HQ all.
 */
export function mayRecord(actor: Actor, kind: ActivityKind, place: Place): boolean {
  return reaches(actor, 'activity.record', place) && recordableKinds(actor).includes(kind);
}

export function mayReadActivities(actor: Actor, place: Place): boolean {
  return reaches(actor, 'activity.read', place);
}

/** A branch has no area: it enters, and sees, what is of no district. */
function reaches(actor: Actor, action: 'activity.read' | 'activity.record', place: Place): boolean {
  if (actor.role !== 'branch') return can(actor, action, place);
  return place === 'state' && recordableKinds(actor).length > 0;
}

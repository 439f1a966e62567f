import type { District } from '../directory/station.ts';
import type { Actor } from '../offices/actor.ts';
import { rolesFor } from '../offices/permission.ts';
import { zoneAbove } from './owing-offices.ts';

/** No app is launched before it is approved: an office asks, another officer supports it, headquarters decides. */
export const appRequestStates = ['asked', 'supported', 'approved', 'refused'] as const;
export type AppRequestState = (typeof appRequestStates)[number];

export const appDecisions = ['support', 'approve', 'refuse'] as const;
export type AppDecision = (typeof appDecisions)[number];

const allowed: Record<AppDecision, readonly AppRequestState[]> = {
  support: ['asked'],
  approve: ['supported'],
  refuse: ['asked', 'supported'],
};
const after: Record<AppDecision, AppRequestState> = {
  support: 'supported',
  approve: 'approved',
  refuse: 'refused',
};

/** Where a decision leads; null where it is not possible. */
export function appStateAfter(
  state: AppRequestState,
  decision: AppDecision,
): AppRequestState | null {
  return allowed[decision].includes(state) ? after[decision] : null;
}

/** The zone supports what its districts and ranges ask; headquarters supports and decides. */
export function mayDecideApp(
  actor: Actor,
  decision: AppDecision,
  { office, districts }: { office: string; districts: readonly District[] },
): boolean {
  if (rolesFor('direction.settle').includes(actor.role)) return true;
  const isAbove = actor.role === 'zone' && zoneAbove(office, districts) === actor.zone;
  return decision === 'support' && isAbove;
}

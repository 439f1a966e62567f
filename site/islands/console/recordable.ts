import { type ActivityKind, activityKinds } from '../../../campaigns/activities/activity-kinds.ts';
import { stateKinds } from '../../../campaigns/activities/rights.ts';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import type { Role } from '../../../campaigns/offices/role.ts';

/** Kinds of activities that a role may enter. */
export function recordableKinds(role: Role): readonly ActivityKind[] {
  if (!rolesFor('activity.record').includes(role)) return [];
  return role === 'pro-dgp' ? stateKinds : activityKinds;
}

import { type DeedKind, deedKinds } from '../../../campaigns/deeds/deed-kinds.ts';
import { stateKinds } from '../../../campaigns/deeds/rights.ts';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import type { Role } from '../../../campaigns/offices/role.ts';

/** Kinds of deeds that a role may enter. */
export function recordableKinds(role: Role): readonly DeedKind[] {
  if (!rolesFor('deed.record').includes(role)) return [];
  return role === 'pro-dgp' ? stateKinds : deedKinds;
}

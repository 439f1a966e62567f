import { type ActivityKind, activityKinds } from '../../../campaigns/activities/activity-kinds.ts';
import { stateKinds } from '../../../campaigns/activities/rights.ts';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import type { Role } from '../../../campaigns/offices/role.ts';
import { hasPart, type OptionalPart } from '../../i18n/campaign-names.ts';

/** Channels that a campaign may leave out, by the part of it that has their material. */
const parts: Partial<Record<ActivityKind, OptionalPart>> = {
  film: 'film',
  radio: 'radio',
  social: 'social',
  vehicle: 'vehicles',
  newspaper: 'newspapers',
};

/** Kinds of activities that a role may enter. */
export function recordableKinds(role: Role): readonly ActivityKind[] {
  if (!rolesFor('activity.record').includes(role)) return [];
  const own = role === 'pro-dgp' ? stateKinds : activityKinds;
  return own.filter((kind) => hasPart(parts[kind]));
}

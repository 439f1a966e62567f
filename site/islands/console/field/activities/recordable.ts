import type { ActivityKind } from '../../../../../campaigns/activities/activity-kinds.ts';
import type { Me } from '../../../../../messaging/people/accounts/accounts-schemas.ts';
import { hasPart, type OptionalPart } from '../../../../i18n/campaign-names.ts';

/** Channels that a campaign may leave out, by the part of it that has their material. */
const parts: Partial<Record<ActivityKind, OptionalPart>> = {
  film: 'film',
  radio: 'radio',
  social: 'social',
  vehicle: 'vehicles',
  newspaper: 'newspapers',
};

/** Kinds of activities that the officer may enter. */
export function recordableKinds({ records }: Pick<Me, 'records'>): readonly ActivityKind[] {
  return records.filter((kind) => hasPart(parts[kind]));
}

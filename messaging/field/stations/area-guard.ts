import type { Directory } from '../../../campaigns/directory/station.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { type Action, can } from '../../../campaigns/offices/permission.ts';
import { Refusal } from '../../platform/process/refusal.ts';

/** @throws a refusal for a district that is unknown, or is another's */
export function expectMay(
  { districts }: Pick<Directory, 'districts'>,
  actor: Actor,
  action: Action,
  id: string,
): void {
  const place = districts.find((district) => district.id === id);
  if (place === undefined) throw new Refusal('not-found');
  if (!can(actor, action, place)) throw new Refusal('outside-area');
}

import type { District } from '../directory/station.ts';
import type { Actor } from '../offices/actor.ts';
import { toOffice } from '../offices/office.ts';
import { rolesFor } from '../offices/permission.ts';
import { type OwingOffice, officeKey } from './occurrence-key.ts';
import type { OccurrenceAction } from './occurrence-state.ts';
import { zoneAbove } from './owing-offices.ts';
import { type OwingRole, owingRoles } from './owing-roles.ts';

/** Key of headquarters as an office that owes. */
const headquarters = 'hq';

type Districts = readonly Pick<District, 'id' | 'range' | 'zone'>[];

/** The office that an officer hands in for; null for one that owes nothing. */
export function findOffice(actor: Actor): OwingOffice | null {
  const role = owingRoles.find((own): own is OwingRole => own === actor.role);
  if (role === undefined) return null;
  return { role, area: toOffice(actor).area };
}

/** Whether the officer sees what an office owes: its own and those below it, headquarters all. */
export function maySee(actor: Actor, office: string, districts: Districts): boolean {
  if (!rolesFor('direction.read').includes(actor.role)) return false;
  const own = findOffice(actor);
  if (actor.role === 'hq' || (own !== null && officeKey(own) === office)) return true;
  // What headquarters owes is settled by the DGP's office.
  if (actor.role === 'pro-dgp') return office === headquarters;
  if (actor.role === 'zone') return zoneAbove(office, districts) === actor.zone;
  if (actor.role !== 'range') return false;
  return districts.some(({ id, range }) => range === actor.range && office === `district:${id}`);
}

/** The zone supports the apps that its districts and ranges ask for, headquarters those of all. */
export function maySupportApp(actor: Actor, office: string, districts: Districts): boolean {
  return (
    rolesFor('direction.settle').includes(actor.role) ||
    (actor.role === 'zone' && zoneAbove(office, districts) === actor.zone)
  );
}

/** Whether the officer's office may take a step; who made it may not also decide on it (`requireSecondPerson`). */
export function mayAct(
  actor: Actor,
  { action, office, districts }: { action: OccurrenceAction; office: string; districts: Districts },
): boolean {
  switch (action) {
    case 'save':
    case 'submit':
      // Headquarters enters what an office sent on paper; the log says on whose behalf.
      return (
        rolesFor('direction.submit').includes(actor.role) &&
        (isOwnOffice(actor, office) || actor.role === 'hq')
      );
    case 'withdraw':
      return isOwnOffice(actor, office);
    case 'forward':
      return actor.role === 'zone' && zoneAbove(office, districts) === actor.zone;
    case 'return':
      if (settles(actor, office)) return true;
      return actor.role === 'zone' && zoneAbove(office, districts) === actor.zone;
    case 'accept':
    case 'set-aside':
    case 'close':
    case 'reopen':
      return settles(actor, office);
  }
}

/** No office settles what it owes itself. */
function settles(actor: Actor, office: string): boolean {
  const action = office === headquarters ? 'direction.settle-headquarters' : 'direction.settle';
  return (rolesFor(action) as readonly string[]).includes(actor.role);
}

/** Whether a step is refused because the office would settle what it owes itself. */
export function isOwnToSettle(actor: Actor, action: OccurrenceAction, office: string): boolean {
  return (
    ['accept', 'set-aside', 'close', 'reopen'].includes(action) &&
    rolesFor('direction.settle').includes(actor.role) &&
    isOwnOffice(actor, office)
  );
}

function isOwnOffice(actor: Actor, office: string): boolean {
  const own = findOffice(actor);
  return own !== null && officeKey(own) === office;
}

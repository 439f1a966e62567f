import type { District } from '../directory/station.ts';
import type { Actor } from './actor.ts';
import { type Role, roles } from './role.ts';

/** Roles allowed to do an action. Where they may do it depends on the office: `covers`. */
export const permissions = {
  /** Console figures. */
  'progress.read': ['district', 'range', 'zone', 'hq', 'pro-dgp', 'admin'],
  'activity.read': ['district', 'range', 'zone', 'hq', 'pro-dgp', 'branch'],
  /** The PRO to DGP records films, radio and social media (directions A and B), a branch what `branchRecords` says. */
  'activity.record': ['district', 'hq', 'pro-dgp', 'branch'],
  'activity.approve': ['zone', 'hq'],
  /** Press notes of cases registered through the app: the district writes and issues its own. */
  'press-note.read': ['district', 'range', 'zone', 'hq', 'pro-dgp'],
  'press-note.draft': ['district'],
  /**
   * The second officer of a note in which a word was typed (Youth Bar Association, SC 07.09.2016, asks DSP's rank or above for
   * what of an FIR stays unpublished): another one of the district, where there is none of the zone, else of HQ.
   */
  'press-note.clear': ['district', 'zone', 'hq'],
  /** Recordings of radio spots (direction B), of the film's voice (A) and of the call's prompts (F). */
  'take.read': ['hq', 'pro-dgp'],
  'take.record': ['hq', 'pro-dgp'],
  /** Names of stations: the district corrects its own, HQ may hold a correction. */
  'station.read': ['district', 'range', 'zone', 'hq'],
  'station.correct': ['district'],
  'station.hold': ['hq'],
  /** The verdict on a board, by an officer in front of it. */
  'board.inspect': ['district', 'range', 'zone', 'hq'],
  /** Boards drawn by lot, which the district that hung them does not know before. */
  'board.draw': ['range', 'zone', 'hq'],
  /** Codes that citizens say are stuck over or damaged: the district looks and says what it found. */
  'code-report.read': ['district', 'hq'],
  'code-report.resolve': ['district'],
  /** A closed code leads to a page that says why: HQ closes any, a district those of its stations. */
  'code.close': ['district', 'hq'],
  /** Words and tables of the campaign: drafted by these, published by another officer. */
  'studio.read': ['hq', 'pro-dgp', 'admin'],
  'studio.draft': ['hq', 'pro-dgp'],
  /** The administrator is the other officer only where no other account of HQ could be (`mayApprove` of the studio). */
  'studio.approve': ['hq', 'admin'],
  /** Pictures of a station's artwork as it will be printed, while its name is typed; a district only its own stations. */
  'proof.station': ['district', 'hq', 'pro-dgp'],
  /** The same of a draft of the campaign. */
  'proof.campaign': ['hq', 'pro-dgp'],
  /** "Print this one": a file of the own district is approved by its hash. */
  'print.approve': ['district'],
  /** Whether files that nobody approved go out with a stamp. */
  'print.rule': ['hq'],
  /** Purchase orders of prints: the district orders, HQ sees all and may hold. */
  'order.read': ['district', 'hq'],
  'order.place': ['district'],
  'order.hold': ['hq'],
  'parcel.receive': ['district'],
  /** The register of directions: each office sees its own and those below it. */
  'direction.read': ['district', 'range', 'zone', 'hq', 'pro-dgp', 'branch'],
  'direction.submit': ['district', 'range', 'zone', 'hq', 'pro-dgp', 'branch'],
  /** The zone forwards or returns what its districts hand in; HQ accepts, and says what does not apply. */
  'direction.review': ['zone', 'hq'],
  'direction.settle': ['hq'],
  /** The DGP's office accepts, closes or sets aside what headquarters owes itself. */
  'direction.settle-headquarters': ['pro-dgp'],
  /** Events that start a deadline: a first posting is known to the district and its zone, the end of an election to HQ. */
  'direction.event': ['district', 'zone', 'hq'],
  /** Later meetings, and the day from which a computed date counts. */
  'direction.add': ['hq'],
  /** The address of an office's calendar of directions: its own officers make it; the administrator may end it. */
  'calendar.make': ['district', 'range', 'zone', 'hq', 'pro-dgp', 'branch'],
  'calendar.end': ['district', 'range', 'zone', 'hq', 'pro-dgp', 'branch', 'admin'],
  /** How far the office is with its share of short codes; HQ sets what each may use. */
  'code-share.read': ['district', 'hq', 'pro-dgp'],
  'code-share.set': ['hq'],
  'report.import': ['hq'],
  'goal.change': ['hq'],
  /** Marks on the curve, service outcomes with their source. */
  'annotation.write': ['hq'],
  /** Objections to a public figure: the district makes them, HQ answers. */
  'objection.read': ['district', 'hq'],
  'objection.make': ['district'],
  'objection.answer': ['hq'],
  /** District letters (अर्द्धशासकीय पत्र) of ADG Technical Services to the heads of districts. */
  'district-letter.make': ['hq'],
  'blast.read': ['district', 'hq', 'pro-dgp'],
  'blast.draft': ['district', 'hq', 'pro-dgp'],
  /** Costs money and reaches a phone: only offices that sign in with a second factor (`secondFactorRoles`). */
  'blast.test': ['district', 'hq', 'pro-dgp'],
  'blast.approve': ['hq'],
  /** Start, pause and stop of what was approved. */
  'blast.run': ['hq', 'pro-dgp'],
  /** Answers of the registrar on headers and templates: one officer enters, another one confirms an approval. */
  'registration.enter': ['hq', 'pro-dgp'],
  'registration.confirm': ['hq', 'pro-dgp'],
  'do-not-disturb.import': ['hq'],
  'number-operators.import': ['hq'],
  'person.read': ['hq', 'admin'],
  'person.invite': ['hq', 'admin'],
  /** Role, deactivation, second factor, password link. */
  'person.change': ['admin'],
  /** The second word on what one administrator alone may not do to an account, and the third on who holds one. */
  'person.confirm': ['hq', 'admin'],
  /** Words that the public reads, accepted beside the district that typed them: as with notes. */
  'public-words.clear': ['district', 'zone', 'hq'],
  /** Acts that wait for a second officer: who made one, and who may decide on it. */
  'held-act.read': ['district', 'range', 'zone', 'hq', 'pro-dgp', 'branch', 'admin'],
  'audit.read': ['hq', 'admin'],
  /** Problems that need somebody: a blast that paused by itself, a gateway or a disk. */
  'alert.read': ['hq', 'pro-dgp', 'admin'],
  /** Checks of the installation itself. */
  'doctor.read': ['admin'],
  /** Whether the gateways answer, and what they cost; also for officers who draft. */
  'gateway.ask': ['district', 'hq', 'pro-dgp', 'admin'],
  'gateway.read': ['hq', 'pro-dgp', 'admin'],
  /** Names in the server's settings. */
  'gateway.set-up': ['admin'],
  /** Letters by e-mail, with addresses; what goes to all districts, resending, and what is in doubt. */
  'mail.read': ['hq', 'pro-dgp', 'admin'],
  'mail.send': ['hq', 'pro-dgp'],
  /** Resends bounced and doubtful letters: the administrator knows the addresses. */
  'mail.settle': ['hq', 'pro-dgp', 'admin'],
  /** Keys by which the app's team reports installs. */
  'install-key.manage': ['admin'],
  /** Breaches of personal data (DPDP Act 2023, section 8(6)). */
  'breach.read': ['hq', 'admin'],
  'breach.record': ['hq', 'admin'],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof permissions;

/** Where something belongs; a district of the directory is one. `state` is what no district owns. */
export type Place = Pick<District, 'id' | 'range' | 'zone'> | 'state';

/** Roles that may do it somewhere: a route's `config.access`. */
export function rolesFor(action: Action): readonly Role[] {
  return permissions[action];
}

/** Whether the actor may do it at that place. */
export function can(actor: Actor, action: Action, place: Place): boolean {
  return rolesFor(action).includes(actor.role) && covers(actor, place);
}

/** Ids of the districts that lie in the actor's own area; with `only`, of that one where it does. */
export function listCovered(
  actor: Actor,
  districts: readonly District[],
  only?: string | undefined,
): string[] {
  return districts
    .filter((each) => covers(actor, each) && (only === undefined || each.id === only))
    .map(({ id }) => id);
}

/** Whether the place lies in the actor's own area. */
export function covers(actor: Actor, place: Place): boolean {
  switch (actor.role) {
    case 'hq':
    case 'pro-dgp':
    case 'admin':
      return true;
    case 'zone':
      return place !== 'state' && place.zone === actor.zone;
    case 'range':
      return place !== 'state' && place.range === actor.range;
    case 'district':
      return place !== 'state' && place.id === actor.district;
    case 'branch':
      return false;
  }
}

/** Roles that sign in with a second factor: all, since each one records what the state's figures are made of. */
export const secondFactorRoles: readonly Role[] = roles;

/** Roles that somebody with this role may invite. */
export function invitableBy(role: Role): readonly Role[] {
  if (role === 'admin') return [...roles];
  return role === 'hq' ? ['district', 'range', 'zone', 'pro-dgp', 'branch'] : [];
}

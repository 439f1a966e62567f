import { type Action, rolesFor } from '../../../campaigns/offices/permission.ts';
import type { Role } from '../../../campaigns/offices/role.ts';

/** Promotion by phone: one entry of the menu, its views in a row of their own. */
export const phoneViews = [
  'blasts',
  'audiences',
  'texts',
  'numbers',
  'providers',
  'gateways',
] as const;
export type PhoneView = (typeof phoneViews)[number];

/** Pages of the console, by their place in its address; `home` is the console itself. */
export const views = [
  'home',
  'entry',
  'list',
  'approvals',
  'press-notes',
  'reports',
  'radio',
  'vehicles',
  'orders',
  ...phoneViews,
  'people',
  'breaches',
  'audit',
  'account',
  'invitation',
] as const;
export type View = (typeof views)[number];

const needed: Partial<Record<View, Action>> = {
  home: 'activity.read',
  entry: 'activity.record',
  list: 'activity.record',
  approvals: 'activity.approve',
  'press-notes': 'press-note.read',
  reports: 'report.import',
  radio: 'take.read',
  vehicles: 'fleet.make',
  orders: 'order.read',
  blasts: 'blast.read',
  audiences: 'blast.read',
  texts: 'blast.read',
  numbers: 'blast.run',
  providers: 'blast.run',
  gateways: 'blast.run',
  people: 'person.read',
  breaches: 'breach.read',
  audit: 'audit.read',
};

export function isView(name: unknown): name is View {
  return views.some((view) => view === name);
}

export function isPhoneView(view: View): view is PhoneView {
  return phoneViews.some((name) => name === view);
}

/** Address of a view in Hindi. */
export function viewPath(view: View): string {
  return view === 'home' ? '/console/' : `/console/${view}/`;
}

/** The views that a role may open, in the order of the menu. */
export function viewsOf(role: Role): View[] {
  return views.filter((view) => {
    const action = needed[view];
    if (view === 'invitation') return false;
    return action === undefined || rolesFor(action).includes(role);
  });
}

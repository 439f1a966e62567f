import { type Action, rolesFor } from '../../../../campaigns/offices/permission.ts';
import { type Role, roles } from '../../../../campaigns/offices/role.ts';
import type { Me } from '../../../../messaging/contract/people/accounts.ts';
import { hasPart, type OptionalPart } from '../../../i18n/campaign-names.ts';

/** Headings of the menu, in their order. */
export const viewGroups = ['work', 'media', 'phone', 'office'] as const;
export type ViewGroup = (typeof viewGroups)[number];

interface ViewEntry {
  /** Its group in the menu; null leaves it out. */
  group: ViewGroup | null;
  /** An icon in `assets/icons/phosphor`. */
  icon: string;
  /** The action that an officer needs; left out, every officer opens it. */
  needs?: Action;
  /** Roles that have it below the thumb on a phone: four at most, in this table's order. */
  tab?: readonly Role[];
  /** Part of the campaign that it works on: there is no such view where the campaign leaves it out. */
  part?: OptionalPart;
  /** The public page of the same thing. */
  page?: string;
}

const districts = ['district', 'range', 'zone'] as const;

/**
 * Pages of the console by their place in the address, in the order of the menu. A view more is a line here, one in
 * `view-parts.ts` and its words (`menuNames`, `titles`).
 */
const table = {
  home: { group: 'work', icon: 'house', tab: roles, page: '/progress/' },
  entry: {
    group: 'work',
    icon: 'note-pencil',
    needs: 'activity.record',
    tab: ['district', 'pro-dgp', 'branch'],
    page: '/campaign/',
  },
  list: { group: 'work', icon: 'list-plus', needs: 'activity.record', page: '/campaign/' },
  approvals: { group: 'work', icon: 'seal-check', needs: 'activity.approve', tab: ['zone', 'hq'] },
  directions: {
    group: 'work',
    icon: 'list-checks',
    needs: 'direction.read',
    part: 'register',
    tab: ['range', 'zone', 'branch'],
    page: '/campaign/',
  },
  stations: {
    group: 'work',
    icon: 'map-pin-line',
    needs: 'station.read',
    tab: ['district'],
    page: '/print/',
  },
  orders: { group: 'work', icon: 'printer', needs: 'order.read', page: '/print/' },
  reports: {
    group: 'work',
    icon: 'chart-line-up',
    needs: 'report.import',
    tab: ['hq'],
    page: '/progress/',
  },
  studio: { group: 'media', icon: 'paint-brush-broad', needs: 'studio.read' },
  'press-notes': {
    group: 'media',
    icon: 'newspaper',
    needs: 'press-note.read',
    part: 'pressNotes',
    tab: districts,
    page: '/newspapers/',
  },
  radio: {
    group: 'media',
    icon: 'microphone',
    needs: 'take.read',
    part: 'radio',
    tab: ['pro-dgp'],
    page: '/radio/',
  },
  blasts: {
    group: 'phone',
    icon: 'broadcast',
    needs: 'blast.read',
    tab: ['district', 'hq', 'pro-dgp'],
  },
  audiences: { group: 'phone', icon: 'address-book', needs: 'blast.read' },
  texts: { group: 'phone', icon: 'chat-text', needs: 'blast.read' },
  numbers: { group: 'phone', icon: 'phone-list', needs: 'blast.run', page: '/sms-notice/' },
  providers: { group: 'phone', icon: 'buildings', needs: 'blast.run' },
  gateways: { group: 'phone', icon: 'plugs-connected', needs: 'gateway.read' },
  facts: { group: 'office', icon: 'seal-question', needs: 'studio.read', page: '/about/' },
  codes: { group: 'office', icon: 'qr-code', needs: 'code-share.read' },
  mail: { group: 'office', icon: 'envelope-simple', needs: 'mail.read' },
  people: { group: 'office', icon: 'users', needs: 'person.read', tab: ['admin'] },
  installs: {
    group: 'office',
    icon: 'key',
    needs: 'install-key.manage',
    page: '/developers/install-referrer/',
  },
  breaches: { group: 'office', icon: 'shield-warning', needs: 'breach.read', tab: ['admin'] },
  audit: { group: 'office', icon: 'scroll', needs: 'audit.read', tab: ['admin'] },
  doctor: { group: 'office', icon: 'shield-check', needs: 'doctor.read' },
  account: { group: 'office', icon: 'user-circle', tab: ['range', 'branch'] },
  invitation: { group: null, icon: 'envelope-open' },
} as const satisfies Record<string, ViewEntry>;

/** A page of the console; `home` is the console itself. */
export type View = keyof typeof table;
const entries: Readonly<Record<View, ViewEntry>> = table;
export const views = (Object.keys(table) as View[]).filter((view) => hasPart(entries[view].part));

export function isView(name: unknown): name is View {
  return typeof name === 'string' && Object.hasOwn(table, name);
}

export function viewEntry(view: View): ViewEntry {
  return entries[view];
}

/** Address of a view in Hindi. */
export function viewPath(view: View): string {
  return view === 'home' ? '/console/' : `/console/${view}/`;
}

type Officer = Pick<Me, 'role' | 'records'>;

/** The views that an officer may open, in the order of the menu. */
export function listViews({ role, records }: Officer): View[] {
  return views.filter((view) => {
    const { group, needs } = entries[view];
    if (group === null) return false;
    if (needs === 'activity.record') return records.length > 0;
    return needs === undefined || rolesFor(needs).includes(role);
  });
}

/** The officer's views among the tabs below the thumb on a phone. */
export function listTabs(officer: Officer): View[] {
  return listViews(officer).filter((view) => entries[view].tab?.includes(officer.role));
}

/** The menu's groups that hold something for the role, each with its views. */
export function makeMenu(officer: Officer): { group: ViewGroup; views: View[] }[] {
  const own = listViews(officer);
  return viewGroups
    .map((group) => ({ group, views: own.filter((view) => entries[view].group === group) }))
    .filter((part) => part.views.length > 0);
}

import { type Action, rolesFor } from '../../../../campaigns/offices/permission.ts';
import type { Me } from '../../../../messaging/people/accounts/accounts-schemas.ts';
import { hasPart, type OptionalPart } from '../../../i18n/campaign-names.ts';
import { localPath } from '../../../i18n/language.ts';
import { useConsole } from './console-context.ts';

/** Entries of the menu, in their order: the first four or five are below the thumb on a phone. */
export const sections = [
  'today',
  'stations',
  'work',
  'phone',
  'directions',
  'figures',
  'media',
  'office',
] as const;
export type Section = (typeof sections)[number];

/** Icons of the sections in `assets/icons/phosphor`. */
export const sectionIcons: Record<Section, string> = {
  today: 'house',
  stations: 'map-pin-line',
  work: 'note-pencil',
  phone: 'broadcast',
  directions: 'list-checks',
  figures: 'chart-line-up',
  media: 'paint-brush-broad',
  office: 'users',
};

interface ViewEntry {
  /** Where it is in the menu; null is reached from elsewhere. */
  section: Section | null;
  /** The action that an officer needs; left out, every officer opens it. */
  needs?: Action;
  /** Part of the campaign that it works on: there is no such view where the campaign leaves it out. */
  part?: OptionalPart;
  /** The public page of the same thing. */
  page?: string;
}

/**
 * Pages of the console by their place in the address, each section's in their order: a section opens at the first that
 * the officer may see. A view more is a line here, one in `view-parts.ts` and its words (`menuNames`, `titles`).
 */
const table = {
  home: { section: 'today', page: '/progress/' },
  stations: { section: 'stations', needs: 'station.read', page: '/print/' },
  boards: { section: 'stations', needs: 'station.read', page: '/print/' },
  orders: { section: 'stations', needs: 'order.read', page: '/print/' },
  approvals: { section: 'work', needs: 'activity.approve' },
  'held-acts': { section: 'work', needs: 'held-act.read' },
  entry: { section: 'work', needs: 'activity.record', page: '/campaign/' },
  list: { section: 'work', needs: 'activity.record', page: '/campaign/' },
  'press-notes': {
    section: 'work',
    needs: 'press-note.read',
    part: 'pressNotes',
    page: '/newspapers/',
  },
  codes: { section: 'work', needs: 'code-share.read' },
  blasts: { section: 'phone', needs: 'blast.read' },
  audiences: { section: 'phone', needs: 'blast.read' },
  texts: { section: 'phone', needs: 'blast.read' },
  numbers: { section: 'phone', needs: 'blast.run', page: '/sms-notice/' },
  providers: { section: 'phone', needs: 'blast.run' },
  gateways: { section: 'phone', needs: 'gateway.read' },
  directions: { section: 'directions', needs: 'direction.read', page: '/campaign/' },
  reports: { section: 'figures', needs: 'report.import', page: '/progress/' },
  studio: { section: 'media', needs: 'studio.read' },
  radio: { section: 'media', needs: 'take.read', part: 'radio', page: '/radio/' },
  facts: { section: 'media', needs: 'studio.read', page: '/about/' },
  people: { section: 'office', needs: 'person.read' },
  mail: { section: 'office', needs: 'mail.read' },
  breaches: { section: 'office', needs: 'breach.read' },
  audit: { section: 'office', needs: 'audit.read' },
  installs: {
    section: 'office',
    needs: 'install-key.manage',
    page: '/developers/install-referrer/',
  },
  doctor: { section: 'office', needs: 'doctor.read' },
  account: { section: null },
  invitation: { section: null },
} as const satisfies Record<string, ViewEntry>;

/** A page of the console; `home` is the console itself. */
export type View = keyof typeof table;
const entries: Readonly<Record<View, ViewEntry>> = table;
export const views = (Object.keys(table) as View[]).filter((view) => hasPart(entries[view].part));

/** The view of an address, in either language; `home` where it names none. */
export function viewAt(pathname: string): View {
  const [, name = ''] = /\/console\/([\w-]+)/.exec(pathname) ?? [];
  return Object.hasOwn(table, name) ? (name as View) : 'home';
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
    const { needs } = entries[view];
    if (view === 'invitation') return false;
    if (needs === 'activity.record') return records.length > 0;
    return needs === undefined || rolesFor(needs).includes(role);
  });
}

/** A section that holds something for the officer, with its views; it opens at the first. */
export interface MenuEntry {
  section: Section;
  views: readonly [View, ...View[]];
}

/** The officer's menu. */
export function makeMenu(officer: Officer): MenuEntry[] {
  const own = listViews(officer);
  return sections.flatMap((section) => {
    const [first, ...rest] = own.filter((view) => entries[view].section === section);
    return first === undefined ? [] : [{ section, views: [first, ...rest] as const }];
  });
}

/** Parts of a station's page, of which one is shown; the first where the address names none. */
export const stationParts = ['names', 'board', 'printing', 'record'] as const;
export type StationPart = (typeof stationParts)[number];

/** Address of a station's page, or of a part of it. */
export function useStationPath(): (
  district: string,
  station: string,
  part?: StationPart,
) => string {
  const { language } = useConsole();
  return (district, station, part = 'names') =>
    `${localPath(language, viewPath('stations'))}?district=${district}&station=${station}${
      part === 'names' ? '' : `&part=${part}`
    }`;
}

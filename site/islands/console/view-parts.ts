import { type ComponentType, lazy } from 'react';
import type { View } from './views.ts';

/** What draws each view; it comes when it is opened. */
export const viewParts: Record<Exclude<View, 'invitation'>, ComponentType> = {
  home: lazy(async () => ({ default: (await import('./HomeView.tsx')).HomeView })),
  entry: lazy(async () => ({ default: (await import('./EntryView.tsx')).EntryView })),
  list: lazy(async () => ({ default: (await import('./ListView.tsx')).ListView })),
  approvals: lazy(async () => ({
    default: (await import('./approvals/ApprovalsView.tsx')).ApprovalsView,
  })),
  directions: lazy(async () => ({
    default: (await import('./directions/DirectionsView.tsx')).DirectionsView,
  })),
  stations: lazy(async () => ({
    default: (await import('./stations/StationsView.tsx')).StationsView,
  })),
  orders: lazy(async () => ({ default: (await import('./orders/OrdersView.tsx')).OrdersView })),
  reports: lazy(async () => ({ default: (await import('./ReportsView.tsx')).ReportsView })),
  'press-notes': lazy(async () => ({
    default: (await import('./press-notes/PressNotesView.tsx')).PressNotesView,
  })),
  studio: lazy(async () => ({ default: (await import('./studio/StudioView.tsx')).StudioView })),
  radio: lazy(async () => ({ default: (await import('./radio/RadioView.tsx')).RadioView })),
  blasts: lazy(async () => ({ default: (await import('./blasts/BlastsView.tsx')).BlastsView })),
  audiences: lazy(async () => ({
    default: (await import('./blasts/AudiencesView.tsx')).AudiencesView,
  })),
  texts: lazy(async () => ({ default: (await import('./phone/TextsView.tsx')).TextsView })),
  numbers: lazy(async () => ({ default: (await import('./phone/NumbersView.tsx')).NumbersView })),
  providers: lazy(async () => ({
    default: (await import('./phone/ProvidersView.tsx')).ProvidersView,
  })),
  gateways: lazy(async () => ({
    default: (await import('./phone/GatewaysView.tsx')).GatewaysView,
  })),
  facts: lazy(async () => ({ default: (await import('./FactsView.tsx')).FactsView })),
  codes: lazy(async () => ({ default: (await import('./codes/CodesView.tsx')).CodesView })),
  mail: lazy(async () => ({ default: (await import('./mail/MailView.tsx')).MailView })),
  people: lazy(async () => ({ default: (await import('./PeopleView.tsx')).PeopleView })),
  installs: lazy(async () => ({
    default: (await import('./installs/InstallsView.tsx')).InstallsView,
  })),
  breaches: lazy(async () => ({ default: (await import('./BreachesView.tsx')).BreachesView })),
  audit: lazy(async () => ({ default: (await import('./AuditView.tsx')).AuditView })),
  account: lazy(async () => ({ default: (await import('./AccountView.tsx')).AccountView })),
};

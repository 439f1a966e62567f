import { type ComponentType, lazy } from 'react';
import type { View } from '../ui/views.ts';

/** The component of each view, loaded when it is opened. */
export const viewParts: Record<Exclude<View, 'invitation'>, ComponentType> = {
  home: lazy(async () => ({ default: (await import('../front/home/HomeView.tsx')).HomeView })),
  entry: lazy(async () => ({
    default: (await import('../field/activities/EntryView.tsx')).EntryView,
  })),
  list: lazy(async () => ({
    default: (await import('../field/activities/ListView.tsx')).ListView,
  })),
  approvals: lazy(async () => ({
    default: (await import('../field/approvals/ApprovalsView.tsx')).ApprovalsView,
  })),
  directions: lazy(async () => ({
    default: (await import('../register/directions/DirectionsView.tsx')).DirectionsView,
  })),
  stations: lazy(async () => ({
    default: (await import('../field/stations/StationsView.tsx')).StationsView,
  })),
  orders: lazy(async () => ({
    default: (await import('../print/orders/OrdersView.tsx')).OrdersView,
  })),
  reports: lazy(async () => ({
    default: (await import('../figures/ReportsView.tsx')).ReportsView,
  })),
  'press-notes': lazy(async () => ({
    default: (await import('../field/press-notes/PressNotesView.tsx')).PressNotesView,
  })),
  studio: lazy(async () => ({
    default: (await import('../print/studio/StudioView.tsx')).StudioView,
  })),
  radio: lazy(async () => ({ default: (await import('../phone/radio/RadioView.tsx')).RadioView })),
  blasts: lazy(async () => ({
    default: (await import('../phone/blasts/BlastsView.tsx')).BlastsView,
  })),
  audiences: lazy(async () => ({
    default: (await import('../phone/blasts/AudiencesView.tsx')).AudiencesView,
  })),
  texts: lazy(async () => ({ default: (await import('../phone/TextsView.tsx')).TextsView })),
  numbers: lazy(async () => ({ default: (await import('../phone/NumbersView.tsx')).NumbersView })),
  providers: lazy(async () => ({
    default: (await import('../phone/ProvidersView.tsx')).ProvidersView,
  })),
  gateways: lazy(async () => ({
    default: (await import('../phone/GatewaysView.tsx')).GatewaysView,
  })),
  facts: lazy(async () => ({ default: (await import('../front/FactsView.tsx')).FactsView })),
  codes: lazy(async () => ({
    default: (await import('../scanning/codes/CodesView.tsx')).CodesView,
  })),
  mail: lazy(async () => ({ default: (await import('../mail/MailView.tsx')).MailView })),
  people: lazy(async () => ({ default: (await import('../front/PeopleView.tsx')).PeopleView })),
  installs: lazy(async () => ({
    default: (await import('../scanning/installs/InstallsView.tsx')).InstallsView,
  })),
  breaches: lazy(async () => ({
    default: (await import('../people/breaches/BreachesView.tsx')).BreachesView,
  })),
  audit: lazy(async () => ({ default: (await import('../people/audit/AuditView.tsx')).AuditView })),
  doctor: lazy(async () => ({ default: (await import('../front/DoctorView.tsx')).DoctorView })),
  account: lazy(async () => ({ default: (await import('../front/AccountView.tsx')).AccountView })),
};

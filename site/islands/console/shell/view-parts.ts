import { type ComponentType, lazy } from 'react';
import type { View } from '../ui/views.ts';
import { NotKept } from './NotKept.tsx';

/** The component of each view, loaded when it is opened. */
export const viewParts: Record<Exclude<View, 'invitation'>, ComponentType> = {
  home: part(async () => (await import('../front/home/HomeView.tsx')).HomeView),
  entry: part(async () => (await import('../field/activities/EntryView.tsx')).EntryView),
  list: part(async () => (await import('../field/activities/ListView.tsx')).ListView),
  approvals: part(async () => (await import('../field/approvals/ApprovalsView.tsx')).ApprovalsView),
  'held-acts': part(async () => (await import('../people/HeldActsView.tsx')).HeldActsView),
  directions: part(
    async () => (await import('../register/directions/DirectionsView.tsx')).DirectionsView,
  ),
  stations: part(async () => (await import('../field/stations/StationsView.tsx')).StationsView),
  boards: part(async () => (await import('../front/boards/BoardsView.tsx')).BoardsView),
  orders: part(async () => (await import('../print/orders/OrdersView.tsx')).OrdersView),
  reports: part(async () => (await import('../figures/ReportsView.tsx')).ReportsView),
  'press-notes': part(
    async () => (await import('../field/press-notes/PressNotesView.tsx')).PressNotesView,
  ),
  studio: part(async () => (await import('../print/studio/StudioView.tsx')).StudioView),
  radio: part(async () => (await import('../phone/radio/RadioView.tsx')).RadioView),
  blasts: part(async () => (await import('../phone/blasts/BlastPage.tsx')).BlastsView),
  audiences: part(async () => (await import('../phone/blasts/AudiencesView.tsx')).AudiencesView),
  texts: part(async () => (await import('../phone/texts/TextsView.tsx')).TextsView),
  numbers: part(async () => (await import('../phone/numbers/NumbersView.tsx')).NumbersView),
  providers: part(async () => (await import('../phone/operators/ProvidersView.tsx')).ProvidersView),
  gateways: part(async () => (await import('../phone/gateways/GatewaysView.tsx')).GatewaysView),
  facts: part(async () => (await import('../front/FactsView.tsx')).FactsView),
  codes: part(async () => (await import('../scanning/codes/CodesView.tsx')).CodesView),
  mail: part(async () => (await import('../mail/MailView.tsx')).MailView),
  people: part(async () => (await import('../front/PeopleView.tsx')).PeopleView),
  installs: part(async () => (await import('../scanning/installs/InstallsView.tsx')).InstallsView),
  breaches: part(async () => (await import('../people/BreachesView.tsx')).BreachesView),
  audit: part(async () => (await import('../people/audit/AuditView.tsx')).AuditView),
  doctor: part(async () => (await import('../front/DoctorView.tsx')).DoctorView),
  account: part(async () => (await import('../front/AccountView.tsx')).AccountView),
};

/** Without a network a view that was never opened on this phone says so. */
function part(load: () => Promise<ComponentType>): ComponentType {
  return lazy(() =>
    load().then(
      (view) => ({ default: view }),
      () => ({ default: NotKept }),
    ),
  );
}

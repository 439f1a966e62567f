import type { z } from 'zod';
import type { boardSpecimens } from '../field/board-pictures/specimens-feature.ts';
import type { curveEvents, outcomes } from '../figures/annotations/annotations-feature.ts';
import type { objections } from '../figures/objections/objections-feature.ts';
import type { progressRoutes } from '../figures/progress/routes.ts';
import type { FeatureRoutes } from '../kit/feature.ts';
import type { deputies } from '../people/accounts/deputies-feature.ts';
import type { addedOffices } from '../people/accounts/offices-feature.ts';
import type { breaches } from '../people/breaches/breaches-feature.ts';
import type { whatsappTemplates } from '../phone/whatsapp-templates/whatsapp-templates-feature.ts';
import type { eventRoutes } from '../platform/events/events-schemas.ts';
import type { detours } from '../print/studio/detours-feature.ts';
import type { appRequests } from '../register/directions/app-requests-feature.ts';
import type { closedCodes } from '../scanning/closed-codes/closed-codes-feature.ts';
import type { installKeys } from '../scanning/installs/install-keys-feature.ts';

// Types only: a page that calls the service by them loads no schema.

type RoutesOf<Noun> = Noun[keyof Noun];
/** Routes that the functions of a module make. */
type ServedIn<Module> = {
  [Name in keyof Module]: Module[Name] extends (...given: never) => readonly (infer Each)[]
    ? Each extends { method: string; url: string; schema: object }
      ? Each
      : never
    : never;
}[keyof Module];
type AnyRoute =
  | ServedIn<typeof import('../field/activities/attachment-routes.ts')>
  | ServedIn<typeof import('../field/activities/capture-routes.ts')>
  | ServedIn<typeof import('../field/activities/reading-routes.ts')>
  | ServedIn<typeof import('../field/activities/routes.ts')>
  | ServedIn<typeof import('../field/activities/upload-routes.ts')>
  | ServedIn<typeof import('../field/board-draws/module.ts')>
  | ServedIn<typeof import('../field/inspections/routes.ts')>
  | ServedIn<typeof import('../field/press-notes/note-steps.ts')>
  | ServedIn<typeof import('../field/press-notes/routes.ts')>
  | ServedIn<typeof import('../field/station-records/module.ts')>
  | ServedIn<typeof import('../field/stations/list-routes.ts')>
  | ServedIn<typeof import('../field/stations/report-routes.ts')>
  | ServedIn<typeof import('../field/stations/routes.ts')>
  | ServedIn<typeof import('../figures/district-letters/routes.ts')>
  | ServedIn<typeof import('../figures/reports/routes.ts')>
  | ServedIn<typeof import('../figures/review-notes/routes.ts')>
  | ServedIn<typeof import('../front/doctor/module.ts')>
  | ServedIn<typeof import('../front/facts/routes.ts')>
  | ServedIn<typeof import('../front/home/routes.ts')>
  | ServedIn<typeof import('../front/mailings/routes.ts')>
  | ServedIn<typeof import('../mail/alerts/routes.ts')>
  | ServedIn<typeof import('../mail/delivery/routes.ts')>
  | ServedIn<typeof import('../people/accounts/audit-routes.ts')>
  | ServedIn<typeof import('../people/accounts/deputy-routes.ts')>
  | ServedIn<typeof import('../people/accounts/invitation-routes.ts')>
  | ServedIn<typeof import('../people/accounts/passkey-routes.ts')>
  | ServedIn<typeof import('../people/accounts/people-routes.ts')>
  | ServedIn<typeof import('../people/accounts/provider-routes.ts')>
  | ServedIn<typeof import('../people/accounts/routes.ts')>
  | ServedIn<typeof import('../people/accounts/session-routes.ts')>
  | ServedIn<typeof import('../people/held-acts/routes.ts')>
  | ServedIn<typeof import('../phone/audiences/routes.ts')>
  | ServedIn<typeof import('../phone/blasts/draft-routes.ts')>
  | ServedIn<typeof import('../phone/blasts/dry-run-routes.ts')>
  | ServedIn<typeof import('../phone/blasts/report-routes.ts')>
  | ServedIn<typeof import('../phone/blasts/routes.ts')>
  | ServedIn<typeof import('../phone/blasts/series-routes.ts')>
  | ServedIn<typeof import('../phone/blasts/target-group-routes.ts')>
  | ServedIn<typeof import('../phone/blasts/template-routes.ts')>
  | ServedIn<typeof import('../phone/blasts/test-routes.ts')>
  | ServedIn<typeof import('../phone/gateways/routes.ts')>
  | ServedIn<typeof import('../phone/numbers/list-routes.ts')>
  | ServedIn<typeof import('../phone/numbers/routes.ts')>
  | ServedIn<typeof import('../phone/receipt-files/routes.ts')>
  | ServedIn<typeof import('../phone/registrations/module.ts')>
  | ServedIn<typeof import('../phone/takes/public-routes.ts')>
  | ServedIn<typeof import('../phone/takes/routes.ts')>
  | ServedIn<typeof import('../phone/telecom-operators/routes.ts')>
  | ServedIn<typeof import('../phone/test-numbers/routes.ts')>
  | ServedIn<typeof import('../print/kit/routes.ts')>
  | ServedIn<typeof import('../print/print-approvals/routes.ts')>
  | ServedIn<typeof import('../print/print-files/routes.ts')>
  | ServedIn<typeof import('../print/print-files/station-packs.ts')>
  | ServedIn<typeof import('../print/print-orders/routes.ts')>
  | ServedIn<typeof import('../print/proofs/routes.ts')>
  | ServedIn<typeof import('../print/purchase-orders/order-request-routes.ts')>
  | ServedIn<typeof import('../print/purchase-orders/quantity-routes.ts')>
  | ServedIn<typeof import('../print/purchase-orders/routes.ts')>
  | ServedIn<typeof import('../print/studio/routes.ts')>
  | ServedIn<typeof import('../register/calendars/routes.ts')>
  | ServedIn<typeof import('../register/compliance-reports/module.ts')>
  | ServedIn<typeof import('../register/directions/meeting-routes.ts')>
  | ServedIn<typeof import('../register/directions/register-routes.ts')>
  | ServedIn<typeof import('../register/directions/routes.ts')>
  | ServedIn<typeof import('../scanning/code-reports/routes.ts')>
  | ServedIn<typeof import('../scanning/installs/install-keys-serve.ts')>
  | ServedIn<typeof import('../scanning/installs/routes.ts')>
  | ServedIn<typeof import('../scanning/short-codes/routes.ts')>
  | RoutesOf<typeof eventRoutes>
  | RoutesOf<typeof progressRoutes>;

type Part<Schema, Name extends string> = Schema extends { [Key in Name]: z.ZodType }
  ? z.input<Schema[Name]>
  : undefined;
interface Requested<Schema> {
  params: Part<Schema, 'params'>;
  query: Part<Schema, 'querystring'>;
  body: Part<Schema, 'body'>;
}
/** Leaves out what the route does not take, and lets out what it does not need. */
type Needed<Parts> = {
  [Key in keyof Parts as Parts[Key] extends undefined
    ? never
    : object extends Parts[Key]
      ? never
      : undefined extends Parts[Key]
        ? never
        : Key]: Parts[Key];
} & {
  [Key in keyof Parts as Parts[Key] extends undefined
    ? never
    : object extends Parts[Key]
      ? Key
      : undefined extends Parts[Key]
        ? Key
        : never]?: Parts[Key];
};

type Success = 200 | 201 | 202 | 204;
type SuccessOf<Response> = {
  [Status in keyof Response & Success]: Response[Status] extends z.ZodType
    ? z.input<Response[Status]>
    : never;
}[keyof Response & Success];

/** Routes of the declared features. */
type Declared = FeatureRoutes<typeof addedOffices> &
  FeatureRoutes<typeof appRequests> &
  FeatureRoutes<typeof boardSpecimens> &
  FeatureRoutes<typeof breaches> &
  FeatureRoutes<typeof closedCodes> &
  FeatureRoutes<typeof curveEvents> &
  FeatureRoutes<typeof deputies> &
  FeatureRoutes<typeof installKeys> &
  FeatureRoutes<typeof detours> &
  FeatureRoutes<typeof objections> &
  FeatureRoutes<typeof outcomes> &
  FeatureRoutes<typeof whatsappTemplates>;

/** Every route by its method and address, as in 'GET /api/blasts/:id'. */
type Contract = Declared & {
  [Each in AnyRoute as `${Each['method']} ${Each['url']}`]: {
    asked: Needed<Requested<Each['schema']>>;
    answer: SuccessOf<Each['schema']['response']>;
  };
};
export type RouteName = keyof Contract;
/** Input of a route: its params, query and body. */
export type Asked<Name extends RouteName> = Contract[Name]['asked'];
/** Answer of a route when all is well, as JSON has it; files are not read by script. */
export type Answer<Name extends RouteName> = Contract[Name]['answer'];

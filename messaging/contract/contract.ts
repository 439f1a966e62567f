import type { z } from 'zod';
import type { curveEvents } from '../figures/annotations/curve-events-feature.ts';
import type { outcomes } from '../figures/annotations/outcomes-feature.ts';
import type { objections } from '../figures/objections/objections-feature.ts';
import type { FeatureRoutes } from '../kit/feature.ts';
import type { breaches } from '../people/breaches/breaches-feature.ts';
import type { closedCodes } from '../scanning/closed-codes/closed-codes-feature.ts';
import type { activityRoutes } from './field/activities.ts';
import type { boardDrawRoutes } from './field/board-draws.ts';
import type { captureRoutes } from './field/captures.ts';
import type { inspectionRoutes } from './field/inspections.ts';
import type { pressNoteRoutes } from './field/press-notes.ts';
import type { stationRecordRoutes } from './field/station-records.ts';
import type { stationRoutes } from './field/stations.ts';
import type { districtLetterRoutes } from './figures/district-letters.ts';
import type { progressRoutes } from './figures/progress.ts';
import type { reportRoutes } from './figures/reports.ts';
import type { reviewNoteRoutes } from './figures/review-notes.ts';
import type { doctorRoutes } from './front/doctor.ts';
import type { factRoutes } from './front/facts.ts';
import type { homeRoutes } from './front/home.ts';
import type { mailingRoutes } from './front/mailings.ts';
import type { alertRoutes } from './mail/alerts.ts';
import type { mailRoutes } from './mail/mail.ts';
import type { accountRoutes } from './people/accounts.ts';
import type { auditRoutes } from './people/audit.ts';
import type { deputyRoutes } from './people/deputies.ts';
import type { passkeyRoutes } from './people/passkeys.ts';
import type { peopleRoutes } from './people/people.ts';
import type { signInRoutes } from './people/sign-in.ts';
import type { audienceRoutes } from './phone/audiences.ts';
import type { blastReportRoutes } from './phone/blast-reports.ts';
import type { blastCommandRoutes, blastRoutes, blastSeriesRoutes } from './phone/blasts.ts';
import type { doNotDisturbRoutes } from './phone/do-not-disturb.ts';
import type { gatewayRoutes } from './phone/gateways.ts';
import type { numberOperatorRoutes } from './phone/number-operators.ts';
import type { numberRoutes } from './phone/numbers.ts';
import type { receiptFileRoutes } from './phone/receipt-files.ts';
import type { registrationRoutes } from './phone/registrations.ts';
import type { takeRoutes } from './phone/takes.ts';
import type { targetGroupRoutes } from './phone/target-groups.ts';
import type { operatorRoutes } from './phone/telecom-operators.ts';
import type { templateRoutes } from './phone/templates.ts';
import type { testNumberRoutes } from './phone/test-numbers.ts';
import type { eventRoutes } from './platform/events.ts';
import type { kitRoutes } from './print/kit.ts';
import type { orderRequestRoutes } from './print/order-requests.ts';
import type { printApprovalRoutes } from './print/print-approvals.ts';
import type { printKitRoutes } from './print/print-kit.ts';
import type { printOrderRoutes } from './print/print-orders.ts';
import type { proofRoutes } from './print/proofs.ts';
import type { purchaseOrderRoutes } from './print/purchase-orders.ts';
import type { studioRoutes } from './print/studio.ts';
import type { appRequestRoutes } from './register/app-requests.ts';
import type { calendarRoutes } from './register/calendars.ts';
import type { complianceReportRoutes } from './register/compliance-reports.ts';
import type { directionRoutes } from './register/directions.ts';
import type { codeReportRoutes } from './scanning/code-reports.ts';
import type { codeShareRoutes } from './scanning/code-shares.ts';
import type { installRoutes } from './scanning/installs.ts';

// Types only: a page that calls the service by them loads no schema.

type RoutesOf<Noun> = Noun[keyof Noun];
type AnyRoute =
  | RoutesOf<typeof accountRoutes>
  | RoutesOf<typeof activityRoutes>
  | RoutesOf<typeof alertRoutes>
  | RoutesOf<typeof audienceRoutes>
  | RoutesOf<typeof auditRoutes>
  | RoutesOf<typeof blastCommandRoutes>
  | RoutesOf<typeof blastSeriesRoutes>
  | RoutesOf<typeof blastReportRoutes>
  | RoutesOf<typeof blastRoutes>
  | RoutesOf<typeof deputyRoutes>
  | RoutesOf<typeof districtLetterRoutes>
  | RoutesOf<typeof appRequestRoutes>
  | RoutesOf<typeof calendarRoutes>
  | RoutesOf<typeof codeReportRoutes>
  | RoutesOf<typeof codeShareRoutes>
  | RoutesOf<typeof complianceReportRoutes>
  | RoutesOf<typeof doNotDisturbRoutes>
  | RoutesOf<typeof numberOperatorRoutes>
  | RoutesOf<typeof targetGroupRoutes>
  | RoutesOf<typeof doctorRoutes>
  | RoutesOf<typeof eventRoutes>
  | RoutesOf<typeof factRoutes>
  | RoutesOf<typeof gatewayRoutes>
  | RoutesOf<typeof installRoutes>
  | RoutesOf<typeof kitRoutes>
  | RoutesOf<typeof mailRoutes>
  | RoutesOf<typeof mailingRoutes>
  | RoutesOf<typeof homeRoutes>
  | RoutesOf<typeof numberRoutes>
  | RoutesOf<typeof operatorRoutes>
  | RoutesOf<typeof passkeyRoutes>
  | RoutesOf<typeof peopleRoutes>
  | RoutesOf<typeof boardDrawRoutes>
  | RoutesOf<typeof captureRoutes>
  | RoutesOf<typeof inspectionRoutes>
  | RoutesOf<typeof pressNoteRoutes>
  | RoutesOf<typeof orderRequestRoutes>
  | RoutesOf<typeof printApprovalRoutes>
  | RoutesOf<typeof printKitRoutes>
  | RoutesOf<typeof printOrderRoutes>
  | RoutesOf<typeof progressRoutes>
  | RoutesOf<typeof proofRoutes>
  | RoutesOf<typeof purchaseOrderRoutes>
  | RoutesOf<typeof receiptFileRoutes>
  | RoutesOf<typeof reportRoutes>
  | RoutesOf<typeof reviewNoteRoutes>
  | RoutesOf<typeof signInRoutes>
  | RoutesOf<typeof studioRoutes>
  | RoutesOf<typeof stationRecordRoutes>
  | RoutesOf<typeof stationRoutes>
  | RoutesOf<typeof directionRoutes>
  | RoutesOf<typeof takeRoutes>
  | RoutesOf<typeof registrationRoutes>
  | RoutesOf<typeof templateRoutes>
  | RoutesOf<typeof testNumberRoutes>;

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
type Declared = FeatureRoutes<typeof breaches> &
  FeatureRoutes<typeof closedCodes> &
  FeatureRoutes<typeof curveEvents> &
  FeatureRoutes<typeof objections> &
  FeatureRoutes<typeof outcomes>;

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

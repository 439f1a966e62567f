import type { z } from 'zod';
import type { accountRoutes } from './accounts.ts';
import type { activityRoutes } from './activities.ts';
import type { alertRoutes } from './alerts.ts';
import type { annotationRoutes } from './annotations.ts';
import type { appRequestRoutes } from './app-requests.ts';
import type { audienceRoutes } from './audiences.ts';
import type { auditRoutes } from './audit.ts';
import type { blastReportRoutes } from './blast-reports.ts';
import type { blastCommandRoutes, blastRoutes } from './blasts.ts';
import type { breachRoutes } from './breaches.ts';
import type { calendarRoutes } from './calendars.ts';
import type { codeShareRoutes } from './code-shares.ts';
import type { complianceReportRoutes } from './compliance-reports.ts';
import type { directionRoutes } from './directions.ts';
import type { districtLetterRoutes } from './district-letters.ts';
import type { doNotDisturbRoutes } from './do-not-disturb.ts';
import type { eventRoutes } from './events.ts';
import type { factRoutes } from './facts.ts';
import type { gatewayRoutes } from './gateways.ts';
import type { homeRoutes } from './home.ts';
import type { installRoutes } from './installs.ts';
import type { kitRoutes } from './kit.ts';
import type { mailRoutes } from './mail.ts';
import type { mailingRoutes } from './mailings.ts';
import type { numberRoutes } from './numbers.ts';
import type { passkeyRoutes } from './passkeys.ts';
import type { peopleRoutes } from './people.ts';
import type { pressNoteRoutes } from './press-notes.ts';
import type { printApprovalRoutes } from './print-approvals.ts';
import type { printKitRoutes } from './print-kit.ts';
import type { printOrderRoutes } from './print-orders.ts';
import type { progressRoutes } from './progress.ts';
import type { proofRoutes } from './proofs.ts';
import type { purchaseOrderRoutes } from './purchase-orders.ts';
import type { receiptFileRoutes } from './receipt-files.ts';
import type { reportRoutes } from './reports.ts';
import type { reviewNoteRoutes } from './review-notes.ts';
import type { stationRecordRoutes } from './station-records.ts';
import type { stationRoutes } from './stations.ts';
import type { studioRoutes } from './studio.ts';
import type { takeRoutes } from './takes.ts';
import type { operatorRoutes } from './telecom-operators.ts';
import type { templateRoutes } from './templates.ts';
import type { testNumberRoutes } from './test-numbers.ts';

// Types only: a page that calls the service by them loads no schema.

type RoutesOf<Noun> = Noun[keyof Noun];
type AnyRoute =
  | RoutesOf<typeof accountRoutes>
  | RoutesOf<typeof activityRoutes>
  | RoutesOf<typeof alertRoutes>
  | RoutesOf<typeof audienceRoutes>
  | RoutesOf<typeof auditRoutes>
  | RoutesOf<typeof blastCommandRoutes>
  | RoutesOf<typeof blastReportRoutes>
  | RoutesOf<typeof blastRoutes>
  | RoutesOf<typeof annotationRoutes>
  | RoutesOf<typeof breachRoutes>
  | RoutesOf<typeof districtLetterRoutes>
  | RoutesOf<typeof appRequestRoutes>
  | RoutesOf<typeof calendarRoutes>
  | RoutesOf<typeof codeShareRoutes>
  | RoutesOf<typeof complianceReportRoutes>
  | RoutesOf<typeof doNotDisturbRoutes>
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
  | RoutesOf<typeof pressNoteRoutes>
  | RoutesOf<typeof printApprovalRoutes>
  | RoutesOf<typeof printKitRoutes>
  | RoutesOf<typeof printOrderRoutes>
  | RoutesOf<typeof progressRoutes>
  | RoutesOf<typeof proofRoutes>
  | RoutesOf<typeof purchaseOrderRoutes>
  | RoutesOf<typeof receiptFileRoutes>
  | RoutesOf<typeof reportRoutes>
  | RoutesOf<typeof reviewNoteRoutes>
  | RoutesOf<typeof studioRoutes>
  | RoutesOf<typeof stationRecordRoutes>
  | RoutesOf<typeof stationRoutes>
  | RoutesOf<typeof directionRoutes>
  | RoutesOf<typeof takeRoutes>
  | RoutesOf<typeof templateRoutes>
  | RoutesOf<typeof testNumberRoutes>;

type Part<Schema, Name extends string> = Schema extends { [Key in Name]: z.ZodType }
  ? z.input<Schema[Name]>
  : undefined;
type Requested<Schema> = {
  params: Part<Schema, 'params'>;
  query: Part<Schema, 'querystring'>;
  body: Part<Schema, 'body'>;
};
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

/** Every route by its method and address, as in 'GET /api/blasts/:id'. */
type Contract = {
  [Each in AnyRoute as `${Each['method']} ${Each['url']}`]: {
    asked: Needed<Requested<Each['schema']>>;
    answer: SuccessOf<Each['schema']['response']>;
  };
};
export type RouteName = keyof Contract;
/** What is sent to a route: its params, query and body. */
export type Asked<Name extends RouteName> = Contract[Name]['asked'];
/** What a route answers when all is well, as JSON has it; files are not read by script. */
export type Answer<Name extends RouteName> = Contract[Name]['answer'];

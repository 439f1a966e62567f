import type { Campaign } from '../campaigns/campaign.ts';
import type { Directory } from '../campaigns/directory/station.ts';
import { openAccounts } from './accounts/module.ts';
import type { PasswordHashing } from './accounts/password-hashing.ts';
import { openActivities } from './activities/module.ts';
import { openAlerts } from './alerts/module.ts';
import { openAnnotations } from './annotations/module.ts';
import { openAudiences } from './audiences/module.ts';
import { openBlasts } from './blasts/module.ts';
import { openBreaches } from './breaches/module.ts';
import { openCalendars } from './calendars/module.ts';
import { openCallbacks } from './callbacks/module.ts';
import { openComplianceReports } from './compliance-reports/module.ts';
import type { Config } from './config.ts';
import { writeAudit } from './database/audit-log-sql.ts';
import type { Database } from './database/database.ts';
import { answeredDirections } from './directions/answered.ts';
import { openDirections } from './directions/module.ts';
import { openDistrictLetters } from './district-letters/module.ts';
import { openEvents } from './events/module.ts';
import type { Files } from './files/open-files.ts';
import { openFleets } from './fleets/module.ts';
import type { Generate } from './fleets/panel-maker.ts';
import { openGatewayModule } from './gateways/module.ts';
import { openHome } from './home/module.ts';
import type { Identify } from './http/access.ts';
import type { Module } from './http/module.ts';
import { openUploadRoom } from './http/upload-room-fs.ts';
import { openInstalls } from './installs/module.ts';
import type { LiveKit } from './kit/live-kit-fs.ts';
import { openKit } from './kit/module.ts';
import { createListReader } from './lists/list-reader.ts';
import { openMail } from './mail/module.ts';
import { openMailSending } from './mail/sending-module.ts';
import { countFailedLetters } from './mail/waiting-sql.ts';
import { openMailings } from './mailings/module.ts';
import { openNumbers } from './numbers/module.ts';
import { openOpenData } from './open-data/module.ts';
import { openPressNotes } from './press-notes/module.ts';
import { openPrintApprovals } from './print-approvals/module.ts';
import { openPrintKit } from './print-files/kit-fs.ts';
import { openPrintFiles } from './print-files/module.ts';
import type { OnDemandGenerator } from './print-files/on-demand-generator.ts';
import type { SharedPrints } from './print-files/shared-prints-fs.ts';
import { openPrintOrders } from './print-orders/module.ts';
import type { PrintQueue } from './print-orders/print-queue.ts';
import type { Clock } from './process/clock.ts';
import type { createLog } from './process/log.ts';
import { type Metrics, watchOutcomes } from './process/metrics.ts';
import { openProgress } from './progress/module.ts';
import { openProofs } from './proofs/module.ts';
import { openPurchaseOrders } from './purchase-orders/module.ts';
import { openReceiptFiles } from './receipt-files/module.ts';
import { openReports } from './reports/module.ts';
import { openRetention } from './retention/module.ts';
import { openReviewNotes } from './review-notes/module.ts';
import { openScans } from './scans/module.ts';
import { openSending } from './sending/module.ts';
import { openStationRecords } from './station-records/module.ts';
import { openStations } from './stations/module.ts';
import type { AskOptions } from './studio/ask-host.ts';
import { openStudio } from './studio/module.ts';
import { openTakes } from './takes/module.ts';
import { openTelecomOperators } from './telecom-operators/module.ts';
import { openTestNumbers } from './test-numbers/module.ts';
import { openVoice } from './voice/module.ts';
import { openWebsite } from './website/module.ts';

export interface ModuleContext {
  config: Config;
  database: Database;
  redisUrl: string;
  live: LiveKit;
  /** `live`'s, whose fields change when something is published. */
  campaign: Campaign;
  directory: Directory;
  printQueue: PrintQueue;
  onDemand: OnDemandGenerator;
  /** Runs the generator in a process that stands back for requests. */
  generate: Generate;
  /** Runs the generator for files that are awaited. */
  makeKit: Generate;
  /** Builds the site anew where it is out of date. */
  buildSite(signal: AbortSignal): Promise<void>;
  files: Files;
  /** Other rules for asking a host of links, for a test. */
  askHost?: Partial<AskOptions>;
  /** Prints that machines share; undefined where there is one machine. */
  prints?: SharedPrints | undefined;
  clock: Clock;
  log: ReturnType<typeof createLog>;
  metrics: Metrics;
  hashing?: PasswordHashing | undefined;
}

/** The features of the service, opened in an order in which each one stands on those before it. */
export async function openModules(
  context: ModuleContext,
): Promise<{ modules: Module[]; identify: Identify }> {
  const { config, database, campaign, directory, clock, log } = context;
  const { districts } = directory;
  const uploads = openUploadRoom({
    dataDir: config.dataDir,
    onTrouble: (error) => log.warn(error, 'uploads that are done with wait to be deleted'),
  });
  // Long lists do not hold up what is read in a moment.
  const lists = createListReader();
  const tables = createListReader();
  const accounts = openAccounts({
    ...context,
    districts,
    onTrouble: (error) => log.warn(error, 'accounts'),
  });
  const proofs = openProofs(context);
  const kit = openKit({
    ...context,
    onReload: proofs.reload,
    generate: context.makeKit,
    progress: context.onDemand.progress,
  });
  const mail = openMail({ ...context, districts });
  const scans = await openScans(context);
  const gateways = await openGatewayModule(context);
  const progress = openProgress({
    ...context,
    answered: answeredDirections({ pool: database.pool, campaign, districts }),
  });
  const callbacks = await openCallbacks({ ...context, ...gateways });
  const directions = openDirections({ ...context, uploads, live: progress.live });
  const reviewNotes = openReviewNotes({ ...context, progress });
  const takes = openTakes({ ...context, uploads, registry: scans.registry.current() });
  const printKit = openPrintKit(config.printDir);
  const approvals = openPrintApprovals({ ...context, kit: printKit });
  const modules: Module[] = [
    { name: 'uploads', close: uploads.close },
    accounts,
    kit,
    mail,
    scans,
    gateways,
    openNumbers({ database, uploads, lists }),
    openTestNumbers({ ...context, gateways: gateways.gateways }),
    openBreaches(context),
    openAudiences({ ...context, districts, uploads, lists }),
    openBlasts({ ...context, districts, gateways: gateways.gateways }),
    openTelecomOperators({ ...context, districts, tables, gateways: gateways.gateways }),
    callbacks,
    openReceiptFiles({ database, uploads, lists, gateways: gateways.gateways }),
    takes,
    openVoice({
      ...context,
      gateway: gateways.voice,
      callbackTokens: gateways.callbackTokens,
      exotel: gateways.exotel,
      registry: scans.registry.current(),
      prompts: takes.prompts,
    }),
    openActivities({ ...context, uploads, tables, ownerOf: scans.registry.find }),
    openStations({
      ...{ ...context, uploads, tables, kit },
      prove: proofs.prove,
      registry: scans.registry.current,
      learnCodes: scans.registry.keepUp,
    }),
    openInstalls({ ...context, findCode: scans.registry.find }),
    openStationRecords({ database, directory, registry: scans.registry.current, progress }),
    openPressNotes({ ...context, uploads, registry: scans.registry.current }),
    openRetention(context),
    openAnnotations(context),
    openReports({ ...context, uploads, tables }),
    progress,
    directions,
    openComplianceReports({ ...context, desk: directions.desk }),
    openCalendars({ ...context, desk: directions.desk }),
    openOpenData({ ...context, live: progress.live }),
    reviewNotes,
    openDistrictLetters(progress),
    proofs,
    openMailings({
      ...{ ...context, mail: mail.mail, progress, reviewNotes },
      desk: directions.desk,
    }),
    openPrintFiles({ ...context, kit: printKit, stamps: approvals.stamps }),
    approvals,
    openFleets({ ...context, uploads, tables }),
    openEvents(context),
    openHome({
      ...{ database: database.pool, campaign, directory, live: progress.live },
      failedMail: countFailedLetters,
      desk: directions.desk,
    }),
    openPrintOrders(context),
    openStudio({
      ...context,
      uploads,
      kit,
      scans,
      proofs,
    }),
    openPurchaseOrders({
      ...{ ...context, approvals, uploads, tables },
      ...{ kit: printKit, identify: accounts.identify },
    }),
    openWebsite(context),
  ];
  let parked = () => 0;
  if (config.worker) {
    const sending = openSending({
      pool: database.pool,
      redisUrl: context.redisUrl,
      gateways: gateways.gateways,
      settings: config.gateways,
      principalEntityId: campaign.messages.principalEntityId,
      now: clock.now,
      log,
      audit: writeAudit,
    });
    watchOutcomes(context.metrics.registry, sending.outcomes);
    parked = () => sending.outcomes().parked;
    modules.push(sending, openMailSending({ ...context, now: clock.now }));
  }
  modules.push(
    openAlerts({
      ...context,
      gateways: gateways.gateways,
      mail: mail.mail,
      dropped: () => ({ scans: scans.dropped(), callbacks: callbacks.dropped() }),
      parked,
    }),
  );
  return { modules, identify: accounts.identify };
}

/** How the modules end: the last opened first, since it stands on those before it. */
export function closings(modules: readonly Module[]): [string, () => Promise<void>][] {
  return modules.toReversed().map(({ name, close }) => [name, close]);
}

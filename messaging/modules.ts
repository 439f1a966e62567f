import type { Campaign } from '../campaigns/campaign.ts';
import type { Directory, District } from '../campaigns/directory/station.ts';
import { type CodeSupply, codeSupply } from '../campaigns/links/code-shares.ts';
import { campaignBlocks, type Registry } from '../campaigns/links/registry.ts';
import type { Config } from './config.ts';
import { openActivities } from './field/activities/module.ts';
import { openBoardDraws, openPublicDraws } from './field/board-draws/module.ts';
import { inspectionRoutes } from './field/inspections/routes.ts';
import { openPressNotes } from './field/press-notes/module.ts';
import { openStationRecords } from './field/station-records/module.ts';
import { openNameReports, openStations } from './field/stations/module.ts';
import { openAnnotations } from './figures/annotations/annotations-serve.ts';
import { districtLetterRoutes } from './figures/district-letters/routes.ts';
import { openObjections } from './figures/objections/objections-serve.ts';
import { openOpenData } from './figures/open-data/module.ts';
import { openProgress } from './figures/progress/module.ts';
import { openReports } from './figures/reports/module.ts';
import { openReviewNotes } from './figures/review-notes/module.ts';
import { openStoreReports } from './figures/store-reports/module.ts';
import { openDoctor } from './front/doctor/module.ts';
import { findPrintedCode } from './front/doctor/printed-code.ts';
import { factRoutes } from './front/facts/routes.ts';
import { homeRoutes } from './front/home/routes.ts';
import { openMailings } from './front/mailings/module.ts';
import { openRetention } from './front/retention/module.ts';
import { openWebsite } from './front/website/module.ts';
import { openAlerts } from './mail/alerts/module.ts';
import { countFailedLetters } from './mail/delivery/failed-letters-sql.ts';
import { openMail } from './mail/delivery/module.ts';
import { openMailSending } from './mail/delivery/sending-module.ts';
import { openDeputies } from './people/accounts/deputies-serve.ts';
import { openAccounts } from './people/accounts/module.ts';
import type { PasswordHashing } from './people/accounts/password-hashing.ts';
import { secondPersonRule as secondPerson } from './people/accounts/second-person.ts';
import { openBreaches } from './people/breaches/breaches-serve.ts';
import { openAudiences } from './phone/audiences/module.ts';
import { transferBlasts } from './phone/blasts/blasts-sql.ts';
import { openBlasts } from './phone/blasts/module.ts';
import { openCallbacks } from './phone/callbacks/module.ts';
import { createAnswers } from './phone/flows/text-conversation.ts';
import { type Gateways, openGatewayModule } from './phone/gateways/module.ts';
import { openNumbers, openStopLinks } from './phone/numbers/module.ts';
import { createStopTokens } from './phone/numbers/stop-token.ts';
import { openReceiptFiles } from './phone/receipt-files/routes.ts';
import { openRegistrations } from './phone/registrations/module.ts';
import { openSending } from './phone/sending/module.ts';
import { openTakes } from './phone/takes/module.ts';
import type { RecordedPrompts } from './phone/takes/recorded-prompts.ts';
import { operatorRoutes } from './phone/telecom-operators/routes.ts';
import { openTestNumbers } from './phone/test-numbers/routes.ts';
import { openVoice } from './phone/voice/module.ts';
import { writeAudit } from './platform/database/audit-log-sql.ts';
import type { Database } from './platform/database/database.ts';
import { openPresence } from './platform/database/processes-sql.ts';
import { createDecoders, type Decoders } from './platform/decoding/decoders.ts';
import { openEvents } from './platform/events/module.ts';
import type { Files } from './platform/files/open-files.ts';
import type { Identify } from './platform/http/access.ts';
import type { Module } from './platform/http/module.ts';
import { openUploadRoom, type UploadRoom } from './platform/http/upload-room-fs.ts';
import type { Clock } from './platform/process/clock.ts';
import type { createLog } from './platform/process/log.ts';
import { type Metrics, watchOutcomes } from './platform/process/metrics.ts';
import { authSecret } from './platform/process/secret-fs.ts';
import type { WorkQueue } from './platform/queue/work-queue.ts';
import type { KitMakerOptions } from './print/kit/kit-maker.ts';
import type { LiveKit } from './print/kit/live-kit-fs.ts';
import { openKit } from './print/kit/module.ts';
import { openPrintApprovals } from './print/print-approvals/module.ts';
import { openPrintKit } from './print/print-files/kit-fs.ts';
import { openPrintFiles } from './print/print-files/module.ts';
import type { OnDemandGenerator } from './print/print-files/on-demand-generator.ts';
import type { SharedPrints } from './print/print-files/shared-prints-fs.ts';
import { openPrintOrders } from './print/print-orders/module.ts';
import type { PrintQueue } from './print/print-orders/print-queue.ts';
import { openProofs } from './print/proofs/module.ts';
import { openPurchaseOrders } from './print/purchase-orders/module.ts';
import { countOrderedPamphlets } from './print/purchase-orders/ordered-sql.ts';
import type { AskOptions } from './print/studio/ask-host.ts';
import { openDetourRequests } from './print/studio/detours-serve.ts';
import { openStudio } from './print/studio/module.ts';
import { transferDrafts } from './print/studio/studio-sql.ts';
import { openCalendars } from './register/calendars/module.ts';
import { openComplianceReports } from './register/compliance-reports/module.ts';
import { answeredDirections } from './register/directions/answered.ts';
import { openAppRequests } from './register/directions/app-requests-serve.ts';
import { openDirections } from './register/directions/module.ts';
import { openClosedCodes } from './scanning/closed-codes/closed-codes-serve.ts';
import { openCodeReports } from './scanning/code-reports/routes.ts';
import { openInstalls } from './scanning/installs/module.ts';
import { openScans } from './scanning/scans/module.ts';
import { codeShareRoutes } from './scanning/short-codes/routes.ts';

export interface ModuleContext {
  config: Config;
  database: Database;
  redisUrl: string;
  live: LiveKit;
  /** `live`'s, whose fields change when something is published. */
  campaign: Campaign;
  directory: Directory;
  /** Called where officers order prints. */
  openPrintQueue(): PrintQueue;
  onDemand: OnDemandGenerator;
  /** The turns of all that is made on demand. */
  work: WorkQueue;
  /** Runs the generator for files that are awaited. */
  makeKit: KitMakerOptions['generate'];
  /** Rebuilds the site if it is out of date. */
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
  /** Replaces its own parts. */
  decoders?: Decoders;
}

interface Opened {
  modules: Module[];
  identify: Identify;
}

interface PhoneContext {
  districts: readonly District[];
  uploads: UploadRoom;
  decoders: Decoders;
  codes: CodeSupply;
}

/**
 * The features of the service, or of one side of it, opened in an order in which each one builds on those before it.
 */
export async function openModules(context: ModuleContext): Promise<Opened> {
  if (context.config.only !== 'public') return openBothSides(context);
  const { scans, mail, modules } = await openCitizensSide(context, createDecoders());
  const alerts = openAlerts({
    ...context,
    gateways: {},
    mail: mail.mail,
    part: 'public',
    dropped: () => ({ scans: scans.dropped() }),
    parked: () => 0,
  });
  const presence = openPresence({ ...context, part: 'public', sends: false });
  // No route of this side is for an officer.
  return { modules: [...modules, presence, alerts], identify: async () => null };
}

/** The citizens' side and what it builds on: no work in the background but what keeps a process up to date. */
async function openCitizensSide(context: ModuleContext, decoders: Decoders, identify?: Identify) {
  const { config, database, campaign, directory, log } = context;
  const { districts } = directory;
  const uploads = openUploadRoom({
    dataDir: config.dataDir,
    onTrouble: (error) => log.warn(error, 'uploads that are done with wait to be deleted'),
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
  const progress = openProgress({
    ...context,
    registry: scans.registry.current,
    answered: answeredDirections({ pool: database.pool, campaign, districts }),
  });
  const takes = openTakes({ ...context, uploads, decoders, registry: scans.registry.current() });
  const printKit = openPrintKit(config.printDir);
  const approvals = openPrintApprovals({ ...context, decoders, kit: printKit });
  const modules: Module[] = [
    { name: 'uploads', close: uploads.close },
    { name: 'decoders', close: decoders.close },
    kit,
    mail,
    scans,
    takes,
    openStopLinks({ pool: database.pool, tokens: stopTokens(config), campaign }),
    openNameReports(context),
    openCodeReports({ ...context, salts: scans.salts, ownerOf: scans.registry.find }),
    openPublicDraws(context),
    ...openInstalls({ ...context, findCode: scans.registry.find }),
    progress,
    openOpenData({ ...context, live: progress.live }),
    openPrintFiles({ ...context, kit: printKit, identify, stamps: approvals.stamps }),
    approvals,
    proofs,
    openWebsite(context),
    {
      name: 'work on demand',
      // Else the server would answer all who wait before it ends.
      register: ({ pages }) => void pages.addHook('preClose', async () => context.work.close()),
    },
  ];
  return { modules, uploads, proofs, kit, mail, scans, progress, takes, printKit, approvals };
}

/** With the rest: what officers do, what goes to phones, and all work in the background. */
async function openBothSides(context: ModuleContext): Promise<Opened> {
  const { config, database, directory, log } = context;
  const { districts } = directory;
  const decoders = context.decoders ?? createDecoders();
  const accounts = openAccounts({
    ...context,
    decoders,
    districts,
    openWork: [
      { noun: 'blast', transfer: transferBlasts },
      { noun: 'campaign-draft', transfer: transferDrafts },
    ],
    onTrouble: (error) => log.warn(error, 'accounts'),
  });
  const { identify } = accounts;
  const citizens = await openCitizensSide(context, decoders, identify);
  const { uploads, proofs, kit, mail, scans, progress, takes, printKit, approvals } = citizens;
  const { registry } = scans;
  const codes = codeSupply(campaignBlocks(registry.current().assignments), districts.length);
  const shared = { ...context, districts, uploads, decoders, codes, secondPerson };
  const phone = await openPhone(shared, registry.current(), takes.prompts);
  const directions = openDirections({ ...shared, live: progress.live });
  const reviewNotes = openReviewNotes({ ...shared, progress });
  const doctor = openDoctor({
    ...context,
    env: process.env,
    printedCode: () => findPrintedCode(config.campaign),
    gateways: Object.values(phone.gateways).filter(({ name }) => name !== 'emulator'),
  });
  const field = openField(shared, citizens);
  const modules: Module[] = [
    ...citizens.modules,
    accounts,
    openDeputies(context),
    ...phone.modules,
    openBreaches(context),
    { name: 'short codes', api: codeShareRoutes(shared) },
    openClosedCodes({
      ...context,
      ownerOf: registry.find,
      onChange: scans.closedCodes.reload,
    }),
    ...field,
    openRetention(context),
    ...openAnnotations(context),
    openObjections({
      ...context,
      readProgress: async () => (await progress.live.current()).file,
    }),
    openReports(shared),
    openStoreReports(context),
    directions,
    openAppRequests({ ...shared, directions: directions.sources }),
    openComplianceReports({ ...shared, directions: directions.sources }),
    openCalendars({ ...context, directions: directions.sources }),
    reviewNotes,
    { name: 'district letters', api: districtLetterRoutes({ ...progress, decoders }) },
    openMailings({
      ...context,
      mail: mail.mail,
      progress,
      reviewNotes,
      directions: directions.sources,
    }),
    openEvents({ ...context, identify }),
    { name: 'facts', api: factRoutes(context) },
    {
      name: 'home',
      api: homeRoutes({
        ...context,
        database: database.pool,
        codes,
        registry: registry.current,
        live: progress.live,
        failedMail: countFailedLetters,
        failedChecks: doctor.countFailed,
        directions: directions.sources,
      }),
    },
    openPrintOrders({ directory, printQueue: context.openPrintQueue() }),
    openStudio({ ...shared, kit, scans, proofs }),
    openDetourRequests({ ...shared, scans }),
    openPurchaseOrders({ ...shared, approvals, kit: printKit, identify }),
    doctor,
    openPresence({ ...context, part: config.only, sends: config.worker }),
  ];
  const sending = config.worker ? openWorkerModules(context, phone.gateways) : undefined;
  const alerts = openAlerts({
    ...context,
    gateways: phone.gateways,
    mail: mail.mail,
    dropped: () => ({ scans: scans.dropped(), callbacks: phone.dropped() }),
    parked: sending?.parked ?? (() => 0),
  });
  return { modules: [...modules, ...(sending?.modules ?? []), alerts], identify };
}

/** Everything that districts do at their stations. */
function openField(
  shared: ModuleContext & PhoneContext,
  { scans: { registry }, kit, proofs, progress }: Awaited<ReturnType<typeof openCitizensSide>>,
): Module[] {
  const coded = { registry: registry.current, ownerOf: registry.find };
  return [
    openActivities({ ...shared, ...coded, countOrdered: countOrderedPamphlets }),
    openStations({
      ...shared,
      kit,
      prove: proofs.prove,
      ...coded,
      learnCodes: registry.keepUp,
    }),
    { name: 'inspections', api: inspectionRoutes({ ...shared, ...coded }) },
    openBoardDraws({ ...shared, ...coded }),
    openStationRecords({ ...shared, ...coded, progress }),
    openPressNotes({ ...shared, ...coded }),
  ];
}

/** Everything of promotion by phone but the sending itself. */
async function openPhone(
  context: ModuleContext & PhoneContext,
  registry: Registry,
  prompts: RecordedPrompts,
) {
  const opened = await openGatewayModule(context);
  const { gateways, voice, callbackTokens, exotel } = opened;
  const { database, campaign, directory } = context;
  const tokens = stopTokens(context.config);
  const shortCode = registry.codeFor({ scope: 'state' }, 'sms');
  const pool = database.pool;
  const answerText = createAnswers({ pool, campaign, directory, shortCode, tokens });
  const callbacks = await openCallbacks({ ...context, ...opened, answerText });
  const shared = { ...context, gateways, stopTokens: tokens };
  const modules: Module[] = [
    opened,
    openNumbers(shared),
    openRegistrations(shared),
    openTestNumbers(shared),
    openAudiences(shared),
    openBlasts(shared),
    { name: 'telecom operators', api: operatorRoutes({ ...shared, today: shared.clock.today }) },
    callbacks,
    openReceiptFiles(shared),
    openVoice({ ...context, gateway: voice, callbackTokens, exotel, registry, prompts }),
  ];
  return { modules, gateways, dropped: callbacks.dropped };
}

/** The same in every process of an installation. */
function stopTokens({ dataDir, authSecret: configured }: Config) {
  return createStopTokens(authSecret(dataDir, configured));
}

/** Sends messages and letters. */
function openWorkerModules(context: ModuleContext, gateways: Gateways['gateways']) {
  const { config, database, campaign, clock, log } = context;
  const sending = openSending({
    pool: database.pool,
    redisUrl: context.redisUrl,
    gateways,
    settings: config.gateways,
    principalEntityId: campaign.messages.principalEntityId,
    stopTokens: stopTokens(config),
    now: clock.now,
    log,
    audit: writeAudit,
  });
  watchOutcomes(context.metrics.registry, sending.outcomes);
  const letters = openMailSending({ ...context, now: clock.now });
  return { modules: [sending, letters], parked: () => sending.outcomes().parked };
}

/** How the modules end: the last opened first, since it builds on those before it. */
export function closings(
  modules: readonly Module[],
): (readonly [name: string, close: () => Promise<void>])[] {
  return modules
    .toReversed()
    .flatMap(({ name, close }) => (close === undefined ? [] : [[name, close] as const]));
}

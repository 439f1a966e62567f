import type { Directory } from '../campaigns/directory/station.ts';
import { codeSupply } from '../campaigns/links/code-shares.ts';
import { campaignBlocks } from '../campaigns/links/registry.ts';
import type { Config } from './config.ts';
import { openActivities } from './field/activities/routes.ts';
import { openBoardDraws, openPublicDraws } from './field/board-draws/module.ts';
import { openSpecimens, specimenRoutes } from './field/board-pictures/specimens-serve.ts';
import { inspectionRoutes } from './field/inspections/routes.ts';
import { openPressNotes } from './field/press-notes/module.ts';
import { openStationRecords } from './field/station-records/module.ts';
import { openNameReports, openStations } from './field/stations/module.ts';
import { openAnnotations } from './figures/annotations/annotations-serve.ts';
import { districtLetterRoutes } from './figures/district-letters/routes.ts';
import { openObjections } from './figures/objections/objections-serve.ts';
import { openOpenData } from './figures/open-data/module.ts';
import { openProgress } from './figures/progress/module.ts';
import { loadProgress } from './figures/progress/progress-data.ts';
import { openReports } from './figures/reports/module.ts';
import { openReviewNotes } from './figures/review-notes/module.ts';
import { openStoreReports } from './figures/store-reports/module.ts';
import { findPrintedCode, openDoctor } from './front/doctor/module.ts';
import { factRoutes } from './front/facts/routes.ts';
import { homeRoutes } from './front/home/routes.ts';
import { openMailings } from './front/mailings/module.ts';
import { openRetention } from './front/retention/module.ts';
import { openWebsite } from './front/website/module.ts';
import type { House } from './kit/house.ts';
import { openAlerts } from './mail/alerts/module.ts';
import { openBlastChanges } from './mail/blast-changes/module.ts';
import { countFailedLetters } from './mail/delivery/ledger-sql.ts';
import { openMail } from './mail/delivery/module.ts';
import { openMailSending } from './mail/delivery/sending-module.ts';
import { openDeputies } from './people/accounts/deputies-serve.ts';
import { openAccounts } from './people/accounts/module.ts';
import { openAddedOffices } from './people/accounts/offices-serve.ts';
import type { PasswordHashing } from './people/accounts/password-hashing.ts';
import { secondPersonRule as secondPerson } from './people/accounts/second-person.ts';
import { openBreaches } from './people/breaches/breaches-serve.ts';
import { createHeldActs, type HeldActBook } from './people/held-acts/held-acts.ts';
import { heldActRoutes } from './people/held-acts/routes.ts';
import { createPublicWords } from './people/public-words/public-words.ts';
import { audienceRoutes } from './phone/audiences/routes.ts';
import { transferBlasts } from './phone/blasts/blasts-sql.ts';
import { openBlasts } from './phone/blasts/module.ts';
import { openCallbacks } from './phone/callbacks/module.ts';
import { createAnswers } from './phone/flows/text-conversation.ts';
import { type Gateways, openGatewayModule } from './phone/gateways/module.ts';
import { numberListRoutes } from './phone/numbers/list-routes.ts';
import { numberRoutes } from './phone/numbers/routes.ts';
import { openStopLinks } from './phone/numbers/stop-link-routes.ts';
import { createStopTokens } from './phone/numbers/stop-token.ts';
import { receiptFileRoutes } from './phone/receipt-files/routes.ts';
import { openRegistrations } from './phone/registrations/module.ts';
import { openSending } from './phone/sending/module.ts';
import { openTakes } from './phone/takes/module.ts';
import type { RecordedPrompts } from './phone/takes/recorded-prompts.ts';
import { operatorRoutes } from './phone/telecom-operators/routes.ts';
import { openTestNumbers } from './phone/test-numbers/routes.ts';
import { openVoice } from './phone/voice/module.ts';
import { openWhatsappTemplates } from './phone/whatsapp-templates/whatsapp-templates-serve.ts';
import { writeAudit } from './platform/database/audit-log-sql.ts';
import { openPresence } from './platform/database/processes-sql.ts';
import { createDecoders, type Decoders } from './platform/decoding/decoders.ts';
import { openEvents } from './platform/events/module.ts';
import type { Identify } from './platform/http/access.ts';
import type { Module } from './platform/http/module.ts';
import { addRoutes } from './platform/http/serve-route.ts';
import { openUploadRoom } from './platform/http/upload-room-fs.ts';
import { watchOutcomes } from './platform/process/metrics.ts';
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
import type { PrintQueue } from './print/print-orders/print-queue.ts';
import { printOrderRoutes } from './print/print-orders/routes.ts';
import { openProofs } from './print/proofs/module.ts';
import { openPurchaseOrders } from './print/purchase-orders/module.ts';
import { countOrderedPamphlets } from './print/purchase-orders/orders-sql.ts';
import type { AskOptions } from './print/studio/ask-host.ts';
import { openDetourRequests } from './print/studio/detours-serve.ts';
import { openStudio } from './print/studio/module.ts';
import { transferDrafts } from './print/studio/studio-sql.ts';
import { openCalendars } from './register/calendars/routes.ts';
import { openComplianceReports } from './register/compliance-reports/module.ts';
import { answeredDirections } from './register/directions/answered.ts';
import { openAppRequests } from './register/directions/app-requests-serve.ts';
import { openDirections } from './register/directions/module.ts';
import { openClosedCodes } from './scanning/closed-codes/closed-codes-serve.ts';
import { openCodeReports } from './scanning/code-reports/routes.ts';
import { openInstalls } from './scanning/installs/routes.ts';
import type { Front } from './scanning/scans/front.ts';
import { openScans, type Scans } from './scanning/scans/module.ts';
import { codeShareRoutes } from './scanning/short-codes/routes.ts';

/** Parts that are there before the first feature is opened; the rest of the house is made of them. */
export interface ModuleContext
  extends Omit<
    House,
    | 'districts'
    | 'uploads'
    | 'decoders'
    | 'registry'
    | 'ownerOf'
    | 'codes'
    | 'secondPerson'
    | 'heldActs'
    | 'publicWords'
  > {
  redisUrl: string;
  /** Has campaign and directory, whose fields change when something is published. */
  live: LiveKit;
  /** Called where officers order prints. */
  openPrintQueue(): PrintQueue;
  onDemand: OnDemandGenerator;
  /** The turns of all that is made on demand. */
  work: WorkQueue;
  /** Runs the generator for files that are awaited. */
  makeKit: KitMakerOptions['generate'];
  /** Rebuilds the site if it is out of date. */
  buildSite(signal: AbortSignal): Promise<void>;
  /** Other rules for asking a host of links, for a test. */
  askHost?: Partial<AskOptions>;
  /** Answers scans since the process began; undefined where none do. */
  front?: Front | undefined;
  /** Prints that machines share; undefined where there is one machine. */
  prints?: SharedPrints | undefined;
  hashing?: PasswordHashing | undefined;
  /** Replaces its own parts. */
  decoders?: Decoders;
}

interface Opened {
  modules: Module[];
  identify: Identify;
  /** Acts that may wait for a second officer. */
  kinds: HeldActBook['kinds'];
}

type WholeHouse = ModuleContext & House & { scans: Scans; heldActs: HeldActBook };

/**
 * The features of the service, or of one side of it, opened in an order in which each one builds on those before it.
 */
export async function openModules(context: ModuleContext): Promise<Opened> {
  const house = await openHouse(context);
  if (context.config.only !== 'public') return openBothSides(house);
  const { mail, modules } = await openCitizensSide(house);
  const alerts = openAlerts({
    ...house,
    gateways: {},
    mail,
    part: 'public',
    dropped: () => ({ scans: house.scans.dropped() }),
    parked: () => 0,
  });
  const presence = openPresence({ ...house, part: 'public', sends: false });
  // No route of this side is for an officer.
  const { kinds } = house.heldActs;
  return { modules: [...modules, presence, alerts], identify: async () => null, kinds };
}

async function openHouse(context: ModuleContext): Promise<WholeHouse> {
  const { config, directory, log, campaign } = context;
  const mark = campaign.demonstration?.notice;
  const decoders: Decoders = { ...(context.decoders ?? createDecoders()), mark };
  const scans = await openScans(context);
  const { current: registry, find: ownerOf } = scans.registry;
  const uploads = openUploadRoom({
    dataDir: config.dataDir,
    onTrouble: (error) => log.warn(error, 'uploads that are done with wait to be deleted'),
  });
  const { districts } = directory;
  const codes = codeSupply(campaignBlocks(registry().assignments), districts.length);
  const heldActs = createHeldActs(context);
  const publicWords = createPublicWords(context);
  const made = {
    districts,
    decoders,
    uploads,
    registry,
    ownerOf,
    codes,
    secondPerson,
    heldActs,
    publicWords,
  };
  return { ...context, ...made, scans };
}

/** The citizens' side and what it builds on: no work in the background but what keeps a process up to date. */
async function openCitizensSide(house: WholeHouse, identify?: Identify) {
  const { config, database, campaign, scans, uploads, decoders } = house;
  const proofs = openProofs(house);
  const kit = openKit({
    ...house,
    onReload: proofs.reload,
    generate: house.makeKit,
    progress: house.onDemand.progress,
  });
  const mail = openMail(house);
  const answered = answeredDirections({ ...house, pool: database.pool });
  const progress = openProgress({ ...house, answered });
  const takes = openTakes(house);
  const printKit = openPrintKit(config.printDir);
  const approvals = openPrintApprovals({ ...house, kit: printKit });
  const modules: Module[] = [
    { name: 'uploads', close: uploads.close },
    { name: 'decoders', close: decoders.close },
    kit,
    mail,
    scans,
    takes,
    await openStopLinks({
      ...{ pool: database.pool, tokens: stopTokens(config), campaign },
      ...{ spoolDir: config.spoolDir, log: house.log },
    }),
    openNameReports(house),
    openCodeReports({ ...house, salts: scans.salts }),
    openPublicDraws(house),
    ...openInstalls(house),
    progress,
    openOpenData({ ...house, live: progress.live }),
    openPrintFiles({ ...house, kit: printKit, identify, stamps: approvals.stamps }),
    approvals,
    proofs,
    openWebsite(house),
    {
      name: 'work on demand',
      // Else the server would answer all who wait before it ends.
      register: ({ pages }) => void pages.addHook('preClose', async () => house.work.close()),
    },
  ];
  return { modules, proofs, kit, mail: mail.mail, progress, takes, printKit, approvals };
}

/** With the rest: what officers do, what goes to phones, and all work in the background. */
async function openBothSides(house: WholeHouse): Promise<Opened> {
  const { config, directory, scans } = house;
  const accounts = openAccounts({
    ...house,
    openWork: [
      { noun: 'blast', transfer: transferBlasts },
      { noun: 'campaign-draft', transfer: transferDrafts },
    ],
  });
  const { identify } = accounts;
  const citizens = await openCitizensSide(house, identify);
  const { proofs, kit, mail, progress, takes, printKit, approvals } = citizens;
  const { live } = progress;
  const phone = await openPhone(house, takes.prompts);
  const register = openDirections({ ...house, live });
  house.heldActs.league.read = async (tx) => {
    const { today } = (await live.current()).file;
    const answered = answeredDirections({ ...house, pool: tx });
    const source = { ...progress.source, pool: tx, answered };
    return loadProgress(source, { today, now: house.clock.now() });
  };
  const directions = register.sources;
  const activities = openActivities({ ...house, countOrdered: countOrderedPamphlets });
  const reviewNotes = openReviewNotes({ ...house, progress });
  const doctor = openDoctor({
    ...house,
    env: process.env,
    printedCode: () => findPrintedCode(config.campaign),
    gateways: Object.values(phone.gateways).filter(({ name }) => name !== 'emulator'),
  });
  const modules: Module[] = [
    ...citizens.modules,
    accounts,
    openDeputies(house),
    openAddedOffices(house),
    { name: 'held acts', api: heldActRoutes(house.heldActs) },
    ...phone.modules,
    openBreaches(house),
    { name: 'short codes', api: codeShareRoutes(house) },
    openClosedCodes({ ...house, onChange: scans.closedCodes.reload }),
    openSpecimens(house),
    { name: 'specimens', api: specimenRoutes(house) },
    activities,
    openStations({ ...house, kit, prove: proofs.prove, learnCodes: scans.registry.keepUp }),
    { name: 'inspections', forms: inspectionRoutes({ ...house, boards: activities.boards }) },
    openBoardDraws(house),
    openStationRecords({ ...house, progress }),
    openPressNotes(house),
    openRetention(house),
    ...openAnnotations(house),
    openObjections({ ...house, readProgress: async () => (await live.current()).file }),
    openReports(house),
    openStoreReports(house),
    register,
    openAppRequests({ ...house, directions }),
    openComplianceReports({ ...house, directions }),
    openCalendars({ ...house, directions }),
    reviewNotes,
    { name: 'district letters', api: districtLetterRoutes({ ...house, ...progress }) },
    openMailings({ ...house, mail, progress, reviewNotes, directions, kit: printKit }),
    openEvents({ ...house, identify }),
    { name: 'facts', api: factRoutes(house) },
    {
      name: 'home',
      api: homeRoutes({
        ...house,
        live,
        failedMail: countFailedLetters,
        failedChecks: doctor.countFailed,
        directions,
      }),
    },
    openPrintOrders({ directory, printQueue: house.openPrintQueue() }),
    openStudio({ ...house, kit, proofs }),
    openDetourRequests(house),
    openPurchaseOrders({ ...house, approvals, kit: printKit, identify }),
    doctor,
    openPresence({ ...house, part: config.only, sends: config.worker }),
  ];
  const sending = config.worker ? openWorkerModules(house, phone.gateways) : undefined;
  const alerts = openAlerts({
    ...house,
    gateways: phone.gateways,
    mail,
    dropped: () => ({
      scans: scans.dropped(),
      callbacks: phone.dropped(),
      outcomes: sending?.outcomes().dropped ?? 0,
    }),
    parked: () => sending?.outcomes().parked ?? 0,
  });
  const changes = openBlastChanges(house);
  return {
    modules: [...modules, ...(sending?.modules ?? []), alerts, changes],
    identify,
    kinds: house.heldActs.kinds,
  };
}

/** Everything of promotion by phone but the sending itself. */
async function openPhone(house: WholeHouse, prompts: RecordedPrompts) {
  const opened = await openGatewayModule(house);
  const { gateways, voice, callbackTokens, exotel } = opened;
  const { database, campaign, directory, clock } = house;
  const { pool } = database;
  const tokens = stopTokens(house.config);
  const shortCode = house.registry().codeFor({ scope: 'state' }, 'sms');
  const answerText = createAnswers({ pool, campaign, directory, shortCode, tokens });
  const callbacks = await openCallbacks({ ...house, ...opened, answerText });
  const shared = { ...house, gateways, stopTokens: tokens, today: clock.today };
  const modules: Module[] = [
    opened,
    { name: 'numbers', api: numberRoutes(shared), forms: numberListRoutes(shared) },
    openRegistrations(house),
    openWhatsappTemplates(shared),
    openTestNumbers(shared),
    { name: 'audiences', forms: audienceRoutes({ ...shared, state: campaign.areas.state }) },
    openBlasts(shared),
    { name: 'telecom operators', api: operatorRoutes(shared) },
    callbacks,
    { name: 'receipt files', forms: receiptFileRoutes(shared) },
    openVoice({ ...house, gateway: voice, callbackTokens, exotel, prompts }),
  ];
  return { modules, gateways, dropped: callbacks.dropped };
}

/** The same in every process of an installation. */
function stopTokens({ dataDir, authSecret: configured }: Config) {
  return createStopTokens(authSecret(dataDir, configured));
}

/** Sends messages and letters. */
function openWorkerModules(house: House & { redisUrl: string }, gateways: Gateways['gateways']) {
  const { config, database, campaign, clock } = house;
  const sending = openSending({
    ...house,
    pool: database.pool,
    spoolDir: config.spoolDir,
    gateways,
    settings: config.gateways,
    principalEntityId: campaign.messages.principalEntityId,
    call: campaign.messages.call,
    stopTokens: stopTokens(config),
    now: clock.now,
    audit: writeAudit,
  });
  watchOutcomes(house.metrics.registry, sending.outcomes);
  const letters = openMailSending({ ...house, now: clock.now });
  return { modules: [sending, letters], outcomes: sending.outcomes };
}

/** How the modules end: the last opened first, since it builds on those before it. */
export function closings(
  modules: readonly Module[],
): (readonly [name: string, close: () => Promise<void>])[] {
  return modules
    .toReversed()
    .flatMap(({ name, close }) => (close === undefined ? [] : [[name, close] as const]));
}

/** Pictures for flex printers, made when somebody asks for them. */
function openPrintOrders(options: { printQueue: PrintQueue; directory: Directory }): Module {
  const { printQueue } = options;
  return {
    name: 'print orders',
    register({ pages }) {
      pages.addHook('preClose', printQueue.pause);
      addRoutes(pages, printOrderRoutes(options));
    },
    close: printQueue.close,
  };
}

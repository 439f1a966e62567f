import { z } from 'zod';
import { largestCap, usualCap } from '../../../campaigns/messages/frequency-cap.ts';
import { messageCategories, messageLanguages } from '../../../campaigns/messages/messages.ts';
import { allClasses, preferenceClasses } from '../../../campaigns/messages/preference-classes.ts';
import { line, paragraph, reference } from '../../../campaigns/text-types.ts';
import { bilingual, forOfficers, instant, oneId, refusals, route } from '../../contract/route.ts';
import {
  blastStatuses,
  consentBases,
  messageChannels,
  pauseReasons,
  recipientStatuses,
  skipReasons,
  skipReceivedChoices,
  trialTexts,
  unknownDecisions,
} from '../../contract/values.ts';
import { secondPerson } from '../../people/accounts/second-person-schemas.ts';
import {
  afterDays,
  blastRound,
  mostLaterTexts,
  repeatRule,
  seriesDetail,
  shownRule,
} from './series-schemas.ts';

const figures = z.record(z.enum(recipientStatuses), z.int());

const card = z.object({
  name: z.string(),
  contentSid: z.string().nullable(),
  values: z.array(z.string()),
  picture: z.string().nullable(),
  stationCards: z
    .exactOptional(
      z.object({
        files: z.string(),
        campaign: z.string(),
        stations: z.array(z.string()),
        unmade: z.int(),
      }),
    )
    .describe('Cards of stations in its place, to whose station is known'),
  footer: z.string().nullable(),
  buttons: z.array(
    z.object({ kind: z.enum(['app', 'stop']), label: z.string(), link: z.string().nullable() }),
  ),
});

const blastText = z.object({
  templateId: z.string().nullable(),
  header: z.string(),
  body: z.string(),
  segments: z.int(),
  card: z.exactOptional(card).describe('Of a WhatsApp message'),
});
const blastTexts = z.partialRecord(z.enum(messageLanguages), blastText);

const policy = z.object({
  errorShare: z.number(),
  leastSettled: z.int(),
  canarySize: z.int(),
  canaryDeliveredShare: z.number(),
  canaryWaitMs: z.int(),
  callAttempts: z.int(),
  callRetryMs: z.int(),
  laterPauseMs: z.int(),
});

const selection = z.object({
  capMessages: z
    .int()
    .nullable()
    .describe('Messages of all blasts together that one number gets in capDays; null for no cap'),
  capDays: z.int(),
  skipReceived: z.enum(skipReceivedChoices).describe('Leaves out who got these blasts before'),
  skipBlastIds: z.array(z.int()),
  dndClasses: z
    .array(z.int())
    .describe('Classes of the do-not-disturb list that bind it, if its category is bound'),
  onlyLanguage: z.enum(messageLanguages).nullable(),
  onlyReached: z.boolean().nullable().describe('Whom an earlier blast reached, or the others'),
});

const furtherGateway = z.object({
  gateway: reference({ max: 20 }),
  share: z.int().min(0).max(99).describe('Percent by lot, of whom no telecom operator has placed'),
  operators: z
    .array(line({ min: 1, max: 60 }))
    .max(20)
    .describe('Telecom operators whose numbers go through it'),
});

const blast = z.object({
  id: z.int(),
  name: z.string(),
  channel: z.enum(messageChannels),
  category: z.enum(messageCategories),
  status: z.enum(blastStatuses),
  revision: z.int().describe('Grows with every edit'),
  drafterId: z.string(),
  approverId: z.string().nullable(),
  district: z.string().nullable().describe('Of its drafter; null for those of the whole state'),
  parentId: z.int().nullable().describe('The blast that it tries again'),
  texts: blastTexts,
  trial: z
    .object({
      texts: blastTexts,
      share: z.int().describe('Percent of the list that each of the two texts goes to'),
      waitMs: z.int(),
    })
    .nullable()
    .describe('A second text, tried against the first before the rest gets one of them'),
  trialSentAt: instant.nullable().describe('When both texts were out'),
  trialChoice: z.enum(trialTexts).nullable().describe('The text that the rest gets'),
  fallback: z
    .object({
      category: z.enum(messageCategories),
      texts: blastTexts,
      gateway: z.string(),
      paisePerSegment: z.number(),
    })
    .nullable()
    .describe('The SMS for those of a WhatsApp blast who have no WhatsApp'),
  repeat: shownRule
    .extend({ texts: z.array(z.object({ afterDays, texts: blastTexts })) })
    .nullable()
    .describe('How it comes again; null for once'),
  round: blastRound.nullable().describe('The round of a series that it is, once that is approved'),
  gateway: z.string(),
  further: z
    .array(furtherGateway.extend({ paisePerSegment: z.number() }))
    .describe('Gateways besides it; a stopped one hands over to the others'),
  audienceId: z.int(),
  districts: z.array(z.string()).nullable(),
  startsAt: instant.nullable(),
  window: z.object({ fromMinute: z.int(), toMinute: z.int() }),
  policy,
  selection,
  canaryPassed: z.boolean(),
  pauseReason: z.enum(pauseReasons).nullable(),
  haltingCode: z.string().nullable(),
  paisePerSegment: z.number(),
  budgetPaise: z.number().nullable(),
  pricePaise: z.number().describe('What a segment costs now'),
  shortCode: z
    .string()
    .nullable()
    .describe('Null until it is approved, tried on a phone or packed for an operator'),
  remark: z.string().nullable(),
  createdAt: instant,
  submittedAt: instant.nullable(),
  approvedAt: instant.nullable(),
  packTakenAt: instant.nullable().describe('When a service provider first got it to send'),
  plannedAt: instant.nullable(),
  startedAt: instant.nullable(),
  resumedAt: instant.nullable(),
  endedAt: instant.nullable(),
});
export type Blast = z.input<typeof blast>;

const link = z.object({ scans: z.int(), visitors: z.int() });

const blastEntry = z.object({
  blast,
  figures,
  costSoFarPaise: z.number(),
  link,
  bar: secondPerson.shape.bar.describe('Why the officer who asks does not approve it'),
  series: z
    .object({ rounds: z.int(), nextAt: instant.nullable() })
    .nullable()
    .describe('Of the first of an approved series'),
});
export type BlastEntry = z.input<typeof blastEntry>;

const estimate = z.object({
  recipients: z.int(),
  segments: z.int(),
  paise: z.number(),
  skipped: z.partialRecord(z.enum(skipReasons), z.int()).describe('Whom the rules leave out'),
  stations: z.int().describe('Recipients whose station the list says'),
});

const gatewayPart = z.object({
  gateway: z.string(),
  recipients: z.int(),
  segments: z.int(),
  paise: z.number(),
  perMinute: z.int().nullable().describe('What the gateway is held to; null: as it takes them'),
  endsAt: instant.nullable().describe('When the last would leave; null where no pace is known'),
  figures: figures.nullable().describe('Null before the recipients stand in the ledger'),
  stoppedBy: z.string().nullable().describe('The code by which it stopped: others took over'),
});
export type GatewayPart = z.input<typeof gatewayPart>;

const codeCount = z.object({
  status: z.enum(recipientStatuses),
  code: z.string(),
  recipients: z.int(),
});
export type CodeCount = z.input<typeof codeCount>;

const shareInterval = z
  .object({ share: z.number(), low: z.number(), high: z.number() })
  .describe('A share with the ends of its interval of 95 %');

const trialOutcome = z.object({
  endsAt: instant.describe('From when on an officer may choose'),
  texts: z.array(
    z.object({
      text: z.enum(trialTexts),
      sent: z.int(),
      delivered: z.int(),
      people: z.int(),
      clicks: shareInterval.nullable(),
      installs: z.int().nullable(),
    }),
  ),
  difference: z
    .object({ difference: z.number(), low: z.number(), high: z.number() })
    .nullable()
    .describe('Share of the second text less that of the first, with its interval of 95 %'),
});
export type TrialOutcome = z.input<typeof trialOutcome>;

export const testMessage = z.object({
  id: z.string(),
  revision: z.int().describe('Of the text that was tried'),
  personName: z.string(),
  language: z.enum(messageLanguages),
  status: z.enum(recipientStatuses),
  errorCode: z.string().nullable(),
  providerId: z.string().nullable(),
  segments: z.int(),
  paise: z.int(),
  at: instant,
});
export type TestMessage = z.input<typeof testMessage>;

const minuteFigures = z.object({
  minute: instant,
  sent: z.int(),
  settled: z.int(),
  failed: z.int(),
});
export type MinuteFigures = z.input<typeof minuteFigures>;

const blastDetail = z.object({
  blast,
  second: secondPerson.describe('Whether the officer who asks may approve it'),
  drafterName: z.string(),
  approverName: z.string().nullable(),
  audienceName: z.string(),
  audience: z
    .object({
      source: z.string(),
      consentBasis: z.enum(consentBases),
      createdAt: instant,
      retainUntil: z.string(),
      members: z.int(),
    })
    .nullable()
    .describe('Where the list comes from, by what right it is written to, and how old it is'),
  sample: z.boolean().describe('Its list is sample data: numbers that nobody has'),
  childIds: z.array(z.int()).describe('Retries of it, oldest first'),
  series: seriesDetail.nullable().describe('All rounds, of a blast that is one of them'),
  estimate: estimate
    .nullable()
    .describe('Null once the recipients stand in the ledger, and while a long list is counted'),
  counting: z.boolean().describe('The list is being counted: ask again'),
  problems: z.array(bilingual).describe('What keeps a draft from being submitted'),
  cautions: z.array(bilingual).describe('What drafter and approver should know before it goes'),
  figures: z.object({
    all: figures,
    canary: figures,
    byCode: z.array(codeCount),
    segmentsSent: z.int(),
    segmentsCommitted: z.int(),
    segmentsWaiting: z.int(),
  }),
  byGateway: z
    .array(gatewayPart)
    .describe('As estimated, until the recipients stand in the ledger; then of several gateways'),
  costSoFarPaise: z.number(),
  tests: z.array(testMessage).describe('The latest first'),
  minutes: z.array(minuteFigures),
  link,
  stops: z
    .int()
    .nullable()
    .describe(
      'Said stop after it came to them; null until it is over, and once numbers are deleted',
    ),
  installs: z.int().nullable(),
  installsUntil: z.string().nullable(),
  etaMinutes: z.int().nullable(),
  receiptsByFile: z
    .boolean()
    .describe('Its gateway sends no receipts: what became of it comes as a file'),
  byDistrict: z.array(z.object({ district: z.string().nullable(), figures })),
  trial: trialOutcome.nullable().describe('Null where none is tried, and until both texts are out'),
});
export type BlastDetail = z.input<typeof blastDetail>;

export const dryRun = z.object({
  startsAt: instant.nullable().describe('When the first would leave, if it were approved now'),
  endsAt: instant
    .nullable()
    .describe('When the last would leave by the hours and the pace; null where no pace is known'),
  hours: z.object({ fromMinute: z.int(), toMinute: z.int() }).nullable(),
  recipients: z.int().nullable().describe('All whom it is for now; null while they are counted'),
  canarySize: z.int(),
  perSecond: z.number().nullable().describe('What the gateway is held to; null: as it takes them'),
  first: z.int().describe('Those of the first minute'),
  segments: z.int(),
  paise: z.number(),
  rows: z
    .array(
      z.object({
        place: z.int(),
        number: z.string().describe('Masked'),
        district: z.string().nullable(),
        station: bilingual.nullable(),
        language: z.enum(messageLanguages).describe('Of the text that goes there'),
      }),
    )
    .describe('The first of them, in the order of sending'),
});
export type DryRun = z.input<typeof dryRun>;

const template = reference({ max: 60 });
/** A value of a variable in a registered text. */
const value = line({ max: 2000 });
const chosenTexts = {
  templates: z.object({ hi: template.optional(), en: template.optional() }).default({}),
  values: z.object({ hi: z.array(value).optional(), en: z.array(value).optional() }).default({}),
  gateway: reference({ max: 20 }),
};
const minuteOfDay = z.int().min(0).max(1440);
export const draft = z.object({
  name: line({ min: 1, max: 200 }),
  channel: z.enum(messageChannels),
  ...chosenTexts,
  stationCards: z
    .boolean()
    .default(false)
    .describe('WhatsApp: the card of each recipient’s station in place of the template’s picture'),
  trial: z
    .object({
      templates: chosenTexts.templates,
      values: chosenTexts.values,
      share: z.int().min(1).max(45),
      waitHours: z.int().min(1).max(168).default(24),
    })
    .nullable()
    .default(null)
    .describe(
      'A second text against the first: each goes to a share, an officer chooses for the rest',
    ),
  further: z
    .array(
      furtherGateway.extend({
        share: furtherGateway.shape.share.default(0),
        operators: furtherGateway.shape.operators.default([]),
      }),
    )
    .max(4)
    .default([]),
  fallback: z
    .object(chosenTexts)
    .nullable()
    .default(null)
    .describe('Beside WhatsApp: the SMS for those who have none'),
  audienceId: z.int().positive(),
  districts: z
    .array(reference({ max: 60 }))
    .min(1)
    .max(75)
    .nullable()
    .default(null),
  startsAt: z.coerce.date<string>().nullable().default(null),
  fromMinute: minuteOfDay.default(0),
  toMinute: minuteOfDay.default(1440),
  canarySize: z
    .int()
    .min(0)
    .max(100_000)
    .nullable()
    .default(null)
    .describe('First recipients that go alone; null for as many as fit the list'),
  capMessages: z
    .int()
    .min(1)
    .max(largestCap.messages)
    .nullable()
    .default(usualCap.messages)
    .describe('Messages of all blasts together that one number gets in capDays; null for no cap'),
  capDays: z.int().min(1).max(largestCap.days).default(usualCap.days),
  skipReceived: z.enum(skipReceivedChoices).default('nobody'),
  skipBlastIds: z.array(z.int().positive()).max(100).default([]),
  dndClasses: z
    .array(
      z
        .int()
        .min(0)
        .max(preferenceClasses.length - 1),
    )
    .max(preferenceClasses.length)
    .default([...allClasses])
    .describe('Class 0, fully blocked, always counts; a government text is bound by none'),
  onlyLanguage: z.enum(messageLanguages).nullable().default(null),
  onlyReached: z
    .boolean()
    .nullable()
    .default(null)
    .describe('True: only those whom an earlier blast reached; false: only the others'),
  budgetPaise: z.int().positive().nullable().default(null),
  repeat: repeatRule
    .extend({
      texts: z
        .array(
          z.object({ afterDays, templates: chosenTexts.templates, values: chosenTexts.values }),
        )
        .max(mostLaterTexts)
        .default([])
        .describe('Of the rhythm `texts`: they go to those who got the first one'),
    })
    .nullable()
    .default(null),
});
/** A draft as it is sent in, and as the service takes it. */
export type DraftBody = z.input<typeof draft>;
export type ParsedDraft = z.output<typeof draft>;
export const edit = draft.extend({
  revision: z.exactOptional(
    z.int().positive().describe('That was seen: another edit in between is not overwritten'),
  ),
});

export const drafted = { 201: blastDetail, ...forOfficers, ...refusals(404, 409) };
export const changed = { 200: blastDetail, ...forOfficers, ...refusals(404, 409) };
export const nothing = z.object({}).default({});

/** Drafting, approval and running of blasts, with live figures and cost. */
export const blastRoutes = {
  list: route({
    method: 'GET',
    url: '/api/blasts',
    schema: {
      summary: 'Blasts with figures, cost and scans so far, the newest first',
      response: { 200: z.array(blastEntry), ...refusals(401, 403) },
    },
  }),
  read: route({
    method: 'GET',
    url: '/api/blasts/:id',
    schema: {
      summary: 'A blast with live figures and cost',
      params: oneId,
      response: { 200: blastDetail, ...forOfficers, ...refusals(404) },
    },
  }),
  settleUnknown: route({
    method: 'POST',
    url: '/api/blasts/:id/unknown',
    schema: {
      summary:
        'Decides on messages whose outcome cannot be found out; where the gateway can list them they are never sent again',
      params: oneId,
      body: z.object({ decision: z.enum(unknownDecisions) }),
      response: { 200: z.object({ settled: z.int() }), ...forOfficers, ...refusals(404, 409) },
    },
  }),
};

/** The way of a blast through approval, and running it. */
export const blastCommandRoutes = {
  submit: route({
    method: 'POST',
    url: '/api/blasts/:id/submit',
    schema: {
      summary: 'Hands a draft in for approval',
      params: oneId,
      body: nothing,
      response: changed,
    },
  }),
  withdraw: route({
    method: 'POST',
    url: '/api/blasts/:id/withdraw',
    schema: {
      summary: 'Takes it back as a draft',
      params: oneId,
      body: nothing,
      response: changed,
    },
  }),
  reject: route({
    method: 'POST',
    url: '/api/blasts/:id/reject',
    schema: {
      summary: 'Sends it back to its drafter with a remark',
      params: oneId,
      body: z.object({ remark: paragraph({ max: 2000 }) }),
      response: changed,
    },
  }),
  approve: route({
    method: 'POST',
    url: '/api/blasts/:id/approve',
    schema: {
      summary: 'Approves what was seen: an edit in between makes `revision` void',
      params: oneId,
      body: z.object({ revision: z.int().positive() }),
      response: changed,
    },
  }),
  pause: route({
    method: 'POST',
    url: '/api/blasts/:id/pause',
    schema: { summary: 'Pauses it', params: oneId, body: nothing, response: changed },
  }),
  resume: route({
    method: 'POST',
    url: '/api/blasts/:id/resume',
    schema: { summary: 'Lets it go on', params: oneId, body: nothing, response: changed },
  }),
  'confirm-canary': route({
    method: 'POST',
    url: '/api/blasts/:id/confirm-canary',
    schema: {
      summary:
        'The canary was seen on a phone, where the gateway gives no receipts: the rest may go',
      params: oneId,
      body: nothing,
      response: changed,
    },
  }),
  'decide-trial': route({
    method: 'POST',
    url: '/api/blasts/:id/decide-trial',
    schema: {
      summary: 'Sends one of two tried texts to the rest',
      params: oneId,
      body: z.object({ text: z.enum(trialTexts) }),
      response: changed,
    },
  }),
  budget: route({
    method: 'POST',
    url: '/api/blasts/:id/budget',
    schema: {
      summary: 'A new ceiling of the cost of an approved blast',
      params: oneId,
      body: z.object({ budgetPaise: z.int().positive() }),
      response: changed,
    },
  }),
  stop: route({
    method: 'POST',
    url: '/api/blasts/:id/stop',
    schema: { summary: 'Ends it for good', params: oneId, body: nothing, response: changed },
  }),
};

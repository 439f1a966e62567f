import { z } from 'zod';
import { messageLanguages } from '../../../campaigns/messages/messages.ts';
import { bilingual, instant, refusals } from '../../contract/route.ts';
import {
  blastStatuses,
  pauseReasons,
  recipientStatuses,
  skipReasons,
  trialTexts,
} from '../../contract/values.ts';
import { secondPerson } from '../../people/accounts/second-person-schemas.ts';
import { audience } from '../audiences/audiences-schemas.ts';
import { testMessage } from '../ledger/test-messages-sql.ts';
import { shownDraft } from './draft-schemas.ts';
import { blastRound, seriesDetail } from './series-schemas.ts';

const figures = z.record(z.enum(recipientStatuses), z.int());

/** A blast besides its draft, as it is kept and as it is answered. */
export const blastState = z.object({
  id: z.int(),
  status: z.enum(blastStatuses),
  revision: z.int().describe('Grows with every edit'),
  drafterId: z.string(),
  approverId: z.string().nullable(),
  district: z.string().nullable().describe('Of its drafter; null for those of the whole state'),
  parentId: z.int().nullable().describe('The blast that it tries again'),
  trialSentAt: instant.nullable().describe('When both texts were out'),
  trialChoice: z.enum(trialTexts).nullable().describe('The text that the rest gets'),
  canaryPassed: z.boolean(),
  pauseReason: z.enum(pauseReasons).nullable(),
  haltingCode: z.string().nullable(),
  pricePaise: z
    .number()
    .describe('What a segment costs now; the gateway’s price may have changed since the draft'),
  shortCode: z
    .string()
    .nullable()
    .describe('Null until it is approved, tried on a phone or packed for an operator'),
  remark: z.string().nullable(),
  createdAt: instant,
  submittedAt: instant.nullable(),
  approvedAt: instant.nullable(),
  packTakenAt: instant.nullable().describe('When a service provider first got it to send'),
  plannedAt: instant.nullable().describe('Null until its recipients are in the ledger'),
  startedAt: instant.nullable().describe('Null until its first message may leave'),
  resumedAt: instant.nullable(),
  endedAt: instant.nullable(),
});

const blast = shownDraft.extend({
  ...blastState.shape,
  round: blastRound.nullable().describe('The round of a series that it is, once that is approved'),
});
export type Blast = z.input<typeof blast>;

const link = z.object({ scans: z.int(), visitors: z.int() });

export const blastEntry = z.object({
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

export const gatewayPart = z.object({
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

export const trialOutcome = z.object({
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

export type TestMessage = z.input<typeof testMessage>;

const minuteFigures = z.object({
  minute: instant,
  sent: z.int(),
  settled: z.int(),
  failed: z.int(),
});
export type MinuteFigures = z.input<typeof minuteFigures>;

export const blastDetail = z.object({
  blast,
  second: secondPerson.describe('Whether the officer who asks may approve it'),
  drafterName: z.string(),
  approverName: z.string().nullable(),
  audienceName: z.string(),
  audience: audience
    .pick({ source: true, consentBasis: true, createdAt: true, retainUntil: true, members: true })
    .nullable()
    .describe('Where the list comes from, by what right it is written to, and how old it is'),
  childIds: z.array(z.int()).describe('Retries of it, oldest first'),
  series: seriesDetail.nullable().describe('All rounds, of a blast that is one of them'),
  estimate: estimate
    .nullable()
    .describe('Null once the recipients stand in the ledger, and while a long list is counted'),
  counting: z.boolean().describe('The list is being counted: ask again'),
  sealed: z
    .object({ people: z.int(), paise: z.number() })
    .nullable()
    .describe('The most people and paise for which it was handed in or approved'),
  changes: z.array(bilingual).describe('What is other than approved, where it pauses for that'),
  pause: z.string().nullable().describe('Digest of why it is paused: `seen` of what goes on by it'),
  unlike: z.boolean().describe('A text of the draft is unlike known notices: its drafter says why'),
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
  laterSince: instant
    .nullable()
    .describe('Since when no gateway of it gives a sure answer; it goes on by itself'),
  receiptsByFile: z
    .boolean()
    .describe('Its gateway sends no receipts: what became of it comes as a file'),
  byDistrict: z.array(z.object({ district: z.string().nullable(), figures })),
  byOperator: z.array(
    z.object({
      operator: z.string().nullable(),
      circle: z.string().nullable(),
      sent: z.int(),
      delivered: z.int(),
      medianSeconds: z.int().nullable().describe('From submission to the news of delivery'),
      slowSeconds: z.int().nullable().describe('Nine of ten came within'),
    }),
  ),
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

export const drafted = { 201: blastDetail, ...refusals(404, 409) };
export const changed = { 200: blastDetail, ...refusals(404, 409) };
export const nothing = z.object({}).default({});
